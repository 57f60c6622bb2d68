import type { AsOf } from '#api/asOf'
import type { Scope } from '#api/policy'
import type { ScenarioProblem, ScenarioRow } from '#api/views/scenario'
import { CaseId, RegionCode, ScenarioId } from '#events/identifiers'
import type { KnownScenario, ScenarioStep } from '../deciders/scenario.ts'
import type { Views } from '../projections/views.ts'
import { answered, NotFound } from '../queries/answered.ts'
import { refusedFor } from '../queries/caseEconomics.ts'
import { caseRecords } from '../queries/caseRecords.ts'
import { nextCase } from '../queries/cases.ts'
import type { AnswerOf, AsyncQuery, World } from '../queries/query.ts'
import { refusedChanges } from '../queries/refusedChanges.ts'
import { aboveCap } from './aboveCap.ts'
import { changeProblems } from './changeProblems.ts'
import { notHandedIn } from './committees.ts'
import { dataVersionsFor, differences } from './dataVersions.ts'
import { contentKey } from './decided.ts'
import { scenarioIn } from './handedIn.ts'
import type { Planned } from './planned.ts'
import { isOwn, mayLook, type ScenarioRecord, scenarioRecord, scenarioRecords } from './records.ts'
import { touchesOf } from './touches.ts'

/** Every scenario that the asker may see. `main` are the views that scenarios are kept in. */
export function createScenarioList(main: Views): AsyncQuery<'scenarios'> {
  return async (_views, at, scope, { archived }) => ({
    at: answered(main, at),
    rows: scenarioRecords(main)
      .filter((record) => mayLook(record, scope))
      .filter(({ state }) => archived === 'with' || state.status === 'open')
      .map((record) => rowOf(main, record, scope)),
  })
}

/** One scenario with everything about its changes. Throws `NotFound` for who may not know of it. */
export function createScenarioAnswer(main: Views, planned: Planned): AsyncQuery<'scenario'> {
  return async (_views, at, scope, { scenario: id }, world) => {
    const record = lookedAt(main, id, scope)
    const { state, revision } = record
    const { views } = await planned.open(id)
    const found = await changeProblems(planned, state)
    const breaches = aboveCap(views, world.geography.areas, state.asOf, state.changes)
    const problemsOf = (change: string): ScenarioProblem[] => {
      const breach = breaches.get(change)
      return [...(found.get(change) ?? []), ...(breach === undefined ? [] : [breach])]
    }
    const severities = state.changes.flatMap(({ change }) => problemsOf(change)).map(({ severity }) => severity)
    const count = (asked: ScenarioProblem['severity']) => severities.filter((severity) => severity === asked).length
    const now = versionsNow(main, world, record)
    return {
      at: answered(main, at),
      ...rowOf(main, record, scope),
      revision,
      key: contentKey(state.base, now, state.changes),
      changes: state.changes.map((one) => ({
        ...one,
        touches: touchesOf(one.command, views, { effectiveOn: state.asOf, recordedAt: 'now' }),
        problems: problemsOf(one.change),
      })),
      locks: [...state.locks],
      undo: stepOf(state.done.at(-1)),
      redo: stepOf(state.undone.at(-1)),
      conflicts: [...state.conflicts],
      proposal: proposalOf(main, state, scope, world),
      handIn: {
        region: RegionCode.nullable().parse(scope.regions.length === 0 ? null : scope.organisation),
        stays: scope.regions.length === 0 ? [] : [...notHandedIn(state.changes, views, scope.regions, world)],
      },
      nextCase: nextCase(main, world.today),
      dataVersions: state.dataVersions,
      dataDiffers: differences(state.dataVersions, now),
      problems: { errors: count('error'), warnings: count('warning'), informations: count('information') },
    }
  }
}

/** Where the case stands that the scenario was last handed in as. */
function proposalOf(
  main: Views,
  { submitted, base, changes, scenario }: KnownScenario,
  scope: Scope,
  { today }: Pick<World, 'today'>,
): AnswerOf<'scenario'>['proposal'] {
  if (submitted === null) return null
  const now: AsOf = { effectiveOn: today, recordedAt: 'now' }
  const id = CaseId.parse(submitted.case)
  const record = caseRecords(main, now, id)[0]
  if (record === undefined) return null
  const then = scenarioIn(main, { scenario, revision: submitted.revision })
  return {
    case: id,
    number: record.number,
    status: record.status,
    edited: then === null || contentKey(base, [], changes) !== contentKey(then.base, [], then.changes),
    refused: refusedChanges(main, id, now).map((one) => refusedFor(scope, one)),
  }
}

/** The scenario, for who may look at it. Throws `NotFound` for everybody else. */
export function lookedAt(main: Views, id: string, scope: Scope): ScenarioRecord {
  const record = scenarioRecord(main, id)
  if (record === null || !mayLook(record, scope)) throw new NotFound(`Scenario ${id}`)
  return record
}

/** Versions that the service uses now for the scenario's date and base. */
export function versionsNow(main: Views, world: Pick<World, 'geography'>, { state }: ScenarioRecord) {
  return dataVersionsFor(main, world, state.asOf, state.base)
}

function rowOf(main: Views, record: ScenarioRecord, scope: Scope): ScenarioRow {
  const { id, state, owner, updatedAt } = record
  const { name, note, asOf, base, changes, sharedWith, copiedFrom, submitted, status } = state
  const events =
    main.statement<{ events: number | null }>('SELECT max(number) AS events FROM event').get({})?.events ?? 0
  return {
    scenario: ScenarioId.parse(id),
    name,
    note,
    owner: { role: owner.role, organisation: owner.organisation },
    mine: isOwn(record, scope),
    asOf,
    base: { event: base.event, recordedAt: base.recordedAt, events: base.events },
    behind: events - base.events,
    count: { changes: changes.length, on: changes.filter(({ on }) => on).length },
    updatedAt,
    sharedWith: [...sharedWith],
    copiedFrom: copiedFrom === null ? null : ScenarioId.parse(copiedFrom),
    submitted,
    archived: status === 'archived',
  }
}

function stepOf(step: ScenarioStep | undefined) {
  return step === undefined ? null : { edit: step.edit, kinds: [...step.kinds], changes: [...step.touched] }
}
