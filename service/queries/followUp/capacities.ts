import type { AsOf } from '#api/asOf'
import { daysOf } from '#events/activity'
import { MunicipalityCode, ProviderNumber } from '#events/identifiers'
import type { PlanParameters } from '#events/planParameters'
import { EffectiveDate } from '#events/time'
import { disclosedFinding } from '../../disclosure.ts'
import { asOf, knownAt, moment } from '../../projections/bitemporal.ts'
import type { Views } from '../../projections/views.ts'
import { paymentCeiling } from '../../rules/followUp/paymentCeiling.ts'
import { smallCapacityFollowUp } from '../../rules/followUp/smallCapacity.ts'
import { regimeOn } from '../../rules/regime.ts'
import { clinicFigures, eventIds } from '../capacity.ts'
import type { AnswerOf } from '../query.ts'
import type { Report } from './reports.ts'
import { hoursByNumber, othersThan, turnoverByNumber } from './turnover.ts'

type Answer = AnswerOf<'followUp'>

/** Municipality of each provider number at work on the date, where its clinic's is known. */
export function placesOfNumbers(
  views: Views,
  at: AsOf,
): ReadonlyMap<string, { clinic: string; municipality: string | null }> {
  const clinics = clinicFigures(views, at)
  return new Map(
    views
      .statement<{ number: string; clinic: string }>(`SELECT p.number, p.clinic FROM provider p WHERE ${asOf('p')}`)
      .all(moment(at))
      .map(({ number, clinic }) => [number, { clinic, municipality: clinics.get(clinic)?.municipality ?? null }]),
  )
}

/** Small capacities in hours: turnover of the period over all specialties, hours on its last day. */
export function smallSection(
  views: Views,
  at: AsOf,
  reports: readonly Report[],
  places: ReturnType<typeof placesOfNumbers>,
  parameters: PlanParameters,
): Answer['small'] {
  if (regimeOn(at.effectiveOn) !== 'HOURS' || reports.some(({ period }) => period.includes('-H'))) return []
  const hours = hoursByNumber(views, at)
  const turnover = turnoverByNumber(reports)
  return [...turnover].flatMap(([number, { oere, inputs }]) => {
    const hoursTenths = hours.get(number)
    if (hoursTenths === undefined || hoursTenths >= parameters.smallBelowHoursTenths) return []
    const others = othersThan(number, hours, turnover)
    const small = { regime: 'HOURS' as const, provider: number, hoursTenths, oere, others, inputs }
    const finding = smallCapacityFollowUp.evaluate({ caseInputs: [], small }, parameters)
    const municipality = MunicipalityCode.nullable().parse(places.get(number)?.municipality ?? null)
    return [{ provider: ProviderNumber.parse(number), municipality, hoursTenths, oere, finding }]
  })
}

type CeilingRow = {
  number: string
  oere: number
  basis: 'total' | 'perPatient'
  until: string | null
  effective_from: string
  inputs: string
}

/** Payment ceilings that held in the period, for numbers in the municipalities. They are of free physiotherapy. */
export function ceilingSection(
  views: Views,
  at: AsOf,
  reports: readonly Report[],
  here: (municipality: string | null) => boolean,
  places: ReturnType<typeof placesOfNumbers>,
  parameters: PlanParameters | null,
  minCell: number,
): Answer['ceilings'] {
  const period = reports[0]?.period
  if (period === undefined) return []
  const { from, to } = daysOf(period)
  return views
    .statement<CeilingRow>(
      `SELECT c.number, c.oere, c.basis, c.until, c.effective_from, c.inputs FROM payment_ceiling c
       WHERE c.effective_from < :to AND c.effective_to > :from AND ${knownAt('c')} ORDER BY c.number, c.effective_from`,
    )
    .all({ from, to, known: moment(at).known })
    .filter(({ number }) => here(places.get(number)?.municipality ?? null))
    .map((row) => {
      const report = reports.find(
        ({ about, specialty }) => about.level === 'provider' && about.id === row.number && specialty === '62',
      )
      const until = EffectiveDate.nullable().parse(row.until)
      const finding =
        parameters === null
          ? null
          : paymentCeiling.evaluate(
              {
                caseInputs: [],
                provider: row.number,
                ceiling: { oere: row.oere, basis: row.basis, until },
                actual: { oere: report?.figures.oere ?? null, patients: report?.figures.patients ?? null },
                inputs: [...eventIds(row.inputs), ...(report?.figures.inputs ?? [])],
              },
              parameters,
            )
      return {
        provider: ProviderNumber.parse(row.number),
        from: EffectiveDate.parse(row.effective_from),
        until,
        basis: row.basis,
        ceilingOere: row.oere,
        finding: finding === null ? null : disclosedFinding(finding, minCell),
      }
    })
}
