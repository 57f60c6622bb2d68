import { z } from 'zod'
import { Problem } from './problem.ts'

/**
 * How far a long answer has come: `done` of `all`. `ground`: steps of preparing roads and people; `places`: places measured;
 * `groups`: groups and services compared; `tables`: groups whose table is published; `areas`: areas counted; `placing`: steps of
 * a search for the best sites; `sharing`: ways in which people were shared among sites with room for so many; `queue`: others'
 * questions that are answered first.
 */
export const Progress = z.object({
  of: z.enum(['ground', 'places', 'groups', 'tables', 'areas', 'placing', 'sharing', 'queue']),
  done: z.int().min(0),
  all: z.int().min(0),
})
export type Progress = z.infer<typeof Progress>

/**
 * Media type of an answer that tells how far it has come, for those who accept it: an `AnswerLine` of JSON on each line. Who
 * does not, or whose answer is there at once, gets the answer alone as JSON.
 */
export const progressType = 'application/x-ndjson'

/** A line of such an answer. The last is the answer or the problem, all before it are progress. */
export const AnswerLine = z.union([
  z.strictObject({ progress: Progress }),
  z.strictObject({ answer: z.unknown() }),
  z.strictObject({ problem: Problem }),
])
export type AnswerLine = z.infer<typeof AnswerLine>
