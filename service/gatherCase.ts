import type { Position } from '#events/envelope'
import type { CaseId } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import type { Attachments } from './attachments/attachments.ts'
import { applicationCase } from './deciders/case.ts'
import type { CaseFile, CaseState } from './deciders/caseState.ts'
import { Refusal } from './deciders/decider.ts'
import { type Folded, foldStream } from './fold.ts'
import { type Gathered, nothingGathered } from './handle.ts'
import type { Views } from './projections/views.ts'
import { claimsOn, type PlanInForce, planInForce } from './queries/planInForce.ts'
import type { World } from './queries/query.ts'
import { responsibleRegion } from './rules/responsibleRegion.ts'
import type { Scenarios } from './scenarios.ts'
import { type EventStore, StoreUnavailable } from './store/eventStore.ts'

export interface GatherParts {
  readonly store: EventStore
  readonly views: Views
  readonly scenarios: Scenarios
  readonly world: () => World
  readonly attachments: Pick<Attachments, 'find'>
  /** True once the views hold the event at the position, false when they do not within the time. */
  readonly seen: (position: Position, timeoutMs: number) => Promise<boolean>
}

/** How long a decision waits for the views to hold what it must know, in milliseconds. */
const waitForViewsMs = 5000

/** The case as the log tells it. */
export async function readCase(store: EventStore, id: CaseId): Promise<Folded<CaseState>> {
  return await foldStream(store, `case-${id}`, applicationCase)
}

/** What a decision beside the case may know of it. */
export function known(state: Exclude<CaseState, { status: 'none' }>): Gathered {
  const { region, wantedFrom, round, involved, findings } = state.file
  return { ...nothingGathered, caseStatus: state.status, caseKnown: { region, wantedFrom, round, involved, findings } }
}

/**
 * The rule set of the region that is responsible on the date: after a merger, the new one's. Refuses a date that
 * two rule sets claim: nobody but the region can say which of them is right.
 */
export function planOn(
  { views }: GatherParts,
  { region }: Pick<CaseFile, 'region'>,
  effectiveOn: EffectiveDate,
): PlanInForce | null {
  const responsible = responsibleRegion(region, effectiveOn)
  const { names } = claimsOn(views, responsible, { effectiveOn, recordedAt: 'now' })
  if (names.length > 1)
    throw new Refusal('case.twoRuleSets', { wantedFrom: effectiveOn, region: responsible, ruleSets: names })
  return planInForce(views, responsible, { effectiveOn, recordedAt: 'now' })
}

/** Waits until the views hold everything that is in the log now, so that findings rest on all that was recorded. */
export async function untilCurrent({ store, views, seen }: GatherParts): Promise<void> {
  const end = new AbortController()
  let last: Position | null = null
  for await (const item of store.subscribe(views.position(), end.signal)) {
    if ('caughtUp' in item) break
    last = item.position
  }
  end.abort()
  if (last !== null && !(await seen(last, waitForViewsMs)))
    throw new StoreUnavailable(`The views have not reached position ${last}`)
}
