import type { AsOf } from '#api/asOf'
import type { RegionCode } from '#events/identifiers'
import { asOf, moment } from '../../projections/bitemporal.ts'
import type { Views } from '../../projections/views.ts'
import type { BendFact } from '../../rules/facts/capacity.ts'
import { regionsTogether } from '../../rules/responsibleRegion.ts'
import { unitsFrom } from '../../rules/ruleSets.ts'
import { clinicFigures, eventIds } from '../capacity.ts'
import type { World } from '../query.ts'
import { subsidyOere } from './subsidy.ts'

interface Asked {
  readonly clinic: string | null
  /** Owner and lessee numbers that come with the application. */
  readonly newNumbers: number
  readonly asks: { readonly specialty: string; readonly requestedOere: number } | null
}

/** A clinic's units, index, subsidy and numbers on the date, without what the application asks for. */
export function bendFact(
  asking: { readonly before: Views; readonly at: AsOf; readonly region: RegionCode; readonly world: World },
  { clinic, newNumbers, asks }: Asked,
): BendFact {
  const { before: views, at } = asking
  const figures = clinic === null ? undefined : clinicFigures(views, at, clinic).get(clinic)
  const regions = regionsTogether(asking.region, at.effectiveOn)
  const rows =
    clinic === null
      ? []
      : views
          .statement<{ specialty: string; units: number; inputs: string }>(
            `SELECT u.specialty, u.units, u.inputs FROM clinic_units u WHERE u.clinic = :clinic AND ${asOf('u')}`,
          )
          .all({ clinic, ...moment(at) })
  const specialties = (['51', '62'] as const).map((specialty) => ({
    specialty,
    unitsHundredths: rows.find((row) => row.specialty === specialty)?.units ?? 0,
    requestedOere: asks?.specialty === specialty ? asks.requestedOere : 0,
    indexTenThousandths: unitIndexOn(views, at, regions, specialty),
    subsidyOere: clinic === null ? null : subsidyOere(views, at, { clinic, specialty }),
  }))
  const then = { ...at, effectiveOn: unitsFrom }
  const stood = clinic === null ? undefined : clinicFigures(views, then, clinic).get(clinic)
  return {
    // A clinic that the application founds is not in the register yet, and has nothing to look up.
    clinic: figures === undefined && asks === null ? null : clinic,
    specialties,
    numbersAfter: (clinic === null ? 0 : numbersOn(views, at, clinic)) + newNumbers,
    numbersAtTransition: clinic === null || stood === undefined ? null : numbersOn(views, then, clinic),
    place: figures?.address ?? null,
    inputs: [...rows.flatMap(({ inputs }) => eventIds(inputs)), ...(figures?.inputs() ?? [])],
  }
}

/** Index of the date's year or the latest before it, in ten-thousandths; null while none is loaded. */
export function unitIndexOn(views: Views, at: AsOf, regions: readonly string[], specialty: string): number | null {
  const year = Number(at.effectiveOn.slice(0, 4))
  const found = regions.flatMap((region) =>
    views
      .statement<{ year: number; factor: number }>(
        `SELECT k.year, k.factor FROM kr_index k
         WHERE k.region = :region AND k.specialty = :specialty AND k.year <= :year AND ${asOf('k')}`,
      )
      .all({ region, specialty, year, ...moment(at) }),
  )
  return found.toSorted((a, b) => b.year - a.year)[0]?.factor ?? null
}

function numbersOn(views: Views, at: AsOf, clinic: string): number {
  return (
    views
      .statement<{ count: number }>(
        `SELECT count(*) AS count FROM provider p WHERE p.clinic = :clinic AND p.status IN ('owner', 'lessee') AND ${asOf('p')}`,
      )
      .get({ clinic, ...moment(at) })?.count ?? 0
  )
}
