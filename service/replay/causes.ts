import type { EventId } from '#events/envelope'
import type { Finding } from '#events/finding'
import { findingDifferences } from './differences.ts'
import type { JudgeNow } from './judgedNow.ts'

/** Events that are left out one by one at most; with more of them, all are named. */
const mostTried = 12

/**
 * Of the events that a finding rests on now and did not before, those that made it what it is: without one of them it
 * would be another. All of them, where each alone changes nothing or there are too many to try.
 */
export function causesAmong(
  judge: JudgeNow,
): (now: Finding | null, rule: string, candidates: readonly EventId[]) => readonly EventId[] {
  const tried = new Map<EventId, ReturnType<JudgeNow>>()
  const without = (event: EventId) => {
    const judged = tried.get(event) ?? judge([event])
    tried.set(event, judged)
    return judged
  }
  return (now, rule, candidates) => {
    const isTried = candidates.length > 1 && new Set([...tried.keys(), ...candidates]).size <= mostTried
    if (!isTried) return candidates
    const causes = candidates.filter((event) => {
      const otherwise = without(event)?.findings.find((finding) => finding.rule === rule) ?? null
      return findingDifferences({ known: otherwise, now }).length > 0
    })
    return causes.length > 0 ? causes : candidates
  }
}
