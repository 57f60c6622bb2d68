import { MunicipalityCode } from '#events/identifiers'
import type { PlanParameters } from '#events/planParameters'
import { disclosed, disclosedFinding } from '../../disclosure.ts'
import { controlStatistics } from '../../rules/followUp/controlStatistics.ts'
import { progressivePatients } from '../../rules/followUp/progressivePatients.ts'
import { ratio, rounded } from '../../rules/ratio.ts'
import type { AnswerOf } from '../query.ts'
import type { Report, Review } from './reports.ts'
import { toldReview } from './reviews.ts'

type Control = AnswerOf<'followUp'>['control']

/** What a subject is called and where it is. */
export interface Named {
  readonly name: string
  readonly municipality: string | null
}

/** Control statistics and progressive patients of the clinics and numbers among the reports. */
export function controlSection(
  reports: readonly Report[],
  reviews: readonly Review[],
  named: (report: Report) => Named,
  parameters: PlanParameters | null,
  minCell: number,
): Control {
  const subjects = reports.filter(({ about }) => about.level === 'clinic' || about.level === 'provider')
  // Clinics since the statistics are made for clinics; numbers before. A number's own report serves its ceiling.
  const level = subjects.some(({ about }) => about.level === 'clinic') ? 'clinic' : 'provider'
  const counted = subjects.filter(({ about }) => about.level === level)
  const sums = sumsByPriceLevel(counted)
  const rows = counted.map((report) => {
    const { about, period, specialty, figures } = report
    const own = reviews.filter(
      (review) =>
        review.level === about.level &&
        review.about === about.id &&
        review.period === period &&
        review.specialty === specialty,
    )
    const reviewUnder = (rule: string) => own.find((review) => review.rule === rule) ?? null
    const asked = { caseInputs: [], about, period, specialty, figures }
    const regional = sums.get(figures.priceLevelYear) ?? { oere: 0, patients: 0 }
    const patients = disclosed(figures.patients, minCell)
    const finding =
      parameters === null
        ? null
        : controlStatistics.evaluate({ ...asked, regional, review: reviewUnder('R-21') }, parameters)
    const hasProgressive = figures.progressivePatients !== null || figures.progressiveIndividualServices !== null
    const progressive =
      parameters === null || period.includes('-H') || !hasProgressive
        ? null
        : progressivePatients.evaluate({ ...asked, review: reviewUnder('R-23') }, parameters)
    const { name, municipality } = named(report)
    return {
      about,
      name,
      municipality: MunicipalityCode.nullable().parse(municipality),
      patients,
      oere: figures.oere,
      priceLevelYear: figures.priceLevelYear,
      averageOere:
        figures.oere === null || patients.value === null || patients.value === 0
          ? null
          : rounded(ratio(figures.oere, patients.value)),
      finding: finding === null ? null : disclosedFinding(finding, minCell),
      progressive: progressive === null ? null : disclosedFinding(progressive, minCell),
      reviews: own.map(toldReview),
    }
  })
  const main = [...sums.values()].toSorted((a, b) => b.patients - a.patients)[0]
  const mean = main === undefined || main.patients === 0 ? null : main
  return {
    rows,
    mean: mean === null ? null : { averageOere: rounded(ratio(mean.oere, mean.patients)), patients: mean.patients },
    spreadOere: mean === null ? null : spread(counted, mean.oere / mean.patients),
    thresholdPercent: parameters?.controlThresholdPercent ?? null,
    minPatients: parameters?.controlMinPatients ?? null,
  }
}

/** Cost and patients of those whose both are known, by price level: amounts of two levels are not added. */
function sumsByPriceLevel(
  reports: readonly Report[],
): ReadonlyMap<number, { readonly oere: number; readonly patients: number }> {
  const sums = new Map<number, { oere: number; patients: number }>()
  for (const { figures } of reports) {
    const { oere, patients, priceLevelYear } = figures
    if (oere === null || patients === null) continue
    const sum = sums.get(priceLevelYear) ?? { oere: 0, patients: 0 }
    sums.set(priceLevelYear, { oere: sum.oere + oere, patients: sum.patients + patients })
  }
  return sums
}

/**
 * How much the cost of one patient scatters, as the subjects' own scatter tells: the standard deviation weighted with
 * patients. It draws the funnel and decides nothing, so it may be inexact.
 */
function spread(reports: readonly Report[], mean: number): number | null {
  const known = reports.flatMap(({ figures: { oere, patients } }) =>
    oere === null || patients === null || patients === 0 ? [] : [{ average: oere / patients, patients }],
  )
  if (known.length < 2) return null
  const squares = known.reduce((sum, { average, patients }) => sum + patients * (average - mean) ** 2, 0)
  return Math.sqrt(squares / (known.length - 1))
}
