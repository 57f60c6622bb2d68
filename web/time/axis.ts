import { Temporal } from 'temporal-polyfill'
import { EffectiveDate } from '#events/time'

/** Days since 1970-01-01; a number to draw and to step with. */
export function dayOf(date: string): number {
  return Temporal.PlainDate.from('1970-01-01').until(Temporal.PlainDate.from(date)).days
}

/** The reverse of `dayOf`. */
export function dateAt(day: number): EffectiveDate {
  return EffectiveDate.parse(
    Temporal.PlainDate.from('1970-01-01')
      .add({ days: Math.round(day) })
      .toString(),
  )
}

/** The day a number of months away; the month's last day where the day does not exist. */
export function plusMonths(day: number, months: number): number {
  return dayOf(Temporal.PlainDate.from(dateAt(day)).add({ months }).toString())
}

/** What the bar shows, in days; both ends are included. */
export interface Span {
  readonly from: number
  readonly to: number
}

export type Length = '3' | '10' | 'all'

/**
 * The days to show: three or ten years with ten months ahead of today, or everything. Goes back in time with the earliest
 * of the `moments` looked at, and reaches as far as the latest.
 */
export function spanOf(length: Length, today: number, first: number | null, moments: readonly number[]): Span {
  const ahead = plusMonths(today, 10)
  const months = length === '3' ? 36 : 120
  const usual = length === 'all' ? (first ?? plusMonths(today, -36)) : plusMonths(ahead, -months)
  const earliest = Math.min(...moments)
  const from = earliest < usual ? plusMonths(earliest, -Math.round(months / 3)) : usual
  const to = length === 'all' ? ahead : plusMonths(from, months)
  return { from, to: Math.max(to, ...moments.map((day) => plusMonths(day, 2))) }
}

/** A tick of the bar: events of one or more neighbouring days. */
export interface Tick {
  readonly x: number
  readonly count: number
}

/** Pixels below which two days share a tick. */
const merge = 4

/** Days with events as ticks, in pixels; days closer than four pixels share one. Counts add up to those in the span. */
export function ticksOf(
  days: readonly { readonly on: string; readonly count: number }[],
  span: Span,
  width: number,
): readonly Tick[] {
  const bins = new Map<number, number>()
  for (const { on, count } of days) {
    const day = dayOf(on)
    if (day < span.from || day > span.to) continue
    const bin = Math.floor(xOf(day, span, width) / merge)
    bins.set(bin, (bins.get(bin) ?? 0) + count)
  }
  return [...bins].map(([bin, count]) => ({ x: (bin + 0.5) * merge, count }))
}

/** Pixels from the left end. */
export function xOf(day: number, { from, to }: Span, width: number): number {
  return ((day - from) / (to - from)) * width
}

/** The day at a number of pixels, held inside the span. */
export function dayAt(x: number, { from, to }: Span, width: number): number {
  return Math.round(Math.min(to, Math.max(from, from + (x / width) * (to - from))))
}

/** Month starts to write under the bar, as many as fit: every quarter, every year, or every five years. */
export function marksOf(
  span: Span,
  width: number,
): readonly { readonly date: EffectiveDate; readonly x: number; readonly year: boolean }[] {
  const years = (span.to - span.from) / 365.25
  const room = width / years
  const months = room > 220 ? 3 : room > 44 ? 12 : room > 22 ? 24 : 60
  const first = Temporal.PlainDate.from(dateAt(span.from)).with({ month: 1, day: 1 })
  const marks: { date: EffectiveDate; x: number; year: boolean }[] = []
  for (let at = first; dayOf(at.toString()) <= span.to; at = at.add({ months })) {
    const day = dayOf(at.toString())
    if (day >= span.from) marks.push({ date: dateAt(day), x: xOf(day, span, width), year: at.month === 1 })
  }
  return marks
}
