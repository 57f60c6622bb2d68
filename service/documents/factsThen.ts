import type { AsOf } from '#api/asOf'
import { type EventId, Position } from '#events/envelope'
import type { FindingSet } from '#events/finding'
import type { CaseId } from '#events/identifiers'
import { type EffectiveDate, RecordedAt } from '#events/time'
import { type Supposing, supposing, supposingWithout, type Views } from '../projections/views.ts'
import { caseOf } from '../queries/caseFacts.ts'
import { withGround } from '../queries/facts/coverage.ts'
import { supposedFacts } from '../queries/judgedFacts.ts'
import type { World } from '../queries/query.ts'
import { knownBefore } from '../replay/ruledCase.ts'
import { danishDate } from '../rules/calendar.ts'
import { newGroupGaps } from '../rules/coverage/newGaps.ts'
import type { CoverageFacts } from '../rules/facts/coverage.ts'
import type { CaseFacts } from '../rules/facts.ts'
import type { Scenarios } from '../scenarios.ts'
import { type Cover, coverFrom } from './cover.ts'

/** Findings of a case with the event that holds them. */
export interface SetInLog {
  readonly case: CaseId
  readonly event: EventId
  readonly set: FindingSet
}

/** What the rules looked at when they made the findings: the facts, and the people and places behind. */
export interface FactsThen {
  readonly effectiveOn: EffectiveDate
  readonly knownAt: RecordedAt
  readonly facts: CaseFacts
  readonly cover: readonly Cover[]
}

/**
 * The facts of the findings gathered again, on a register in which nothing that was recorded after them has happened.
 * Null for an event that is not in the log. Throws `NotFound` for a case that was not known then.
 */
export async function factsThen(
  views: Views,
  scenarios: Pick<Scenarios, 'changeThen'>,
  { case: id, event, set }: SetInLog,
  worldNow: World,
): Promise<FactsThen | null> {
  const holds = rowOf(views, event)
  if (holds === undefined) return null
  const isRuling = holds.type === 'RulingIssued'
  const recordedAt = isRuling ? knownBefore(set.knownAt, RecordedAt.parse(holds.recorded_at)) : set.knownAt
  const today = danishDate(recordedAt)
  const at: AsOf = { effectiveOn: set.effectiveOn, recordedAt }
  const record = caseOf(views, id, at, today)
  const last = lastBefore(views, holds.number)
  const change = await scenarios.changeThen(record, { position: last, today, now: recordedAt })
  const world: World = { ...(await withGround(views, record.subject, at, worldNow)), today, now: recordedAt }
  const asKnown = { effectiveOn: set.effectiveOn, knownAt: recordedAt }
  const after = recordedAfter(views, holds.number)
  return supposingWithout(
    views,
    after,
  )((before) => {
    const changed: Supposing = supposing(before, change)
    // By all that is known, in a register that knows nothing later.
    const then: AsOf = { ...at, recordedAt: 'now' }
    const facts = supposedFacts(before, changed, record, then, world)
    const { ground } = world
    const { coverage } = facts
    if (ground === undefined || coverage === null || coverage === 'unprepared') return { ...asKnown, facts, cover: [] }
    const asked = { before, changed, at: then, ground, coverage, region: record.region }
    const cover = groupsTold(coverage, set).flatMap(
      ([group, limits]) => coverFrom({ ...asked, limits }, group, world) ?? [],
    )
    return { ...asKnown, facts, cover }
  })
}

/** Groups whose cover a finding tells in numbers, with the limits that it was told by. */
function groupsTold(coverage: CoverageFacts, { findings }: FindingSet): readonly (readonly [string, Limits])[] {
  const groups = findings.flatMap((finding): (readonly [string, Limits])[] => {
    // The finding holds the parameters that its rule read, by the rule's own names.
    const limits = finding.parameters as Limits
    const told = finding.params.group
    if (finding.rule === 'R-28' && typeof told === 'string') return [[told, limits]]
    if (finding.rule !== 'R-05' || !finding.measured.some(({ key }) => key === 'losingCover')) return []
    const gaps = newGroupGaps(coverage, limits)
    return gaps === 'unprepared' ? [] : gaps.slice(0, 1).map(({ group }) => [group, limits])
  })
  return [...new Map(groups)].toSorted(([a], [b]) => a.localeCompare(b))
}

type Limits = Parameters<typeof newGroupGaps>[1]

type Row = { number: number; type: string; recorded_at: string }

function rowOf(views: Views, id: string): Row | undefined {
  return views.statement<Row>('SELECT number, type, recorded_at FROM event WHERE id = :id').get({ id })
}

function lastBefore(views: Views, number: number): Position | 'start' {
  const row = views
    .statement<{ position: string }>(
      'SELECT e.position FROM event e WHERE e.number < :number ORDER BY e.number DESC LIMIT 1',
    )
    .get({ number })
  return row === undefined ? 'start' : Position.parse(row.position)
}

/** What the register learnt later; how cases went on is read by the time that it was recorded at. */
function recordedAfter(views: Views, number: number): EventId[] {
  return views
    .statement<{ id: EventId }>(
      `SELECT e.id FROM event e WHERE e.number > :number
         AND substr(e.stream, 1, instr(e.stream, '-') - 1) NOT IN ('case', 'consultation', 'docket', 'meeting', 'message', 'seal')
       ORDER BY e.number`,
    )
    .all({ number })
    .map(({ id }) => id)
}
