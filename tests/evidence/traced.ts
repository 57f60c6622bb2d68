import { z } from 'zod'
import { factsOf } from './asked.ts'
import { amountIn } from './formulas.ts'
import type { Event, Pack } from './pack.ts'
import type { Difference } from './recompute.ts'

/** A fact that says an amount and the events that it comes from. */
const Amount = z.looseObject({ amount: z.number().nullable(), inputs: z.array(z.string()) })

/** Facts that events say themselves, held against these events. */
export function traced(pack: Pack): Difference[] {
  if (pack.facts === null) return []
  const { capacity, consultations, knownAt } = factsOf(pack)
  const { bend = null } = capacity ?? {}
  return [
    ...amounts(pack.facts, 'facts', pack),
    ...(bend?.specialties ?? []).map(({ specialty, unitsHundredths }) => ({
      where: `facts.capacity.bend ${specialty}`,
      says: unitsHundredths,
      makes: amountIn(named(pack, bend?.inputs ?? []).filter((event) => isUnitsOf(event, specialty))) ?? 0,
    })),
    ...consultations.map(({ municipality, state, inputs }) => ({
      where: `facts.consultations ${municipality}`,
      says: state === 'answered',
      makes: isAnswered(pack, inputs, knownAt),
    })),
  ]
}

const Units = z.looseObject({ unitsHundredths: z.number(), specialty: z.string() })
const Corrected = z.looseObject({
  change: z.looseObject({ field: z.literal('unitsHundredths'), specialty: z.string() }),
})

function isUnitsOf({ data }: Event, specialty: string): boolean {
  const said = Units.safeParse(data).data ?? Corrected.safeParse(data).data?.change
  return said?.specialty === specialty
}

function amounts(value: unknown, where: string, pack: Pack): Difference[] {
  if (typeof value !== 'object' || value === null) return []
  const { data } = Amount.safeParse(value)
  const own =
    data === undefined || data.amount === null
      ? []
      : [{ where: `${where}.amount`, says: data.amount, makes: amountIn(named(pack, data.inputs)) }]
  return [...own, ...Object.entries(value).flatMap(([key, part]) => amounts(part, `${where}.${key}`, pack))]
}

/** True when a hearing had been answered by the instant. */
function isAnswered(pack: Pack, inputs: readonly string[], knownAt: string): boolean {
  const streams = new Set(pack.events.filter(({ id }) => inputs.includes(id)).map(({ stream }) => stream))
  return pack.events.some(
    ({ type, stream, recordedAt }) => type === 'ConsultationAnswered' && streams.has(stream) && recordedAt <= knownAt,
  )
}

/** Events by id, of those that hold on the date of the findings. */
function named({ events, facts }: Pack, ids: readonly string[]): Event[] {
  const on = String(facts?.effectiveOn)
  return events.filter(({ id, effectiveFrom }) => ids.includes(id) && effectiveFrom <= on)
}
