import type { EffectiveDate } from '#events/time'
import { dateAt, dayOf, type Span } from '../../time/axis.ts'
import type { Agreement, Pending, Riding } from './agreements.ts'

/** A level that holds from `from`, the day itself included, to `to`, which is not; without end when null. */
export type Step = Riding['timeline'][number]

/** A step in days, cut to what is shown. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly hoursTenths: number
}

/** Hours a week on a day, in tenths; 0 before the first hours of the ledger. */
export function levelAt(steps: readonly Step[], on: string): number {
  return steps.find(({ from, to }) => from <= on && (to === null || on < to))?.hoursTenths ?? 0
}

/** The steps that lie in the span, cut at its ends. */
export function piecesIn(steps: readonly Step[], span: Span): readonly Piece[] {
  return steps.flatMap(({ from, to, hoursTenths }) => {
    const piece = {
      from: Math.max(dayOf(from), span.from),
      to: Math.min(to === null ? span.to : dayOf(to), span.to),
      hoursTenths,
    }
    return piece.from < piece.to ? [piece] : []
  })
}

/** R-14's ceiling: what the region holds on the day before a change, and the increase that the rule set allows. */
export interface Ceiling {
  readonly from: EffectiveDate
  readonly hoursTenths: number
}

/** The ceiling for one case from its wanted date, or for anything new from the date looked at. Null without a rule set. */
export function ceilingOf(
  { timeline, totalTenths, maxIncreaseTenths }: Pick<Riding, 'timeline' | 'totalTenths' | 'maxIncreaseTenths'>,
  pending: Pick<Pending, 'wantedFrom'> | null,
  on: EffectiveDate,
): Ceiling | null {
  if (maxIncreaseTenths === null) return null
  if (pending === null) return { from: on, hoursTenths: totalTenths + maxIncreaseTenths }
  const before = levelAt(timeline, dateAt(dayOf(pending.wantedFrom) - 1))
  return { from: pending.wantedFrom, hoursTenths: before + maxIncreaseTenths }
}

/** The breach of a case with most hours over the ceiling; null when it keeps the ceiling. */
export function worstBreach({ breaches }: Pick<Pending, 'breaches'>): Step | null {
  return breaches.toSorted((one, other) => other.hoursTenths - one.hoursTenths)[0] ?? null
}

/** The total that a case leads to: in its worst breach, or on its wanted date when it keeps the ceiling. */
export function afterCase(pending: Pick<Pending, 'wantedFrom' | 'timeline' | 'breaches'>): number {
  return levelAt(pending.timeline, worstBreach(pending)?.from ?? pending.wantedFrom)
}

/** Breaches that follow each other without a gap, as one, with the most hours over. */
export function breachSpans(breaches: readonly Step[]): readonly Step[] {
  const spans: Step[] = []
  for (const breach of breaches) {
    const last = spans.at(-1)
    if (last === undefined || last.to !== breach.from) spans.push(breach)
    else
      spans[spans.length - 1] = { ...last, to: breach.to, hoursTenths: Math.max(last.hoursTenths, breach.hoursTenths) }
  }
  return spans
}

/**
 * Hours that are permitted and have not begun, over time: each agreement's from its permission, less what is already
 * decided to go from it later. When they begin is not known, so they stay to the end of what is known.
 */
export function permittedSteps(rows: readonly Agreement[], coming: Riding['coming']): readonly Step[] {
  const changes = rows
    .filter(({ status }) => status === 'permitted')
    .flatMap(({ agreement, from, hoursTenths }) => [
      { on: from, change: hoursTenths },
      ...coming
        .filter((one) => one.agreement === agreement)
        .map(({ on, deltaTenths }) => ({ on, change: deltaTenths })),
    ])
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const days = [...new Set(changes.map(({ on }) => on))]
  return days.map((from, at) => ({
    from,
    to: days[at + 1] ?? null,
    hoursTenths: changes.filter(({ on }) => on <= from).reduce((sum, { change }) => sum + change, 0),
  }))
}

/** Days on which anything changes, in the span and in order: where the arrow keys stop. */
export function stopsOf(lines: readonly (readonly Step[])[], extra: readonly number[], span: Span): readonly number[] {
  const days = lines.flat().flatMap(({ from, to }) => [dayOf(from), ...(to === null ? [] : [dayOf(to)])])
  return [...new Set([...days, ...extra, span.from, span.to])]
    .filter((day) => day >= span.from && day <= span.to)
    .toSorted((a, b) => a - b)
}

/** Where a key leads: arrows to the neighbouring stop, Home and End to the first and the last; null for any other key. */
export function stopForKey(key: string, stops: readonly number[], at: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return stops.findLast((day) => day < at) ?? at
    case 'ArrowRight':
    case 'ArrowUp':
      return stops.find((day) => day > at) ?? at
    case 'Home':
      return stops[0] ?? at
    case 'End':
      return stops.at(-1) ?? at
    default:
      return null
  }
}

/** Tenths of hours that a case lies over the ceiling on a day; 0 where it keeps it. */
export function overAt(pending: Pick<Pending, 'breaches'> | null, on: string): number {
  return pending === null ? 0 : levelAt(pending.breaches, on)
}

/** A row of the text twin: one step of the decided total, with the total as it would be on its first day. */
export interface StepRow {
  readonly from: EffectiveDate
  readonly to: EffectiveDate | null
  readonly hoursTenths: number
  readonly changeTenths: number
  /** Null without a case, or before it would take effect. */
  readonly grantedTenths: number | null
  /** Tenths over the ceiling; 0 where it is kept. */
  readonly overTenths: number
}

/** Both lines cut at each other's changes, so that every row is one state of the region. */
export function stepRows(timeline: readonly Step[], pending: Pending | null): readonly StepRow[] {
  const granted = pending?.timeline ?? []
  const cuts = [
    ...new Set([...timeline, ...granted].flatMap(({ from, to }) => (to === null ? [from] : [from, to]))),
  ].toSorted()
  return cuts.map((from, at) => {
    const hoursTenths = levelAt(timeline, from)
    const before = cuts[at - 1]
    const inForce = pending !== null && from >= pending.wantedFrom
    const grantedTenths = inForce ? levelAt(granted, from) : null
    return {
      from,
      to: cuts[at + 1] ?? null,
      hoursTenths,
      changeTenths: hoursTenths - (before === undefined ? 0 : levelAt(timeline, before)),
      grantedTenths,
      overTenths: overAt(pending, from),
    }
  })
}
