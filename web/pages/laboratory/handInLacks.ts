import { isOpen } from '../cases/progress.ts'
import type { Scenario } from './scenarioAnswer.ts'

type HandedIn = Pick<Scenario, 'proposal' | 'count' | 'handIn'>

/** Why a scenario cannot be handed in at all: its last case waits, nothing is on, or the asker has no committee. */
export function whyNotHandIn({ proposal, count, handIn }: HandedIn): 'waits' | 'nothingOn' | 'noRegion' | null {
  if (proposal !== null && isOpen(proposal.status)) return 'waits'
  if (count.on === 0) return 'nothingOn'
  return handIn.region === null ? 'noRegion' : null
}

/** What is still lacking for handing it in: a change that goes along, the plan that caps become part of, a day. */
export function handInLack(
  { count, handIn: { stays } }: HandedIn,
  { planRef, wantedFrom }: { readonly planRef: string; readonly wantedFrom: string | undefined },
): 'onlyMadeUp' | 'nothingHere' | 'needPlan' | 'needDate' | null {
  if (count.on === stays.length)
    return stays.length > 0 && stays.every(({ why }) => why === 'scenario.madeUp') ? 'onlyMadeUp' : 'nothingHere'
  if (planRef.trim() === '') return 'needPlan'
  return wantedFrom === undefined ? 'needDate' : null
}
