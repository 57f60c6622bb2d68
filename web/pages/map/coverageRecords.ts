import type { FeatureCollection } from 'geojson'
import type { Answer } from '../../api.ts'
import { measuredIn, rowsBy } from '../../map/coverageFigures.ts'
import { isReported } from '../caps/capsAnswer.ts'

type Coverage = Answer<'coverage'>

/** What every exported record says of where it comes from. */
export interface Origin {
  readonly asOf: string
  readonly recordedAt: string
  readonly comparedWith: string | null
  readonly group: string
  readonly service: string
  readonly limit: number
  readonly unit: string
  readonly measure: string
  readonly engine: string
  readonly populationAsOf: string
  /** Of expected users: date of the inhabitants, rates, and for each source its data version, date and document. */
  readonly usersPopulationAsOf: string
  readonly prevalencePer100k: number | null
  readonly uptakePercent: number | null
  readonly usersSources: string
  readonly dataVersion: string
  readonly sources: string
  readonly synthetic: boolean
}

/** Where the figures of an answer come from, in words that a program can read. */
export function originOf(answer: Coverage, before: Coverage | undefined, sources: readonly string[]): Origin {
  const { at, proof, group, service, usesGroup, max, unit, measure, k, users } = answer
  // Patients as reported are not multiplied with any rate.
  const size = users === null || isReported(users.size, 'users') ? undefined : users.size
  return {
    asOf: at.effectiveOn,
    recordedAt: at.recordedAt,
    comparedWith: before?.at.effectiveOn ?? null,
    group: usesGroup ? group : '',
    service,
    limit: max,
    unit,
    measure: measure === 'kth' ? `kth:${k}` : measure,
    engine: proof.engine,
    populationAsOf: proof.populationAsOf,
    usersPopulationAsOf: users?.populationAsOf ?? '',
    prevalencePer100k: size?.prevalence?.used ?? null,
    uptakePercent: size?.uptakePercent ?? null,
    usersSources: (users?.size.sources ?? [])
      .filter(
        ({ basis, source }) => (basis === 'users' || (basis === 'prevalence' && size !== undefined)) && source !== null,
      )
      .map(({ basis, dataVersion, asOf, source }) => [basis, dataVersion, asOf, source?.id].filter(Boolean).join(' '))
      .join('; '),
    dataVersion: `log ${at.ordinal}, ground ${proof.ground}`,
    sources: sources.join('; '),
    synthetic: at.synthetic,
  }
}

/** One municipality as it is exported. What there is no value of is null, and `look` says why. */
export function recordsOf(answer: Coverage, before: Coverage | undefined) {
  const was = rowsBy(before)
  return answer.rows.map((row) => ({
    municipality: row.municipality,
    name: row.name,
    region: row.region,
    look: row.look,
    value: row.value,
    ...(was === undefined ? {} : { before: was.get(row.municipality)?.value ?? null, change: measuredIn(row, was) }),
    people: row.people,
    within: row.within,
    beyond: row.beyond,
    unreachable: row.unreachable,
    share: row.share,
    withinWithOffers: row.withinWithOffers,
    meanCost: row.meanCost,
    persons: row.persons,
    ...(row.users === null ? {} : usersIn(row.users)),
  }))
}

/** Expected users; a number that is not told is null, and the word beside it says whether it is hidden or unknown. */
function usersIn({ told, within, isEstimate }: NonNullable<Coverage['rows'][number]['users']>) {
  return {
    expectedUsers: told.state === 'value' ? told.value : null,
    expectedUsersSaid: told.state,
    expectedUsersWithin: within.state === 'value' ? within.value : null,
    expectedUsersWithinSaid: isEstimate && within.state === 'value' ? 'estimate' : within.state,
  }
}

/** Lines of a table: names of the columns, then a line for each municipality, each with its origin. */
export function linesOf(
  records: ReturnType<typeof recordsOf>,
  origin: Origin,
  write: (value: number) => string,
): readonly (readonly string[])[] {
  const [first] = records
  if (first === undefined) return []
  const text = (value: string | number | boolean | null) =>
    value === null ? '' : typeof value === 'number' ? write(value) : String(value)
  return [
    [...Object.keys(first), ...Object.keys(origin)],
    ...records.map((record) => [...Object.values(record), ...Object.values(origin)].map(text)),
  ]
}

/** The municipalities' shapes with their records, and the origin beside them. Those without a record are left out. */
export function geojsonOf(
  shapes: Pick<FeatureCollection, 'features'>,
  records: ReturnType<typeof recordsOf>,
  origin: Origin,
): FeatureCollection & { readonly origin: Origin } {
  const by = new Map<string, (typeof records)[number]>(records.map((record) => [record.municipality, record]))
  return {
    type: 'FeatureCollection',
    origin,
    features: shapes.features.flatMap(({ geometry, properties, id }) => {
      const record = by.get(String(properties?.code))
      if (record === undefined) return []
      return [
        {
          type: 'Feature' as const,
          ...(id === undefined ? {} : { id }),
          geometry,
          properties: { ...record, synthetic: origin.synthetic },
        },
      ]
    }),
  }
}
