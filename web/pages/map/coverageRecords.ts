import type { FeatureCollection } from 'geojson'
import type { Answer } from '../../api.ts'
import { danishMinute } from '../../format.ts'
import { measuredIn, rowsBy } from '../../map/coverageFigures.ts'
import { isReported } from '../caps/capsAnswer.ts'

type Coverage = Answer<'coverage'>

/** What an exported file says of where it comes from, for a program. */
export interface Origin {
  readonly title: string
  readonly asOf: string
  /** A date or an instant: what was recorded until now is dated with the day of the export. */
  readonly recordedAt: string
  readonly comparedWith: string | null
  readonly group: string
  readonly service: string
  readonly limit: number
  readonly unit: string
  readonly measure: string
  readonly offersCounted: boolean
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

/** Where the figures of an answer come from. `today` is the day of the export. */
export function originOf(
  answer: Coverage,
  before: Coverage | undefined,
  said: { readonly title: string; readonly sources: readonly string[]; readonly today: string },
): Origin {
  const { at, proof, group, service, usesGroup, max, unit, measure, k, users } = answer
  // Patients as reported are not multiplied with any rate.
  const size = users === null || isReported(users.size, 'users') ? undefined : users.size
  return {
    title: said.title,
    asOf: at.effectiveOn,
    recordedAt: at.recordedAt === 'now' ? said.today : at.recordedAt,
    comparedWith: before?.at.effectiveOn ?? null,
    group: usesGroup ? group : '',
    service,
    limit: max,
    unit,
    measure: measure === 'kth' ? `kth:${k}` : measure,
    offersCounted: answer.offersCounted,
    engine: proof.engine,
    populationAsOf: proof.populationAsOf,
    usersPopulationAsOf: users?.populationAsOf ?? '',
    prevalencePer100k: size?.prevalence?.used ?? null,
    uptakePercent: size?.uptakePercent ?? null,
    usersSources: usersSourcesOf(answer, (basis) => basis),
    dataVersion: `log ${at.ordinal}, ground ${proof.ground}`,
    sources: said.sources.join('; '),
    synthetic: at.synthetic,
  }
}

/** For each source of expected users what it is of, its data version, date and document. */
export function usersSourcesOf({ users }: Coverage, said: (basis: 'users' | 'prevalence') => string): string {
  if (users === null) return ''
  // Patients as reported are not multiplied with any rate.
  const isMultiplied = !isReported(users.size, 'users')
  return users.size.sources
    .flatMap(({ basis, dataVersion, asOf, source }) => {
      const isShown = basis === 'users' || (basis === 'prevalence' && isMultiplied)
      return isShown && source !== null ? [[said(basis), dataVersion, asOf, source.id].filter(Boolean).join(' ')] : []
    })
    .join('; ')
}

/** When what is in a file was recorded, written as its other dates are: `2024-11-23`, of an instant with its Danish minute. */
export function recordedIn(recordedAt: string): string {
  if (recordedAt.length === 10) return recordedAt
  const { day, time } = danishMinute(recordedAt)
  return `${day} ${time}`
}

/** One municipality as it is exported. What there is no value of is null, and `look` says why. */
export function recordsOf(answer: Coverage, before: Coverage | undefined) {
  const was = rowsBy(before)
  return answer.rows.map((row) => {
    const early = was?.get(row.municipality)
    return {
      municipality: row.municipality,
      name: row.name,
      region: row.region,
      look: row.look,
      value: row.value,
      ...(was === undefined
        ? {}
        : { before: early?.value ?? null, beforeLook: early?.look ?? null, change: measuredIn(row, was) }),
      people: row.people,
      within: row.within,
      beyond: row.beyond,
      unreachable: row.unreachable,
      share: row.share,
      withinWithOffers: row.withinWithOffers,
      meanCost: row.meanCost,
      persons: row.persons,
      ...(row.users === null ? {} : usersIn(row.users)),
      ...(was === undefined || early?.users == null ? {} : usersBefore(early.users)),
    }
  })
}

type RowUsers = NonNullable<Coverage['rows'][number]['users']>

/** Expected users; a number that is not told is null, and the word beside it says whether it is hidden or unknown. */
function usersIn({ told, within, isEstimate }: RowUsers) {
  return {
    expectedUsers: told.state === 'value' ? told.value : null,
    expectedUsersSaid: told.state,
    expectedUsersWithin: within.state === 'value' ? within.value : null,
    expectedUsersWithinSaid: isEstimate && within.state === 'value' ? ('estimate' as const) : within.state,
  }
}

function usersBefore(users: RowUsers) {
  const { expectedUsersWithin, expectedUsersWithinSaid } = usersIn(users)
  return { expectedUsersWithinBefore: expectedUsersWithin, expectedUsersWithinBeforeSaid: expectedUsersWithinSaid }
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
