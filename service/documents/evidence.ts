import { z } from 'zod'
import type { Scope } from '#api/policy'
import { type EvidencePack, evidenceFormat } from '#api/views/evidence'
import type { Paper } from '#api/views/paper'
import { EventId, type RecordedEvent } from '#events/envelope'
import { FindingSet } from '#events/finding'
import type { CaseId, RegionCode } from '#events/identifiers'
import { canonicalJson, digestOf } from '../canonical.ts'
import { strictestCell } from '../demand/minCell.ts'
import type { Views } from '../projections/views.ts'
import { eventRows, readerOf } from '../queries/eventRows.ts'
import { planInForce } from '../queries/planInForce.ts'
import type { World } from '../queries/query.ts'
import { responsibleRegion } from '../rules/responsibleRegion.ts'
import { dataVersionsFor } from '../scenarios/dataVersions.ts'
import type { Scenarios } from '../scenarios.ts'
import { factsThen, type SetInLog } from './factsThen.ts'
import { toldFindings } from './findingSections.ts'
import { formulas } from './formulas.ts'
import { givenIn } from './given.ts'
import { toldFacts } from './toldFacts.ts'

/** Reads a stream of the log. */
export type ReadStream = (stream: string) => AsyncIterable<RecordedEvent>

const mostEvents = 20_000

/**
 * The paper with everything that its figures are made from. Only events that the asker may read are in it, without the
 * persons who acted, and without small counts.
 */
export async function evidenceOf(
  { paper, case: id, region }: { readonly paper: Paper; readonly case: CaseId; readonly region: RegionCode },
  views: Views,
  scope: Scope,
  world: World,
  { read, scenarios }: { readonly read: ReadStream; readonly scenarios: Pick<Scenarios, 'changeThen'> },
): Promise<EvidencePack> {
  const { effectiveOn, recordedAt } = paper.stamp
  const at = { effectiveOn, recordedAt }
  const found = await setNamed(paper, id, views, read)
  const then = found === null ? null : await factsThen(views, scenarios, found, world)
  const facts = then === null ? null : toldFacts(then)
  const named = [
    ...eventsNamed(paper.figures.map(({ inputs }) => inputs)),
    ...eventsNamed([facts, found?.set.findings]),
  ]
  const rows = eventRows(
    views,
    recordedAt,
    readerOf(scope, world),
    [
      {
        sql: '(e.case_id = :evidenceCase OR e.id IN (SELECT value FROM json_each(:evidenceEvents)))',
        values: { evidenceCase: id, evidenceEvents: JSON.stringify(named) },
      },
    ],
    mostEvents,
  )
  const wanted = new Set<string>(rows.map((row) => row.id))
  const minCell = strictestCell(views)
  const events: EvidencePack['events'] = []
  for (const stream of [...new Set(rows.map((row) => row.stream))].toSorted())
    for await (const event of read(stream)) if (wanted.has(event.id)) events.push(told(event, minCell))
  const plan = planInForce(views, responsibleRegion(region, effectiveOn), at)
  const parts = {
    paper,
    events,
    ruleSet:
      plan === null
        ? null
        : {
            name: plan.ruleSet,
            version: plan.ruleSetVersion,
            parameters: { ...plan.parameters },
            sources: { ...plan.sources },
          },
    facts,
    formulas: Object.entries(formulas).map(([name, words]) => ({ name, ...words })),
    dataVersions: [...dataVersionsFor(views, world, effectiveOn, { recordedAt })],
    given: givenIn(paper, facts),
  }
  const pack = { format: evidenceFormat.name, version: evidenceFormat.version, ...parts }
  return {
    ...pack,
    checksums: {
      paper: digestOf(parts.paper),
      events: digestOf(parts.events),
      ruleSet: digestOf(parts.ruleSet),
      facts: digestOf(parts.facts),
      formulas: digestOf(parts.formulas),
      dataVersions: digestOf(parts.dataVersions),
      given: digestOf(parts.given),
      whole: digestOf(pack),
    },
  }
}

/** The pack as the bytes that its checksums are of. */
export function evidenceText(pack: EvidencePack): string {
  return canonicalJson(pack)
}

/** Events that a value names as its inputs. */
function eventsNamed(value: unknown): string[] {
  const found = new Set<string>()
  const look = (part: unknown): void => {
    if (Array.isArray(part)) for (const one of part) look(one)
    else if (typeof part === 'object' && part !== null)
      for (const [key, inner] of Object.entries(part))
        if ((key === 'events' || key === 'inputs' || key === 'caseInputs') && isTexts(inner))
          for (const one of inner) found.add(one)
        else if (key === 'event' && typeof inner === 'string') found.add(inner)
        else look(inner)
  }
  look(value)
  return [...found]
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

const Located = z.object({
  event: EventId,
  finding: z.tuple([z.enum(['set', 'known']), z.literal('findings'), z.int()]),
})

/** The findings that the paper tells, as they stand in the log; null for a paper without any. */
async function setNamed({ figures }: Paper, id: CaseId, views: Views, read: ReadStream): Promise<SetInLog | null> {
  const located = figures.flatMap(({ inputs }) => Located.safeParse(inputs).data ?? [])[0]
  if (located === undefined) return null
  const { event, finding } = located
  const row = views.statement<{ stream: string }>('SELECT stream FROM event WHERE id = :event').get({ event })
  if (row === undefined) return null
  for await (const one of read(row.stream)) {
    if (one.id !== event) continue
    const set = FindingSet.safeParse(one.data[finding[0]])
    return set.success ? { case: id, event, set: set.data } : null
  }
  return null
}

function told(
  { metadata, id, type, version, stream, revision, effectiveFrom, recordedAt, data }: RecordedEvent,
  minCell: number,
) {
  const { role, organisation } = metadata.actor
  const by = { role, organisation }
  return { id, type, version, stream, revision, effectiveFrom, recordedAt, by, data: toldData(data, minCell) }
}

/** Findings in an event are told as in the paper. */
function toldData(data: RecordedEvent['data'], minCell: number): RecordedEvent['data'] {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      const set = FindingSet.safeParse(value)
      return [key, set.success ? toldFindings(set.data, minCell) : value]
    }),
  )
}
