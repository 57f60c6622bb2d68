import type { AsOf } from '#api/asOf'
import type { Scope } from '#api/policy'
import type { EventRow } from '#api/views/events'
import type { Finding } from '#events/finding'
import type { RegionCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import type { Views } from '../projections/views.ts'
import { answered, NotFound } from '../queries/answered.ts'
import { maySee } from '../queries/caseAccess.ts'
import { findingsFor, subjectFor } from '../queries/caseEconomics.ts'
import { caseRecords } from '../queries/caseRecords.ts'
import { caseRow } from '../queries/caseRows.ts'
import { type Condition, eventRows, readerOf } from '../queries/eventRows.ts'
import type { AnswerOf, AsyncQuery, World } from '../queries/query.ts'
import { responsibleRegion } from '../rules/responsibleRegion.ts'
import type { Scenarios } from '../scenarios.ts'
import { causesAmong } from './causes.ts'
import {
  differingMembers,
  findingDifferences,
  isSame,
  type MovedInputs,
  movedUnderFigure,
  movedUnderFinding,
  pairedBy,
} from './differences.ts'
import { type JudgedNow, judgingNow, withoutConsequence } from './judgedNow.ts'
import { beforeRuling, type Knowledge, knowledgeOf, SEAL_SCHEME, sealOf } from './knowledge.ts'
import { type Ruled, rulingRow, rulingsMade, seesAll } from './ruledCase.ts'
import { storedSeal } from './seals.ts'

type Answer = AnswerOf<'rulingReplay'>
/** An event as `eventRows` tells it. */
type Row = EventRow
/** With its events as they are told. */
type WithEvents<Thing> = Omit<Thing, 'events'> & { readonly events: Row[] }
/** Events of one difference that are told at most, the newest. */
const mostEvents = 200

/** A past case as the committee knew it when it ruled, beside what is known now, with the events that made the difference. */
export function createReplay(scenarios: Scenarios): AsyncQuery<'rulingReplay'> {
  return async (views, _at, scope, { case: id, ruling: number }, world) => {
    const today: AsOf = { effectiveOn: world.today, recordedAt: 'now' }
    const seen = caseRecords(views, today, id)[0]
    if (seen === undefined || !maySee(scope, seen)) throw new NotFound(`Case ${id}`)
    const made = rulingsMade(views, world.today, id)
    const ruled = number === undefined ? made.at(-1) : made.find(({ data }) => data.number === number)
    if (ruled === undefined) throw new NotFound(`Ruling of case ${id}`)
    // What others answered is open to a municipality once there is a ruling, and so what they had answered before it.
    const reader: Scope = ruled.withdrawn ? scope : { ...scope, role: 'committee' }
    const then = knowledgeOf(views, views, ruled, beforeRuling(ruled, reader), world)
    const procedure: AsOf = { ...today, effectiveOn: later(world.today, ruled.data.known.effectiveOn) }
    const register: AsOf = { ...today, effectiveOn: ruled.data.known.effectiveOn }
    const look = { procedure, register, scope: reader }
    const now = withoutConsequence(views, ruled)((without) => knowledgeOf(views, without, ruled, look, world))
    if (then === null || now === null) throw new NotFound(`Case ${id} before its ruling`)
    const judge = await judgingNow(views, scenarios, ruled, { record: now.record, procedure }, world)
    // From here on everything happens in one turn, so that all of it is of the same moment.
    const judged = judge([])
    const told = telling(views, scope, world, ruled)
    const { effectiveOn, ruleSet, ruleSetVersion } = ruled.data.known
    const application = applications(then, now, scope, told)
    const figures = figurePairs(then, now, told)
    const hearings = hearingPairs(then, now, told)
    const underneath = unique([application, ...figures, ...hearings].flatMap(({ events }) => events))
    return {
      at: answered(views, today),
      row: caseRow(seen),
      ruling: rulingRow(ruled),
      rulings: made.map(({ data }) => data.number),
      moment: { effectiveOn, knownAt: ruled.knownAt, ruledOn: ruled.ruledOn, ruleSet, ruleSetVersion },
      now: { ruleSet: judged?.ruleSet ?? null, ruleSetVersion: judged?.ruleSetVersion ?? null },
      seal: sealFor(views, scope, ruled, world),
      application,
      figures,
      findings: findingPairs({ ruled, judged, scope, told, causes: causesAmong(judge), underneath }),
      hearings,
      recommendation: scope.role === 'municipality' && ruled.withdrawn ? null : then.recommendation,
      missing: [...then.missing],
      since: told.ofStream(`case-${id}`),
    }
  }
}

function later(a: EffectiveDate, b: EffectiveDate): EffectiveDate {
  return a > b ? a : b
}

/** Events recorded since the committee's moment that the asker may read, by what they did. */
interface Telling {
  of(moved: MovedInputs): Row[]
  ofStream(stream: string): Row[]
  ofPlan(region: RegionCode): Row[]
}

function telling(views: Views, scope: Scope, world: World, ruled: Ruled): Telling {
  const reader = readerOf(scope, world)
  const since: Condition = { sql: 'e.recorded_at > :cut', values: { cut: ruled.knownAt } }
  const rows = (condition: Condition) => [...eventRows(views, '9999', reader, [since, condition], mostEvents)]
  return {
    of: ({ added, removed }) =>
      rows({
        sql: `(e.id IN (SELECT value FROM json_each(:added)) OR e.corrects IN (SELECT value FROM json_each(:removed)))`,
        values: { added: JSON.stringify(added), removed: JSON.stringify(removed) },
      }),
    ofStream: (stream) => rows({ sql: 'e.stream = :stream', values: { stream } }),
    ofPlan: (region) =>
      rows({
        sql: 'e.stream = :plan AND e.effective_from <= :on',
        values: {
          plan: `plan-${responsibleRegion(region, ruled.data.known.effectiveOn)}`,
          on: ruled.data.known.effectiveOn,
        },
      }),
  }
}

function unique(events: readonly Row[]): Row[] {
  return [...new Map(events.map((event) => [event.id, event])).values()].toSorted((a, b) => b.number - a.number)
}

function applications(then: Knowledge, now: Knowledge, scope: Scope, told: Telling): WithEvents<Answer['application']> {
  const shown = ({ application }: Knowledge) => ({ ...application, subject: subjectFor(scope, application.subject) })
  const [before, after] = [shown(then), shown(now)]
  const dates = ({ receivedOn, wantedFrom }: typeof before) => ({ receivedOn, wantedFrom })
  const changed = [...differingMembers(before.subject, after.subject), ...differingMembers(dates(before), dates(after))]
  const events =
    changed.length === 0
      ? []
      : told.ofStream(`case-${then.record.case}`).filter(({ type }) => type === 'CaseInformationCorrected')
  return { known: before, now: after, changed, events }
}

function figurePairs(then: Knowledge, now: Knowledge, told: Telling): WithEvents<Answer['figures'][number]>[] {
  return pairedBy(then.figures, now.figures, ({ key, about }) => `${key} ${about}`).flatMap((pair) => {
    const one = pair.known ?? pair.now
    if (one === null) return []
    const [before, after] = [pair.known?.said ?? null, pair.now?.said ?? null]
    const changed = before !== after
    const events = changed ? told.of(movedUnderFigure(pair)) : []
    return [{ key: one.key, about: one.about, name: one.name, known: before, now: after, changed, events }]
  })
}

function findingPairs({
  ruled,
  judged,
  scope,
  told,
  causes,
  underneath,
}: {
  readonly ruled: Ruled
  readonly judged: JudgedNow | null
  readonly scope: Scope
  readonly told: Telling
  readonly causes: ReturnType<typeof causesAmong>
  /** What moved under the case, for a finding that names no event of its own. */
  readonly underneath: Row[]
}): Answer['findings'] {
  const { known } = ruled.data
  const fresh = judged?.findings ?? []
  const shown = (findings: readonly Finding[]) => findingsFor(scope, { ...known, findings: [...findings] }).findings
  return pairedBy(shown(known.findings), shown(fresh), ({ rule }) => rule).flatMap((pair) => {
    const rule = pair.known?.rule ?? pair.now?.rule
    if (rule === undefined) return []
    const changed = findingDifferences(pair)
    const plan = changed.includes('parameters') ? told.ofPlan(ruled.committee) : []
    const moved = changed.length === 0 ? [] : told.of(movedUnderFinding(pair))
    const whole = fresh.find((finding) => finding.rule === rule) ?? null
    const made = new Set<string>(
      causes(
        whole,
        rule,
        moved.map(({ id }) => id),
      ),
    )
    const own = unique([...moved.filter(({ id }) => made.has(id)), ...plan])
    // A newer version of the rule's own code is no event.
    const events = changed.every((part) => part === 'rule') ? [] : own.length > 0 ? own : underneath
    return [{ rule, ...pair, changed: [...changed], events }]
  })
}

function hearingPairs(then: Knowledge, now: Knowledge, told: Telling): WithEvents<Answer['hearings'][number]>[] {
  return pairedBy(then.hearings, now.hearings, ({ municipality, round }) => `${municipality} ${round}`).flatMap(
    (pair) => {
      const one = pair.known ?? pair.now
      if (one === null) return []
      const before = pair.known?.hearing ?? null
      // A proposal that nobody sent ends with the case; that is nothing learnt about it.
      const after = pair.now?.hearing ?? (before?.sentOn === null ? before : null)
      const changed = !isSame(before, after)
      const { municipality, round } = one
      const stream = `consultation-${then.record.case}.${municipality}.${round}`
      const events = changed ? told.ofStream(stream) : []
      return [{ municipality, round, known: before, now: after, changed, events }]
    },
  )
}

function sealFor(views: Views, scope: Scope, ruled: Ruled, world: World): Answer['seal'] {
  const stored = storedSeal(views, ruled.data.number, ruled.data.case)
  const again = sealOf(views, ruled, world)
  const isWhole = seesAll(scope)
  return {
    scheme: stored?.scheme ?? SEAL_SCHEME,
    stored: isWhole ? (stored?.digest ?? null) : null,
    sealedAt: stored?.recordedAt ?? null,
    again: isWhole ? again : null,
    // Another scheme's digest is another question; nothing can be said about it.
    holds: stored === null || stored.scheme !== SEAL_SCHEME ? null : stored.digest === again,
  }
}
