import type { AsOf } from '#api/asOf'
import type { Scope } from '#api/policy'
import { ChangeTold } from '#api/views/changeTold'
import { CoverageAsked } from '#api/views/coverage'
import type { RefusedChange, ScenarioProblem } from '#api/views/scenario'
import type { SubjectOf } from '#events/caseSubject'
import type { CaseId } from '#events/identifiers'
import { madeUpChanges } from '#events/madeUp'
import type { PlannedChange } from '#events/scenario'
import { EffectiveDate } from '#events/time'
import { readPlanned } from '../deciders/plannedCommand.ts'
import type { KnownScenario } from '../deciders/scenario.ts'
import { demandAt } from '../demand/demand.ts'
import { expectedIn } from '../demand/expected.ts'
import type { Views } from '../projections/views.ts'
import { answered, NotFound } from '../queries/answered.ts'
import { maySee } from '../queries/caseAccess.ts'
import { refusedFor } from '../queries/caseEconomics.ts'
import { type CaseRecord, caseRecords, isOpen } from '../queries/caseRecords.ts'
import { municipalitiesOfArea } from '../queries/facts/areaMembers.ts'
import { quotasAt } from '../queries/facts/quotas.ts'
import { planInForce } from '../queries/planInForce.ts'
import type { AnswerOf, AsyncQuery, World } from '../queries/query.ts'
import { refusedChanges } from '../queries/refusedChanges.ts'
import { changeProblems } from './changeProblems.ts'
import { figureIn, measured, unitOf } from './comparison.ts'
import { contentKey } from './decided.ts'
import { ruledOn, scenarioIn } from './handedIn.ts'
import type { Planned } from './planned.ts'
import { documentedIn, municipalitiesOfEach, proposedCaps } from './proposalFacts.ts'
import { baseAt, scenarioRecord } from './records.ts'
import { touchesOf } from './touches.ts'

type Answer = AnswerOf<'proposal'>

/** The changes of a proposal with what each would meet now, or met when it was adopted. */
export function createProposal(main: Views, planned: Planned): AsyncQuery<'proposal'> {
  return async (_views, at, scope, { case: id }, world) => {
    const { record, subject, state } = handedInAs(main, id, scope, world)
    const { scenario, name, revision, key } = subject
    const open = isOpen(record)
    const base = baseAt(main, null) ?? state.base
    const problems = open ? await changeProblems(planned, { ...state, base }) : new Map<string, ScenarioProblem[]>()
    const refused = refusedChanges(main, id, nowIn(world))
    const now = scenarioRecord(main, scenario)?.state
    const on = state.changes.filter((one) => one.on)
    const madeUp = madeUpChanges(state.changes)
    const asked: Asked = { main, record, scope, world, at: { effectiveOn: record.wantedFrom, recordedAt: 'now' } }
    return {
      at: answered(main, at),
      scenario,
      name,
      region: record.region,
      revision,
      key,
      asOf: state.asOf,
      base: { recordedAt: state.base.recordedAt, events: state.base.events },
      edited: now === undefined || contentKey(now.base, [], now.changes) !== contentKey(state.base, [], state.changes),
      adopted: record.effect !== null,
      changes: changesOf(on, asked).map((one, index) => {
        const met = refused.find(({ change }) => change === one.change)
        const found = [
          ...(open && madeUp.has(one.change) ? [notDecided] : []),
          ...(problems.get(one.change) ?? []),
          ...(open ? sizeProblems(on[index], asked) : []),
        ]
        return {
          ...one,
          problems: found.map((problem) => refusedFor(scope, problem)),
          refused: met === undefined ? null : refusedFor(scope, met),
        }
      }),
    }
  }
}

/**
 * The comparison's figures for the proposal beside the register that it stood on: with what a ruling on it decides and that
 * register takes. The rest is listed.
 */
export function createProposalFigures(main: Views, planned: Planned): AsyncQuery<'proposalFigures'> {
  return async (_views, { recordedAt }, scope, { case: id, group }, world) => {
    const { record, state } = handedInAs(main, id, scope, world)
    const at: AsOf = { effectiveOn: state.asOf, recordedAt }
    const asked = CoverageAsked.parse({ group, offers: 'without', measure: 'share' })
    const measure = async (of: KnownScenario) =>
      await measured((await planned.openAt(of)).views, at, scope, asked, record.region, world)
    const ruled = { ...state, changes: ruledOn(state.changes) }
    const base = await measure({ ...state, changes: [] })
    const { figures } = await measure(ruled)
    const leftOut = await leftOutOf(planned, state, ruled)
    return {
      at: answered(main, at),
      group,
      max: asked.max,
      figures: figures.map(([figure, a]) => ({
        figure,
        unit: unitOf(figure, asked),
        base: figureIn(base.figures, figure),
        a,
      })),
      leftOut: leftOut.map((one) => refusedFor(scope, one)),
    }
  }
}

/** Changes that are on and do nothing to the figures: made up, or refused by the register that they stood on. */
async function leftOutOf(planned: Planned, handedIn: KnownScenario, ruled: KnownScenario): Promise<RefusedChange[]> {
  const problems = await changeProblems(planned, ruled)
  const isRuledOn = new Set(ruled.changes.map(({ change }) => change))
  return handedIn.changes
    .filter(({ on }) => on)
    .flatMap(({ change, command: { type } }) => {
      const met = isRuledOn.has(change)
        ? problems.get(change)?.find(({ severity }) => severity === 'error')
        : notDecided
      return met === undefined ? [] : [{ change, command: type, code: met.code, params: met.params }]
    })
}

/** What is made up in the scenario, and was handed in before that was looked at. */
const notDecided: ScenarioProblem = { severity: 'error', code: 'case.changeMadeUp', params: {} }

interface Asked {
  readonly main: Views
  readonly record: CaseRecord
  readonly scope: Scope
  readonly world: World
  readonly at: AsOf
}

interface HandedIn {
  readonly record: CaseRecord
  readonly subject: SubjectOf<'A16'>
  readonly state: KnownScenario
}

/** The case and its scenario at the revision. Throws `NotFound` for who may not see the case, and for any other case. */
function handedInAs(main: Views, id: CaseId, scope: Scope, world: World): HandedIn {
  const record = caseRecords(main, nowIn(world), id)[0]
  const subject = record?.subject
  if (record === undefined || subject?.type !== 'A16' || !maySee(scope, record)) throw new NotFound(`Proposal ${id}`)
  const state = scenarioIn(main, subject)
  if (state === null) throw new NotFound(`Scenario ${subject.scenario}`)
  return { record, subject, state }
}

function nowIn({ today }: Pick<World, 'today'>): AsOf {
  return { effectiveOn: today, recordedAt: 'now' }
}

type ChangeAnswer = Omit<Answer['changes'][number], 'problems' | 'refused'>

function changesOf(on: readonly PlannedChange[], { main, record, world, at }: Asked): readonly ChangeAnswer[] {
  const quotas = quotasAt(main, at)
  const caps = new Map(on.map((one) => [one.change, proposedCaps([one])[0]]))
  const set = [...caps.values()].flatMap((cap) => cap ?? [])
  const documented = documentedIn(main, { at, region: record.region, world }, set)
  const municipalities = municipalitiesOfEach(on, { before: main, at, world })
  return on.map(({ change, command, comment }, index) => {
    const cap = caps.get(change)
    const from = EffectiveDate.safeParse(command.data.effectiveFrom)
    const told = ChangeTold.parse(command.data)
    const head = { change, command: command.type, told, effectiveFrom: from.success ? from.data : null, comment }
    const where = { touches: touchesOf(command, main, at), municipalities: [...(municipalities[index] ?? [])] }
    if (cap === undefined) return { ...head, ...where, cap: null }
    const { cap: value, basis, method, area, target } = cap
    const standing = quotas.of(area, target)
    const adopted = standing?.status === 'adopted' ? { cap: standing.cap, planRef: standing.planRef } : null
    return { ...head, ...where, cap: { value, basis, method, adopted, documented: documented[set.indexOf(cap)] ?? 0 } }
  })
}

/** A cap can be adopted only on a size that is known and may be told; whoever rules is told before. */
function sizeProblems(one: PlannedChange | undefined, { main, record, world, at }: Asked): readonly ScenarioProblem[] {
  if (one === undefined) return []
  const read = readPlanned(one.command)
  if (!('command' in read) || read.command.type !== 'ProposeQuota') return []
  const { area, target, basis } = read.command.data
  const counted = basis ?? planInForce(main, record.region, at)?.parameters.capBasis
  if (counted === undefined) return []
  const { areas } = world.geography
  const municipalities = municipalitiesOfArea(main, areas, area, at)
  const told = expectedIn(demandAt(main, areas, nowIn(world)), target.id, counted, municipalities)
  if (told.state === 'value') return []
  return [{ severity: 'error', code: told.state === 'hidden' ? 'quota.countHidden' : 'quota.countUnknown', params: {} }]
}
