import { z } from 'zod'
import { Facts } from './facts.ts'
import type { Event, Figure, Pack } from './pack.ts'

export type Answer = number | string | null

const Measure = z.looseObject({
  key: z.string(),
  value: z.number().nullable(),
  municipality: z.string().optional(),
  specialty: z.string().optional(),
})
export const FoundBefore = z.looseObject({
  rule: z.string(),
  outcome: z.string(),
  strength: z.string(),
  params: z.record(z.string(), z.unknown()),
  parameters: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])),
  measured: z.array(Measure),
})
const Findings = z.looseObject({ effectiveOn: z.string(), findings: z.array(FoundBefore) })
const Inputs = z.object({
  event: z.string(),
  finding: z.tuple([z.string(), z.literal('findings'), z.number()]),
  part: z.enum(['value', 'limit', 'said']),
  measure: z.number().optional(),
  name: z.string().optional(),
})

/** One number of a finding that is asked for, with all that may be looked at for it. */
export interface Asked {
  readonly facts: Facts
  readonly finding: z.infer<typeof FoundBefore>
  readonly others: readonly z.infer<typeof FoundBefore>[]
  /** Date that the finding is about. */
  readonly on: string
  /** The measure, and which of those with its key it is. */
  readonly measure: z.infer<typeof Measure> | null
  readonly nth: number
  /** What the paper says. */
  readonly told: Answer
  /** The smallest count of persons that is told. */
  readonly least: number
  parameter(name: string): number
  text(name: string): string
}

/** What a rule makes: values and limits by measure, numbers of its sentence by name. */
export interface Made {
  readonly values?: Readonly<Record<string, Answer>>
  readonly limits?: Readonly<Record<string, Answer>>
  readonly said?: Readonly<Record<string, Answer>>
}

/** A rule computed again. */
export type Again = (asked: Asked) => Made

/** The formula of a rule: what it makes, held against the event that recorded it as well. */
export function byRule(again: Again) {
  return (inputs: Record<string, unknown>, pack: Pack, { value: told }: Figure): Answer => {
    const { event, finding: path, part, measure: index, name } = Inputs.parse(inputs)
    const set = Findings.parse(eventIn(pack, event).data[path[0]])
    const finding = set.findings[path[2]]
    if (finding === undefined || pack.facts === null) throw new Error('the finding or its facts are not in the pack')
    const measure = index === undefined ? null : (finding.measured[index] ?? null)
    const made = again({
      facts: factsOf(pack),
      finding,
      others: set.findings,
      on: set.effectiveOn,
      measure,
      nth: finding.measured.slice(0, index ?? 0).filter(({ key }) => key === measure?.key).length,
      told,
      least: Number(pack.ruleSet?.parameters.minCell ?? 1),
      parameter: (key) => z.number().parse(finding.parameters[key]),
      text: (key) => String(finding.parameters[key]),
    })
    const recorded = part === 'said' ? finding.params[name ?? ''] : part === 'limit' ? measure?.limit : measure?.value
    if (recorded !== told) throw new Error(`the event says ${JSON.stringify(recorded)}`)
    const [of, key] = part === 'said' ? [made.said, name] : [part === 'limit' ? made.limits : made.values, measure?.key]
    const answer = of?.[key ?? '']
    if (answer === undefined) throw new Error(`nothing makes ${key}`)
    return answer
  }
}

function eventIn({ events }: Pack, id: string): Event {
  const found = events.find((one) => one.id === id)
  if (found === undefined) throw new Error(`the event ${id} is not in the pack`)
  return found
}

const read = new WeakMap<object, Facts>()

/** The facts of a pack; read once, for every figure asks them. */
export function factsOf({ facts }: Pack): Facts {
  if (facts === null) throw new Error('the pack has no facts')
  const known = read.get(facts) ?? Facts.parse(facts)
  read.set(facts, known)
  return known
}

/** All added up; unknown where one of them is. */
export function added(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0)
}
