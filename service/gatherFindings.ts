import type { AsOf } from '#api/asOf'
import type { EventId } from '#events/envelope'
import type { FindingSet } from '#events/finding'
import type { CaseId } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import type { CaseFile, CaseState } from './deciders/caseState.ts'
import { type DocketState, docket, type Ruling } from './deciders/docket.ts'
import { effectOf } from './effects/effects.ts'
import { knownFor } from './effects/known.ts'
import { type Folded, foldStream } from './fold.ts'
import { type GatherParts, known, planOn, readCase, untilCurrent } from './gatherCase.ts'
import { type Gathered, nothingGathered } from './handle.ts'
import type { Views } from './projections/views.ts'
import { withGround } from './queries/facts/coverage.ts'
import { judgedFacts } from './queries/judgedFacts.ts'
import { responsibleRegion } from './rules/responsibleRegion.ts'
import { evaluate } from './rules/rulebook.ts'
import type { EventStore } from './store/eventStore.ts'

/** The case, the parameters in force and fresh findings; on the case's own date when none is given. */
export async function withFindings(parts: GatherParts, id: CaseId, on: EffectiveDate | null): Promise<Gathered> {
  const { state } = await readCase(parts.store, id)
  if (state.status === 'none') return nothingGathered
  const { file } = state
  const effectiveOn = on ?? file.wantedFrom
  // The docket of the committee that would rule today: after a merger, the new one's.
  const responsible = responsibleRegion(file.region, parts.world().today)
  const committee = await foldStream(parts.store, `docket-${responsible}`, docket)
  const seen = await appliedUpTo(parts.store, committee)
  await untilCurrent(parts)
  const plan = planOn(parts, file, effectiveOn)
  if (plan === null) return known(state)
  const findings = await compute(parts, file, effectiveOn, seen)
  return { ...known(state), plan: plan.parameters, findings }
}

/**
 * The docket's revision up to which every ruling's consequence stands in the register. A ruling whose consequence is
 * still on its way has not been seen yet, whatever the docket says.
 */
async function appliedUpTo(store: EventStore, { state, revision }: Folded<DocketState>): Promise<number> {
  let seen = revision
  // Reactors take rulings in order, so everything before an applied one is applied.
  for (const ruling of state.rulings.toReversed()) {
    const ruled = await readCase(store, ruling.data.case)
    if (await isDone(store, ruled.state, ruling)) return seen
    seen = ruling.revision - 1
  }
  return seen
}

/** True when granting the case is followed by a change in the register, or by the record that there could be none. */
async function changesRegister(
  store: EventStore,
  { subject, receivedOn, region, wantedFrom: from }: CaseFile,
): Promise<boolean> {
  const occasion = { from, receivedOn, region, ruling: null }
  const change = effectOf(subject, occasion, await knownFor(store, subject, occasion))
  return 'lacks' in change || change.commands.length > 0
}

async function isDone(store: EventStore, state: CaseState, { data, withdrawn }: Ruling): Promise<boolean> {
  if (withdrawn || state.status === 'none') return true
  if (state.file.ruling?.number !== data.number) return false
  return state.status !== 'ruled' || data.outcome === 'refused' || !(await changesRegister(store, state.file))
}

/** Runs every rule at once, on the register before the change and after it. */
async function compute(
  parts: GatherParts,
  file: CaseFile,
  effectiveOn: EffectiveDate,
  docketRevision: number,
): Promise<FindingSet | null> {
  const { views, scenarios, world: worldNow } = parts
  const at: AsOf = { effectiveOn, recordedAt: 'now' }
  const { ground } = await withGround(views, file.subject, at, worldNow())
  const changed = await scenarios.supposing(file.case)
  // From here on everything happens in one turn, so that plan and facts are of the same moment.
  const world = { ...worldNow(), ...(ground === undefined ? {} : { ground }) }
  const plan = planOn(parts, file, effectiveOn)
  if (plan === null) return null
  const facts = judgedFacts(views, changed, file, at, world)
  // What the application says; not what was recorded about its handling, such as earlier findings.
  const findings = evaluate({ ...facts, caseInputs: file.inputs }, plan.parameters)
  const { ruleSet, ruleSetVersion } = plan
  return {
    ruleSet,
    ruleSetVersion,
    effectiveOn,
    knownAt: world.now,
    docketRevision,
    // The scenario's own events are no facts; a finding names only events of the log.
    findings: findings.map((finding) => ({ ...finding, inputs: finding.inputs.filter((id) => isRecorded(views, id)) })),
  }
}

function isRecorded(views: Views, id: EventId): boolean {
  return views.statement('SELECT 1 FROM event WHERE id = :id').get({ id }) !== undefined
}
