import type { Scope } from '#api/policy'
import { type EvidencePack, evidenceFormat } from '#api/views/evidence'
import type { Paper } from '#api/views/paper'
import type { RecordedEvent } from '#events/envelope'
import { FindingSet } from '#events/finding'
import type { RegionCode } from '#events/identifiers'
import { canonicalJson, digestOf } from '../canonical.ts'
import { strictestCell } from '../demand/minCell.ts'
import type { Views } from '../projections/views.ts'
import { eventRows, readerOf } from '../queries/eventRows.ts'
import { planInForce } from '../queries/planInForce.ts'
import type { World } from '../queries/query.ts'
import { responsibleRegion } from '../rules/responsibleRegion.ts'
import { dataVersionsFor } from '../scenarios/dataVersions.ts'
import { toldFindings } from './findingSections.ts'
import { formulas } from './formulas.ts'

/** Reads a stream of the log. */
export type ReadStream = (stream: string) => AsyncIterable<RecordedEvent>

const mostEvents = 20_000

/**
 * The paper with everything that its figures are made from. Only events that the asker may read are in it, without the
 * persons who acted, and without small counts.
 */
export async function evidenceOf(
  { paper, case: id, region }: { readonly paper: Paper; readonly case: string; readonly region: RegionCode },
  views: Views,
  scope: Scope,
  world: World,
  read: ReadStream,
): Promise<EvidencePack> {
  const { effectiveOn, recordedAt } = paper.stamp
  const at = { effectiveOn, recordedAt }
  const named = eventsNamed(paper)
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
    formulas: Object.entries(formulas).map(([name, words]) => ({ name, ...words })),
    dataVersions: [...dataVersionsFor(views, world, effectiveOn, { recordedAt })],
  }
  const pack = { format: evidenceFormat.name, version: evidenceFormat.version, ...parts }
  return {
    ...pack,
    checksums: {
      paper: digestOf(parts.paper),
      events: digestOf(parts.events),
      ruleSet: digestOf(parts.ruleSet),
      formulas: digestOf(parts.formulas),
      dataVersions: digestOf(parts.dataVersions),
      whole: digestOf(pack),
    },
  }
}

/** The pack as the bytes that its checksums are of. */
export function evidenceText(pack: EvidencePack): string {
  return canonicalJson(pack)
}

/** Events that a figure or a finding of the paper names as its inputs. */
function eventsNamed({ figures }: Paper): string[] {
  const found = new Set<string>()
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) look(one)
    else if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value))
        if (key === 'events' && Array.isArray(part)) for (const one of part) found.add(String(one))
        else if (key === 'event' && typeof part === 'string') found.add(part)
        else look(part)
  }
  look(figures.map(({ inputs }) => inputs))
  return [...found]
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
