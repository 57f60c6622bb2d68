import { z } from 'zod'
import { type Answer, byRule } from './asked.ts'
import { days, later, workingDay } from './calendar.ts'
import { capacityRules } from './capacityRules.ts'
import { competenceRules } from './competenceRules.ts'
import type { Event, Figure, Pack } from './pack.ts'
import { procedureRules } from './procedureRules.ts'
import { ridingRules } from './ridingRules.ts'

type Formula = (inputs: Record<string, unknown>, pack: Pack, figure: Figure) => Answer

const Point = z.tuple([z.number(), z.number()])
const Part = z.object({ id: z.string(), value: z.number().nullable(), events: z.array(z.string()).default([]) })
const Parts = z.object({ parts: z.array(Part) })
const Dates = z.object({ from: z.string(), to: z.string() })
const Count = z.object({ from: z.string(), days: z.number() })
const Items = z.object({ items: z.array(z.unknown()), without: z.array(z.unknown()).default([]) })
const Comparison = z.object({
  key: z.string(),
  value: z.number(),
  relation: z.enum(['atMost', 'atLeast']),
  limit: z.number(),
})

/** Metres on a sphere of the radius that the pack names, by the chord between the two directions. */
function greatCircle([lng1, lat1]: readonly [number, number], [lng2, lat2]: readonly [number, number]): number {
  const direction = (lng: number, lat: number) => {
    const [l, p] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180]
    return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)] as const
  }
  const [a, b] = [direction(lng1, lat1), direction(lng2, lat2)]
  const chord = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
  return 2 * 6_371_008.8 * Math.asin(chord / 2)
}

const specialty = z.string()
/** An event that says an amount of a specialty, or that corrects one. */
const Amount = z.union([
  z.object({ unitsHundredths: z.number(), specialty }).transform((data) => ({ ...data, amount: data.unitsHundredths })),
  z.object({ hoursTenths: z.number(), specialty }).transform((data) => ({ ...data, amount: data.hoursTenths })),
  z
    .object({ change: z.object({ field: z.enum(['hoursTenths', 'unitsHundredths']), new: z.number(), specialty }) })
    .transform(({ change }) => ({ specialty: change.specialty, amount: change.new })),
])

const Hours = z.union([
  z.object({ hoursTenths: z.number() }).transform(({ hoursTenths }) => hoursTenths),
  z.object({ old: z.number(), new: z.number() }).transform((data) => data.new),
])

/** What an event says: an amount of a specialty, or the hours of a riding agreement. */
function saidIn({ type, data }: Event) {
  const hours = /^Riding(Agreement(Requested|Permitted|Started)|HoursChanged)$/.test(type)
    ? Hours.safeParse(data).data
    : undefined
  return hours === undefined ? Amount.safeParse(data).data : { amount: hours, specialty: '' }
}

/** The amount of a part as its events have it: the latest of each stream and specialty, added up. */
export function amountIn(events: readonly Event[]): number | null {
  const latest = new Map<string, { readonly event: Event; readonly amount: number }>()
  for (const event of events) {
    const said = saidIn(event)
    if (said === undefined) continue
    const { amount, specialty } = said
    const key = `${event.stream} ${specialty}`
    const known = latest.get(key)?.event
    const isLater =
      known === undefined ||
      event.effectiveFrom > known.effectiveFrom ||
      (event.effectiveFrom === known.effectiveFrom && event.recordedAt >= known.recordedAt)
    if (isLater) latest.set(key, { event, amount })
  }
  return latest.size === 0 ? null : [...latest.values()].reduce((sum, { amount }) => sum + amount, 0)
}

function sum(inputs: Record<string, unknown>, { events }: Pack): Answer {
  const { parts } = Parts.parse(inputs)
  const values = parts.map((part) => {
    const own = events.filter(({ id }) => part.events.includes(id))
    if (part.events.length === 0) return part.value
    const amount = amountIn(own)
    if (amount !== part.value) throw new Error(`${part.id} is ${part.value}, and its events make ${amount}`)
    return amount
  })
  const known = values.filter((value) => value !== null)
  return parts.length > 0 && known.length === 0 ? null : known.reduce((all, value) => all + value, 0)
}

/** Findings that the rule lets pass though a number is over its limit. */
const allowedMore: ReadonlySet<string> = new Set([
  ...['R-01.allowed', 'R-02.crossingAllowed', 'R-03.extra', 'R-03.extraNotified', 'R-03.transition'],
  ...[
    'R-06.owner',
    'R-06.inOrder',
    'R-06.stays',
    'R-08.grandfathered',
    'R-27.holder',
    'R-27.holderPlan',
    'R-31.qualifies',
  ],
])

function verdict(inputs: Record<string, unknown>, _pack: Pack, { value }: Figure): Answer {
  const { code, comparisons } = z.object({ code: z.string(), comparisons: z.array(Comparison) }).parse(inputs)
  const broken = comparisons.filter(({ key, value: measured, relation, limit }) => {
    const held = key.startsWith('delta') ? Math.abs(measured) : measured
    return relation === 'atLeast' ? held < limit : held > limit
  })
  if (value === 'pass' && broken.length > 0 && !allowedMore.has(code))
    return `not met: ${broken.map(({ key }) => key).join(', ')}`
  return value
}

const rules = { ...capacityRules, ...ridingRules, ...competenceRules, ...procedureRules }

/** Every formula by name and version, computed from the inputs in the pack alone. */
export const formulas: Readonly<Record<string, Formula>> = {
  'sum@1': sum,
  'roundedSum@1': (inputs, _pack, { value }) => {
    const { parts } = Parts.parse(inputs)
    const { least } = z.object({ least: z.number() }).parse(inputs)
    const hidden = parts.filter((part) => part.value === null).length
    const low = parts.reduce((all, part) => all + (part.value ?? 0), 0)
    const lowest = Math.round(low / 100) * 100
    const highest = Math.round((low + hidden * (least - 1)) / 100) * 100
    // A hidden part is between nothing and the smallest cell.
    return typeof value === 'number' && value % 100 === 0 && value >= lowest && value <= highest
      ? value
      : value === null && low < least
        ? null
        : lowest
  },
  'mean@1': (inputs) => {
    const { sum: all, of } = z.object({ sum: z.number(), of: z.number().positive() }).parse(inputs)
    return Math.round((all / of) * 10) / 10
  },
  'share@1': (inputs) => {
    const { part, whole } = z.object({ part: z.number(), whole: z.number().positive() }).parse(inputs)
    return Math.round((part / whole) * 1000) / 1000
  },
  'percent@1': (inputs) => {
    const { part, whole } = z.object({ part: z.number(), whole: z.number() }).parse(inputs)
    return whole === 0 ? null : Math.floor((100 * part) / whole)
  },
  'distance@1': (inputs) => {
    const { from, to } = z.object({ from: Point, to: Point }).parse(inputs)
    return Math.round(greatCircle(from, to))
  },
  'days@1': (inputs) => {
    const { from, to } = Dates.parse(inputs)
    return days(from, to)
  },
  'overlap@1': (inputs) => {
    const { from, to } = Dates.parse(inputs)
    return Math.max(0, days(from, to))
  },
  'addDays@1': (inputs) => {
    const { from, days: count } = Count.parse(inputs)
    return later(from, count)
  },
  'deadline@1': (inputs) => {
    const { from, days: count } = Count.parse(inputs)
    return workingDay(later(from, count))
  },
  'count@1': (inputs) => Items.parse(inputs).items.length,
  'without@1': (inputs) => {
    const { items, without } = Items.parse(inputs)
    return items.filter((one) => !without.includes(one)).length
  },
  'above@1': (inputs) => {
    const { value, limit } = z.object({ value: z.number(), limit: z.number() }).parse(inputs)
    return Math.max(0, value - limit)
  },
  'parameter@1': (inputs) => z.object({ value: z.union([z.number(), z.string()]) }).parse(inputs).value,
  'verdict@1': verdict,
  ...Object.fromEntries(Object.entries(rules).map(([rule, again]) => [`${rule}@1`, byRule(again)])),
}
