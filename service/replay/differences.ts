import type { FindingPart } from '#api/views/replay'
import type { EventId } from '#events/envelope'
import type { Finding } from '#events/finding'
import { canonicalJson } from '../canonical.ts'
import type { Figure } from './figures.ts'

/** Events that something rests on now and did not then, and the other way round. */
export interface MovedInputs {
  readonly added: readonly EventId[]
  readonly removed: readonly EventId[]
}

/** The same thing then and now; null where it is not there. */
export interface Paired<Thing> {
  readonly known: Thing | null
  readonly now: Thing | null
}

/** Pairs two lists by what a thing is called: in the order of the first, then what is only in the second. */
export function pairedBy<Thing>(
  then: readonly Thing[],
  now: readonly Thing[],
  nameOf: (thing: Thing) => string,
): readonly Paired<Thing>[] {
  const byName = new Map(now.map((thing) => [nameOf(thing), thing]))
  const names = new Set(then.map(nameOf))
  return [
    ...then.map((thing) => ({ known: thing, now: byName.get(nameOf(thing)) ?? null })),
    ...now.filter((thing) => !names.has(nameOf(thing))).map((thing) => ({ known: null, now: thing })),
  ]
}

/** True when both say the same, however they were put together. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b)
}

/** Parts of a finding, and the members that each is made of. Which events it rests on is how it was found, not what. */
const partsOfFinding: Readonly<Record<FindingPart, readonly (keyof Finding)[]>> = {
  outcome: ['outcome', 'strength', 'derogationPossible'],
  figures: ['measured', 'flips', 'missing'],
  parameters: ['parameters'],
  explanation: ['code', 'params'],
  evidence: ['evidence'],
  rule: ['version', 'sources'],
}

/** The parts in which two findings of one rule differ; all of them where one is missing. */
export function findingDifferences({ known, now }: Paired<Finding>): readonly FindingPart[] {
  // The names of `Object.entries` are the table's own.
  const parts = Object.entries(partsOfFinding) as [FindingPart, readonly (keyof Finding)[]][]
  return parts.flatMap(([part, members]) =>
    members.some((member) => !isSame(known?.[member] ?? null, now?.[member] ?? null)) ? [part] : [],
  )
}

/** What a difference between two findings rests on. */
export function movedUnderFinding({ known, now }: Paired<Finding>): MovedInputs {
  return moved(known?.inputs ?? [], now?.inputs ?? [])
}

/** What a difference between two figures rests on: only the parts that say something else. */
export function movedUnderFigure({ known, now }: Paired<Figure>): MovedInputs {
  const names = new Set([...(known?.parts.keys() ?? []), ...(now?.parts.keys() ?? [])])
  const differing = [...names].flatMap((name) => {
    const [before, after] = [known?.parts.get(name), now?.parts.get(name)]
    return before?.said === after?.said ? [] : [moved(before?.inputs ?? [], after?.inputs ?? [])]
  })
  return {
    added: [...new Set(differing.flatMap(({ added }) => added))],
    removed: [...new Set(differing.flatMap(({ removed }) => removed))],
  }
}

function moved(then: readonly EventId[], now: readonly EventId[]): MovedInputs {
  const [before, after] = [new Set(then), new Set(now)]
  return { added: now.filter((id) => !before.has(id)), removed: then.filter((id) => !after.has(id)) }
}

/** Names of the members in which two objects differ, in alphabetical order. */
export function differingMembers(a: object, b: object): readonly string[] {
  const [before, after] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => !isSame(before.get(name) ?? null, after.get(name) ?? null))
    .toSorted()
}
