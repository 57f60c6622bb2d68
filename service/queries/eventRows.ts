import type { Scope } from '#api/policy'
import { reachOf } from '#api/policy'
import { EventRow } from '#api/views/events'
import { municipalitiesOfRegion } from '#geo/hierarchy'
import type { Views } from '../projections/views.ts'
import type { World } from './query.ts'

type Cells = {
  number: number
  id: string
  type: string
  stream: string
  effective_from: string
  recorded_at: string
  role: string
  case_id: string | null
  municipality: string | null
  corrects: string | null
  synthetic: number
  params: string
}

/** Who asks, with the municipalities that the asker's regions have today. */
export interface Reader extends Scope {
  readonly municipalities: readonly string[]
}

/** The asker as a reader of events; a region reads the economics of its own municipalities' clinics and no others. */
export function readerOf(scope: Scope, { today, geography }: World): Reader {
  return {
    ...scope,
    municipalities: scope.regions.flatMap((region) => municipalitiesOfRegion(geography.areas, region, today)),
  }
}

/** A condition on `event e` and the values that it names. */
export interface Condition {
  readonly sql: string
  readonly values: Readonly<Record<string, string | number>>
}

/** True of every event. */
export const anyEvent: Condition = { sql: 'TRUE', values: {} }

const concernedCases = `SELECT case_id FROM case_file WHERE :scopeMunicipality IN (from_municipality, to_municipality)
  OR involved LIKE '%"' || :scopeMunicipality || '"%'`

/** True of events of a case that the asker may know of. */
function ofKnownCase(scope: Scope): Condition {
  switch (reachOf(scope.role, 'case.read')) {
    case 'all':
      return anyEvent
    case 'region':
      return {
        sql: 'e.case_id IN (SELECT case_id FROM case_file WHERE region IN (SELECT value FROM json_each(:scopeRegions)))',
        values: { scopeRegions: JSON.stringify(scope.regions) },
      }
    case 'municipality':
      return {
        sql: `e.case_id IN (${concernedCases})`,
        values: { scopeMunicipality: scope.organisation ?? '' },
      }
    default:
      return { sql: 'FALSE', values: {} }
  }
}

const open =
  "e.data_class = 'open' AND e.stream NOT LIKE 'case-%' AND e.stream NOT LIKE 'consultation-%' AND e.stream NOT LIKE 'docket-%'"

/**
 * Economics are the business of one region: reported activity of the region that it names, the whole country's of
 * all; ceilings of the region that the clinic lies in, and of nobody while it is not known where that is.
 */
const ofOwnRegion = `(e.data_class <> 'committee' OR CASE WHEN e.stream LIKE 'activity-%'
  THEN json_extract(e.params, '$.region') IS NULL
    OR json_extract(e.params, '$.region') IN (SELECT value FROM json_each(:scopeRegions))
  ELSE e.municipality IN (SELECT value FROM json_each(:scopeMunicipalities)) END)`

/**
 * What the asker may read: the open register is everybody's. Cases, hearings and rulings are the committee's and its
 * secretariat's; a municipality reads its own hearings and half-yearly data, and of a case that concerns it everything but the hearings of
 * others. Planners read everything open.
 */
export function readable(reader: Reader): Condition {
  const { sql, values } = ofKnownCase(reader)
  switch (reachOf(reader.role, 'case.read')) {
    case 'all':
      return anyEvent
    case 'region':
      return {
        sql: `((${open}) OR (e.case_id IS NULL AND ${ofOwnRegion}) OR ${sql})`,
        values: { ...values, scopeMunicipalities: JSON.stringify(reader.municipalities) },
      }
    case 'municipality':
      return {
        sql: `((${open}) OR (e.municipality = :scopeMunicipality
            AND (e.stream LIKE 'consultation-%' OR e.stream LIKE 'contacts-%' OR e.type = 'HalfYearlyDataPublished'))
          OR (e.data_class <> 'committee' AND e.stream NOT LIKE 'consultation-%' AND ${sql}))`,
        values,
      }
    default:
      return { sql: `(${open})`, values: {} }
  }
}

/**
 * Events recorded by the instant that the asker may read and that satisfy all conditions, the newest first. An open event
 * that a case brought about names the case only to those who may know of it.
 */
export function eventRows(
  views: Views,
  known: string,
  reader: Reader,
  conditions: readonly Condition[],
  limit: number,
): readonly EventRow[] {
  const ofCase = ofKnownCase(reader)
  const all = [readable(reader), ...conditions]
  const sql = `
    SELECT e.number, e.id, e.type, e.stream, e.effective_from, e.recorded_at, e.role, e.municipality, e.corrects, e.synthetic, e.params,
      CASE WHEN ${ofCase.sql} THEN e.case_id END AS case_id
    FROM event e WHERE ${whereOf(all)} ORDER BY e.number DESC LIMIT :limit`
  return views
    .statement<Cells>(sql)
    .all({ ...valuesOf([...all, ofCase]), known, limit })
    .map(rowOf)
}

/** How many of them there are. */
export function countEvents(views: Views, known: string, reader: Reader, conditions: readonly Condition[]): number {
  const all = [readable(reader), ...conditions]
  const sql = `SELECT count(*) AS count FROM event e WHERE ${whereOf(all)}`
  return views.statement<{ count: number }>(sql).get({ ...valuesOf(all), known })?.count ?? 0
}

/** The conditions together, and recorded by `:known`. */
export function whereOf(conditions: readonly Condition[]): string {
  return ['e.recorded_at <= :known', ...conditions.map(({ sql }) => sql)].join(' AND ')
}

/** The values that the conditions name. */
export function valuesOf(conditions: readonly Condition[]): Record<string, string | number> {
  return Object.assign({}, ...conditions.map(({ values }) => values))
}

function rowOf(row: Cells): EventRow {
  return EventRow.parse({
    id: row.id,
    number: row.number,
    type: row.type,
    stream: row.stream,
    effectiveFrom: row.effective_from,
    recordedAt: row.recorded_at,
    role: row.role,
    caseId: row.case_id,
    municipality: row.municipality,
    corrects: row.corrects,
    synthetic: row.synthetic === 1,
    params: JSON.parse(row.params),
  })
}
