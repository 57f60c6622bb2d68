import type { AlternativeChange } from '#api/views/alternatives'
import { CaseSubject } from '#events/caseSubject'
import type { Flip } from '#events/finding'
import { EffectiveDate } from '#events/time'
import { daysBetween } from '../rules/calendar.ts'

/** An application as it could have been, with what it has changed. */
export interface Application {
  readonly subject: CaseSubject
  readonly wantedFrom: EffectiveDate
  readonly changes: readonly AlternativeChange[]
}

type AmountChange = Extract<AlternativeChange, { kind: 'amount' }>

/** Inputs of rules that are amounts of the application itself. */
const amounts: Readonly<Record<string, AmountChange['field']>> = {
  share: 'shareHundredths',
  plannedExtra: 'plannedExtra',
  requested: 'requestedOere',
  ridingHours: 'hoursTenths',
}

/** The application with the input of a finding changed as it must; null where the application does not say that input. */
export function flipped(application: Application, flip: Flip): Application | null {
  const { subject, wantedFrom } = application
  if (flip.key === 'wantedFrom') {
    const to = EffectiveDate.safeParse(flip.to)
    return to.success ? onDate(application, to.data) : null
  }
  if (flip.key === 'previousUntil') {
    const to = EffectiveDate.safeParse(flip.to)
    if (!to.success || subject.type !== 'A3' || to.data < wantedFrom) return null
    const changed = { ...subject, previousUntil: to.data }
    return withChange(application, { subject: changed }, dated('previousUntil', subject.previousUntil, to.data))
  }
  const field = amounts[flip.key]
  const from = field === undefined ? undefined : new Map<string, unknown>(Object.entries(subject)).get(field)
  if (field === undefined || typeof from !== 'number') return null
  const to = from + flip.needs
  const changed = CaseSubject.safeParse({ ...subject, [field]: to })
  if (!changed.success) return null
  return withChange(application, { subject: changed.data }, { kind: 'amount', field, unit: flip.unit, from, to })
}

/** From another date on. The old address of a relocation ends with it, or no earlier than the new one begins. */
function onDate(application: Application, on: EffectiveDate): Application {
  const { subject, wantedFrom } = application
  const change = dated('wantedFrom', wantedFrom, on)
  if (subject.type !== 'A3') return withChange(application, { wantedFrom: on }, change)
  const { previousUntil: until } = subject
  const previousUntil = until === wantedFrom || until < on ? on : until
  return withChange(application, { wantedFrom: on, subject: { ...subject, previousUntil } }, change)
}

function dated(kind: 'wantedFrom' | 'previousUntil', from: EffectiveDate, to: EffectiveDate): AlternativeChange {
  return { kind, from, to, days: daysBetween(from, to) }
}

/** The application changed; what was changed before in the same way is one change from what was asked for. */
export function withChange(
  application: Application,
  changed: Partial<Pick<Application, 'subject' | 'wantedFrom'>>,
  change: AlternativeChange,
): Application {
  const before = application.changes.find((one) => kindOf(one) === kindOf(change))
  return {
    ...application,
    ...changed,
    changes: [...application.changes.filter((one) => one !== before), joined(before, change)],
  }
}

/** What a change is about. */
export function kindOf(change: AlternativeChange): string {
  return change.kind === 'amount' ? change.field : change.kind
}

function joined(before: AlternativeChange | undefined, change: AlternativeChange): AlternativeChange {
  if (before?.kind === 'amount' && change.kind === 'amount') return { ...change, from: before.from }
  if (before !== undefined && 'days' in before && 'days' in change)
    return { ...change, from: before.from, days: daysBetween(before.from, change.to) }
  return change
}

/** Order of the kinds where nothing else tells two alternatives apart: a date is moved more easily than a clinic. */
const order = ['wantedFrom', 'previousUntil', 'amount', 'school', 'place'] as const

/** The least change first: fewer changes, then the lighter kind, then the shorter way, delay or difference. */
export function byChange(a: Pick<Application, 'changes'>, b: Pick<Application, 'changes'>): number {
  const weights = (changes: readonly AlternativeChange[]) =>
    changes.map((change) => order.indexOf(change.kind)).toSorted((x, y) => y - x)
  const [one, other] = [weights(a.changes), weights(b.changes)]
  return (
    one.length - other.length ||
    one.map((weight, index) => weight - (other[index] ?? 0)).find((by) => by !== 0) ||
    sizeOf(a.changes) - sizeOf(b.changes)
  )
}

function sizeOf(changes: readonly AlternativeChange[]): number {
  return changes.reduce((sum, change) => {
    if ('awayM' in change) return sum + (change.awayM ?? 0)
    return sum + Math.abs('days' in change ? change.days : change.to - change.from)
  }, 0)
}
