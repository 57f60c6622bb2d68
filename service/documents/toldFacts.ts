import type { EvidencePack } from '#api/views/evidence'
import type { FactsThen } from './factsThen.ts'

/**
 * The facts as a pack tells them. Counts of patients are in them only as far as they may be told; where people live
 * stands under `cover`, by itself for squares that may be shown and together for the others.
 */
export function toldFacts({ facts, cover, ...times }: FactsThen): NonNullable<EvidencePack['facts']> {
  const { coverage, ...rest } = facts
  // As the file has it: without what JSON cannot say.
  return JSON.parse(JSON.stringify({ ...times, ...rest, prepared: coverage !== 'unprepared', cover }))
}
