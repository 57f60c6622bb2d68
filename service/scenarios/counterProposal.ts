import type { AsOf } from '#api/asOf'
import type { Scope } from '#api/policy'
import type { CounterProposal } from '#events/consultation'
import { type MunicipalityCode, ScenarioId } from '#events/identifiers'
import type { PlannedChange } from '#events/scenario'
import { EffectiveDate } from '#events/time'
import type { KnownScenario } from '../deciders/scenario.ts'
import { cellKey } from '../deciders/scenarioEdits.ts'
import type { Views } from '../projections/views.ts'
import { answered, NotFound } from '../queries/answered.ts'
import { maySee } from '../queries/caseAccess.ts'
import { type CaseRecord, caseRecords, isOpen } from '../queries/caseRecords.ts'
import { earlierRows, hearingRows } from '../queries/hearingRows.ts'
import { municipalityFigures } from '../queries/municipalityFigures.ts'
import type { AnswerOf, AsyncQuery, World } from '../queries/query.ts'
import { regimeOn, unitOf } from '../rules/regime.ts'
import type { Scenarios } from '../scenarios.ts'
import { contentKey, isRefused } from './decided.ts'
import { scenarioIn } from './handedIn.ts'
import type { Opened } from './planned.ts'
import { proposedCaps } from './proposalFacts.ts'
import { baseAt, scenarioRecord } from './records.ts'
import { touchesOf } from './touches.ts'

type Answer = AnswerOf<'counterProposal'>

/** A municipality's own scenario beside what the applicant asks for, by the same measures on the same day. */
export function createCounterProposal(main: Views, scenarios: Scenarios): AsyncQuery<'counterProposal'> {
  return async (_views, at, scope, { case: id, municipality }, world) => {
    const now: AsOf = { effectiveOn: world.today, recordedAt: 'now' }
    const record = caseRecords(main, now, id)[0]
    if (record === undefined || !maySee(scope, record)) throw new NotFound(`Case ${id}`)
    const told = toldBy(main, now, scope, record, municipality, world)
    const state = told === null ? null : scenarioIn(main, told)
    if (told === null || state === null) throw new NotFound(`Counter-proposal of ${municipality} in ${id}`)
    const open = isOpen(record)
    // On the newest register while that is without the applicant's change; afterwards on the scenario's own.
    const standing = { ...state, base: (open ? baseAt(main, null) : null) ?? state.base }
    const counter = await scenarios.planned.openAt(standing)
    const before = open ? main : (await scenarios.planned.openAt({ ...standing, changes: [] })).views
    const applicant = open ? await scenarios.viewsFor({ scenario: ScenarioId.parse(`case-${id}`) }) : null
    const effectiveOn = record.wantedFrom
    const on: AsOf = { effectiveOn, recordedAt: 'now' }
    const latest = scenarioRecord(main, told.scenario)?.state
    return {
      at: answered(main, at),
      municipality,
      ...told,
      edited: latest === undefined || contentOf(latest) !== contentOf(state),
      effectiveOn,
      open,
      changes: state.changes.filter((one) => one.on).map((one) => changeOf(one, counter, on)),
      unit: unitOf(regimeOn(effectiveOn)),
      rows: differing(before, applicant, counter.views, on, scope, world),
      caps: capsOf(main, record, state),
    }
  }
}

/** The scenario of the municipality's newest answer that has one, as far as the asker may read it. */
function toldBy(
  main: Views,
  at: AsOf,
  scope: Scope,
  record: CaseRecord,
  municipality: MunicipalityCode,
  { today }: World,
): CounterProposal | null {
  const rows = [...hearingRows(main, at, scope, record, today), ...earlierRows(main, at, scope, record, today)]
  const answers = rows.filter((row) => row.municipality === municipality).flatMap((row) => row.answers)
  return answers.find(({ counterProposal }) => counterProposal !== null)?.counterProposal ?? null
}

function contentOf({ base, changes }: KnownScenario): string {
  return contentKey(base, [], changes)
}

function changeOf(
  { change, command, comment }: PlannedChange,
  { outcomes, views }: Opened,
  at: AsOf,
): Answer['changes'][number] {
  const outcome = outcomes.get(change) ?? []
  const from = EffectiveDate.safeParse(command.data.effectiveFrom)
  return {
    change,
    command: command.type,
    effectiveFrom: from.success ? from.data : null,
    comment,
    touches: touchesOf(command, views, at),
    refused: isRefused(outcome) ? { code: outcome.code, params: { ...outcome.params } } : null,
  }
}

const figures = ['capacity', 'clinics', 'ridingHoursTenths'] as const

/** Municipalities in which the three do not agree. */
function differing(
  before: Views,
  applicant: Views | null,
  counter: Views,
  at: AsOf,
  scope: Scope,
  world: World,
): Answer['rows'] {
  const figuresOf = (views: Views) =>
    new Map(municipalityFigures(views, at, scope, world).map((row) => [row.code, row]))
  const asked = applicant === null ? null : figuresOf(applicant)
  const own = figuresOf(counter)
  return [...figuresOf(before).values()].flatMap((row) => {
    const sides = (figure: (typeof figures)[number]) => ({
      now: row[figure],
      applicant: asked?.get(row.code)?.[figure] ?? null,
      counter: own.get(row.code)?.[figure] ?? null,
    })
    const all = {
      capacity: sides('capacity'),
      clinics: sides('clinics'),
      ridingHoursTenths: sides('ridingHoursTenths'),
    }
    const isMoved = Object.values(all).some(
      ({ now, applicant: a, counter: b }) => b !== now || (asked !== null && a !== now),
    )
    return isMoved ? [{ municipality: row.code, name: row.name, ...all }] : []
  })
}

/** Caps of the scenario beside those that the applicant's own scenario proposes, where the case is about one. */
function capsOf(main: Views, { subject }: CaseRecord, { changes }: KnownScenario): Answer['caps'] {
  const asked = subject.type === 'A16' ? (scenarioIn(main, subject)?.changes ?? []) : []
  const cells = new Map<string, Answer['caps'][number]>()
  const put = (side: 'applicant' | 'counter', of: readonly PlannedChange[]) => {
    for (const { area, target, cap } of proposedCaps(of.filter(({ on }) => on))) {
      const key = cellKey({ area, group: target.id })
      const cell = cells.get(key) ?? { area, group: target.id, applicant: null, counter: null }
      cells.set(key, { ...cell, [side]: cap })
    }
  }
  put('applicant', asked)
  put('counter', changes)
  return [...cells.values()]
}
