import type { AsOf } from '#api/asOf'
import type { Command } from '#api/contract'
import type { RelatedCase } from '#events/case'
import type { EventId, Position } from '#events/envelope'
import type { FindingSet } from '#events/finding'
import { CaseId, type RegionCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import type { Attachments } from './attachments/attachments.ts'
import { applicationCase, type CaseFile, type CaseState, isOpen } from './deciders/case.ts'
import { Refusal } from './deciders/decider.ts'
import { type DocketState, docket, type Ruling } from './deciders/docket.ts'
import { countedOn } from './deciders/quota.ts'
import { scenario } from './deciders/scenario.ts'
import { demandAt } from './demand/demand.ts'
import { expectedIn, sizeSource } from './demand/expected.ts'
import { effectOf } from './effects/effects.ts'
import { knownFor } from './effects/known.ts'
import { type Folded, foldStream } from './fold.ts'
import { type HearingCommand, hearingFacts } from './gatherHearing.ts'
import { atMeeting, tabledFor } from './gatherMeeting.ts'
import { halfYearFor } from './halfYears/assembled.ts'
import { type Gather, type Gathered, nothingGathered } from './handle.ts'
import { withOtherPools } from './otherPools.ts'
import type { Views } from './projections/views.ts'
import { municipalitiesOfArea } from './queries/facts/areaMembers.ts'
import { withGround } from './queries/facts/coverage.ts'
import { judgedFacts } from './queries/judgedFacts.ts'
import { claimsOn, planInForce } from './queries/planInForce.ts'
import type { World } from './queries/query.ts'
import { SEAL_SCHEME, sealOf } from './replay/knowledge.ts'
import { rulingsMade } from './replay/ruledCase.ts'
import { responsibleRegion } from './rules/responsibleRegion.ts'
import { evaluate } from './rules/rulebook.ts'
import { dataVersionsFor } from './scenarios/dataVersions.ts'
import { contentKey } from './scenarios/decided.ts'
import { scenarioAt } from './scenarios/handedIn.ts'
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

/**
 * Gathers what a command needs to know beyond its own stream. The case, its hearings and the docket are read from the
 * log itself; the register from the views, once they hold every event that the decision must have seen.
 */
export function createGather(parts: GatherParts): Gather {
  return async (command) => {
    switch (command.type) {
      case 'ComputeFindings':
        return await withFindings(parts, command.data.case, null)
      case 'IssueRuling':
        return {
          ...(await withFindings(parts, command.data.case, command.data.effectiveFrom)),
          ...(await atMeeting(parts.store, command.data)),
        }
      case 'OpenCase':
        return {
          ...(await withDate(parts, command.data.region, command.data.wantedFrom)),
          ...(await withRelated(parts.store, command.data.relates)),
        }
      case 'CorrectCaseInformation':
        return await withCorrection(parts, command.data)
      case 'AwardNewEstablishment':
        return await withOtherPools(parts.store, command.data)
      case 'SubmitScenario':
        return {
          ...(await withDate(parts, command.data.region, command.data.wantedFrom)),
          ...(await handedIn(parts, command.data)),
        }
      case 'AdoptProposedQuota':
        return await withProposedSize(parts, command.data)
      case 'AdoptQuota':
        return await withQuotaSize(parts, command.data)
      case 'RecordDisagreement':
        return { ...(await withPlan(parts, command.data.case)), ...(await atMeeting(parts.store, command.data)) }
      case 'ApproveMinutes':
        await untilCurrent(parts)
        return { ...nothingGathered, tabled: tabledFor(parts.views, command.data, parts.world().today) }
      case 'DemandReferral':
      case 'SendConsultation':
        return await withPlan(parts, command.data.case)
      case 'RemindConsultation':
      case 'ExtendConsultation':
      case 'RequestConsultationExtension':
      case 'MarkConsultationNotRequired':
      case 'AnswerConsultation':
        return await withHearing(parts, command)
      case 'PublishHalfYearlyData':
        await untilCurrent(parts)
        return { ...nothingGathered, halfYear: halfYearFor(parts.views, parts.world(), command.data) }
      case 'SealRuling':
        return await withSeal(parts, command.data)
      case 'CreateScenario':
      case 'RebaseScenario':
        await untilCurrent(parts)
        return { ...nothingGathered, scenarioGround: await parts.scenarios.planned.ground(command) }
      default:
        return nothingGathered
    }
  }
}

type AdoptQuota = Extract<Command, { type: 'AdoptQuota' }>['data']
type Adopted = Pick<AdoptQuota, 'effectiveFrom' | 'area' | 'target'> & {
  readonly count: Pick<AdoptQuota['count'], 'asOf'>
  readonly parameters: Pick<AdoptQuota['parameters'], 'basis'>
}

/** What may be told of how many patients the cap is for, on the day of the count. */
async function withQuotaSize(
  parts: GatherParts,
  { effectiveFrom, area, target, count, parameters }: Adopted,
): Promise<Gathered> {
  if (parameters.basis === null || count.asOf === null) return nothingGathered
  await untilCurrent(parts)
  const { areas } = parts.world().geography
  // The area as it will be, and its patients as they were counted.
  const on = (effectiveOn: EffectiveDate): AsOf => ({ effectiveOn, recordedAt: 'now' })
  const municipalities = municipalitiesOfArea(parts.views, areas, area, on(effectiveFrom))
  if (municipalities.length === 0) throw new Refusal('quota.unknownArea', { code: area.code, effectiveFrom })
  const demand = demandAt(parts.views, areas, on(count.asOf))
  return { ...nothingGathered, quotaSize: expectedIn(demand, target.id, parameters.basis, municipalities) }
}

type AdoptProposed = Extract<Command, { type: 'AdoptProposedQuota' }>['data']

/** The parameters in force for a proposed cap, and how many patients it is for, by what may be told today. */
async function withProposedSize(parts: GatherParts, data: AdoptProposed): Promise<Gathered> {
  await untilCurrent(parts)
  const { effectiveFrom, area, target, basis } = data
  const parameters = planOn(parts, data, effectiveFrom)?.parameters ?? null
  if (parameters === null) return nothingGathered
  const { today, geography } = parts.world()
  const asOf = countedOn(today, effectiveFrom)
  const counted = basis ?? parameters.capBasis
  const sized = await withQuotaSize(parts, {
    effectiveFrom,
    area,
    target,
    count: { asOf },
    parameters: { basis: counted },
  })
  const demand = demandAt(parts.views, geography.areas, { effectiveOn: asOf, recordedAt: 'now' })
  return { ...sized, plan: parameters, quotaSource: sizeSource(demand, target.id, counted) }
}

type Submitted = Extract<Command, { type: 'SubmitScenario' }>['data']

/** The scenario at the revision that is handed in, and the open case that it may be in. */
async function handedIn({ store, views, world }: GatherParts, asked: Submitted): Promise<Pick<Gathered, 'handedIn'>> {
  const then = await scenarioAt(store, asked)
  const { state: now, revision } = await foldStream(store, `scenario-${asked.scenario}`, scenario)
  if (then === null || now.status === 'none' || revision < asked.revision)
    throw new Refusal('scenario.unknown', { scenario: asked.scenario })
  const there = now.submitted === null ? null : await readCase(store, CaseId.parse(now.submitted.case))
  const dataVersions = dataVersionsFor(views, world(), then.asOf, then.base)
  return {
    handedIn: {
      name: then.name,
      key: contentKey(then.base, dataVersions, then.changes),
      on: then.changes.filter(({ on }) => on).length,
      inCase: there !== null && isOpen(there.state) ? there.state.file.case : null,
    },
  }
}

type Corrected = Extract<Command, { type: 'CorrectCaseInformation' }>['data']

/** A date that a correction moves the case to is looked at as one of a new case. */
async function withCorrection(parts: GatherParts, { case: id, correction }: Corrected): Promise<Gathered> {
  if (correction.field !== 'wantedFrom') return nothingGathered
  const { state } = await readCase(parts.store, id)
  return state.status === 'none' ? nothingGathered : await withDate(parts, state.file.region, correction.new)
}

/** The earlier case that a new one is about. */
async function withRelated(store: EventStore, relates: RelatedCase | undefined): Promise<Partial<Gathered>> {
  if (relates === undefined) return {}
  const { state } = await readCase(store, relates.case)
  return state.status === 'none' ? {} : known(state)
}

/** Refuses a date before the first rule set of the region, and one that two rule sets claim; each by its name. */
async function withDate(parts: GatherParts, region: RegionCode, wantedFrom: EffectiveDate): Promise<Gathered> {
  await untilCurrent(parts)
  const { views } = parts
  const { firstDay } = claimsOn(views, region, { effectiveOn: wantedFrom, recordedAt: 'now' })
  if (firstDay !== null && wantedFrom < firstDay)
    throw new Refusal('case.beforeRuleSets', { wantedFrom, firstDay, region })
  planOn(parts, { region }, wantedFrom)
  return nothingGathered
}

/** The case as it stands, and what else a hearing's command must know. */
async function withHearing(parts: GatherParts, command: HearingCommand): Promise<Gathered> {
  const { state } = await readCase(parts.store, command.data.case)
  return state.status === 'none' ? nothingGathered : { ...known(state), ...(await hearingFacts(parts, command)) }
}

type Sealing = Extract<Command, { type: 'SealRuling' }>['data']

/** What the committee knew at its ruling, as a digest. */
async function withSeal(parts: GatherParts, { case: id, number }: Sealing): Promise<Gathered> {
  await untilCurrent(parts)
  const { today } = parts.world()
  const ruled = rulingsMade(parts.views, today, id).find(({ data }) => data.number === number)
  const digest = ruled === undefined ? null : sealOf(parts.views, ruled, { today })
  return { ...nothingGathered, ...(digest === null ? {} : { sealed: { scheme: SEAL_SCHEME, digest } }) }
}

/** The case and the parameters in force on its effective date. */
async function withPlan(parts: GatherParts, id: CaseId): Promise<Gathered> {
  const { state } = await readCase(parts.store, id)
  if (state.status === 'none') return nothingGathered
  await untilCurrent(parts)
  const plan = planOn(parts, state.file, state.file.wantedFrom)
  return { ...known(state), plan: plan?.parameters ?? null }
}

/** The same with fresh findings; on the case's own date when none is given. */
async function withFindings(parts: GatherParts, id: CaseId, on: EffectiveDate | null): Promise<Gathered> {
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

async function readCase(store: EventStore, id: CaseId): Promise<Folded<CaseState>> {
  return await foldStream(store, `case-${id}`, applicationCase)
}

function known(state: Exclude<CaseState, { status: 'none' }>): Gathered {
  const { region, wantedFrom, round, involved, findings } = state.file
  return { ...nothingGathered, caseStatus: state.status, caseKnown: { region, wantedFrom, round, involved, findings } }
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

/** Waits until the views hold everything that is in the log now, so that findings rest on all that was recorded. */
async function untilCurrent({ store, views, seen }: GatherParts): Promise<void> {
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

/**
 * The rule set of the region that is responsible on the date: after a merger, the new one's. Refuses a date that
 * two rule sets claim: nobody but the region can say which of them is right.
 */
function planOn({ views }: GatherParts, { region }: Pick<CaseFile, 'region'>, effectiveOn: EffectiveDate) {
  const responsible = responsibleRegion(region, effectiveOn)
  const { names } = claimsOn(views, responsible, { effectiveOn, recordedAt: 'now' })
  if (names.length > 1)
    throw new Refusal('case.twoRuleSets', { wantedFrom: effectiveOn, region: responsible, ruleSets: names })
  return planInForce(views, responsible, { effectiveOn, recordedAt: 'now' })
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
