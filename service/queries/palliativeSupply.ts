import type { AsOf } from '#api/asOf'
import type { EventId } from '#events/envelope'
import { MunicipalityCode, type RegionCode } from '#events/identifiers'
import type { PalliativeArea } from '#events/palliative'
import { EffectiveDate } from '#events/time'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { inForce, regionsHeldBy } from '#geo/hierarchy'
import { type AddressCells, addressOf } from '../projections/address.ts'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import type { HomeTherapist, SurveyFact } from '../rules/facts/palliative.ts'
import { eventIds } from './capacity.ts'

/**
 * Municipalities that are an area of their own, because no road leads from them to the rest of the region (S_SEED002
 * names Bornholm).
 */
const ownAreas: ReadonlySet<string> = new Set(['0400'])

/** Area of a region that a municipality is counted in. */
export function areaOf(region: RegionCode, municipality: MunicipalityCode | null): PalliativeArea {
  return municipality !== null && ownAreas.has(municipality) ? municipality : region
}

/** Areas of a region on the date: the region, and each island of it that is an area of its own. */
export function areasOf(areas: AreaCatalogue, region: RegionCode, on: EffectiveDate): readonly PalliativeArea[] {
  const islands = areas.municipalities.filter(
    ({ code, regions }) => ownAreas.has(code) && regions.some((held) => held.code === region && inForce(held, on)),
  )
  return [region, ...islands.map(({ code }) => code)]
}

/** A therapist of an agreement, where they are now and what they have said. */
export interface Member extends HomeTherapist {
  readonly person: string
  readonly provider: string | null
  readonly clinic: string | null
  readonly area: PalliativeArea
  readonly municipality: MunicipalityCode | null
  readonly trainingDone: boolean | null
  readonly inputs: readonly EventId[]
}

type MemberRow = AddressCells & {
  person: string
  provider: string | null
  training_done: number | null
  home_radius: number | null
  accepts: number | null
  accepts_on: string | null
  inputs: string
}
type PracticeRow = AddressCells & { clinic: string }

/**
 * Therapists of the region's agreements on the date who still work under their number. Each is where the practice is now;
 * where that is not known, where they said on joining.
 */
export function membersOf(views: Views, areas: AreaCatalogue, region: RegionCode, at: AsOf): Member[] {
  const parameters = { regions: JSON.stringify(regionsHeldBy(areas, region, at.effectiveOn)), ...moment(at) }
  const practice = views.statement<PracticeRow>(
    `SELECT a.*, p.clinic AS clinic FROM provider p
     LEFT JOIN practice_address a ON a.clinic = p.clinic AND a.kind = 'main' AND a.role = 'current' AND ${asOf('a')}
     WHERE p.number = :provider AND p.holder = :person AND ${asOf('p')} LIMIT 1`,
  )
  return views
    .statement<MemberRow>(
      `SELECT m.* FROM palliative_member m
       WHERE m.region IN (SELECT value FROM json_each(:regions)) AND ${asOf('m')} ORDER BY m.key`,
    )
    .all(parameters)
    .flatMap((row): Member[] => {
      const { person, provider } = row
      const works = provider === null ? undefined : practice.get({ provider, person, ...moment(at) })
      // The number has ceased or is somebody else's: nobody treats under it.
      if (provider !== null && works === undefined) return []
      const place =
        works !== undefined && works.text !== null ? addressOf(works) : row.text === null ? null : addressOf(row)
      const municipality = place?.municipality ?? null
      return [
        {
          person,
          provider,
          clinic: works?.clinic ?? null,
          municipality,
          area: areaOf(region, municipality),
          position: place?.position ?? null,
          radiusKm: row.home_radius,
          trainingDone: row.training_done === null ? null : row.training_done === 1,
          accepts: row.accepts === null ? null : row.accepts === 1,
          saidOn: EffectiveDate.nullable().parse(row.accepts_on),
          inputs: eventIds(row.inputs),
        },
      ]
    })
}

/** A survey as recorded, with the areas that it counted. */
interface Survey {
  readonly facts: SurveyFact
  readonly source: string | null
  readonly inputs: readonly EventId[]
}

type SurveyRow = {
  region: string
  surveyed_on: string
  response: number | null
  counts: string
  source: string | null
  inputs: string
}
type Counted = { readonly area: string; readonly providers: number | null; readonly accepting: number | null }

/**
 * What the region's latest survey counted in one area; null when it was never surveyed. After a merger the surveys of
 * the regions before it stand for the new one: what they counted is added, for they asked different people, and the older
 * day is told.
 */
export function surveyOf(
  views: Views,
  areas: AreaCatalogue,
  region: RegionCode,
  area: PalliativeArea,
  at: AsOf,
): Survey | null {
  const held = regionsHeldBy(areas, region, at.effectiveOn)
  const rows = views
    .statement<SurveyRow>(
      `SELECT s.* FROM palliative_survey s
       WHERE s.region IN (SELECT value FROM json_each(:regions)) AND ${asOf('s')} ORDER BY s.surveyed_on`,
    )
    .all({ regions: JSON.stringify(held), ...moment(at) })
  const counted = rows.flatMap((row) => {
    // Written by the projection from a checked event.
    const counts = JSON.parse(row.counts) as Counted[]
    const here = counts.filter((one) => (area === region ? held.includes(one.area) : one.area === area))
    return here.map((counts) => ({ row, counts }))
  })
  const [first] = counted
  if (first === undefined) return null
  return {
    facts: {
      surveyedOn: EffectiveDate.parse(first.row.surveyed_on),
      responsePercent: counted.length === 1 ? first.row.response : null,
      providers: sumKnown(counted.map(({ counts }) => counts.providers)),
      accepting: sumKnown(counted.map(({ counts }) => counts.accepting)),
    },
    source: first.row.source,
    inputs: counted.flatMap(({ row }) => eventIds(row.inputs)),
  }
}

/** Sum of what is known: a lower bound; null when nothing is. */
function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((all, value) => all + value, 0)
}

/** The municipality that a clinic's practice is in on the date; null when it is not known. */
export function municipalityOfClinic(views: Views, clinic: string, at: AsOf): MunicipalityCode | null {
  const row = views
    .statement<{ municipality: string | null }>(
      `SELECT a.municipality FROM practice_address a
       WHERE a.clinic = :clinic AND a.kind = 'main' AND a.role = 'current' AND ${asOf('a')} LIMIT 1`,
    )
    .get({ clinic, ...moment(at) })
  return MunicipalityCode.nullable().parse(row?.municipality ?? null)
}
