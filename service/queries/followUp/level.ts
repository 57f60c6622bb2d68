import type { AsOf } from '#api/asOf'
import { type ActivityPeriod, daysOf } from '#events/activity'
import type { PlanParameters } from '#events/planParameters'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { municipalitiesOfRegion, populationOf } from '#geo/hierarchy'
import type { Views } from '../../projections/views.ts'
import type { Spending } from '../../rules/facts/followUp.ts'
import { perUserShareGrowthPermille, quoted } from '../../rules/followUp/growth.ts'
import { ridingExpenditure } from '../../rules/followUp/ridingExpenditure.ts'
import { spendingLevel } from '../../rules/followUp/spendingLevel.ts'
import type { AnswerOf } from '../query.ts'
import { type Report, reportsOf } from './reports.ts'

type Level = AnswerOf<'followUp'>['level']

/** The region beside the country: services per patient, riding therapy per inhabitant. */
export function levelFindings(
  now: readonly Report[],
  earlier: readonly Report[],
  region: string,
  areas: AreaCatalogue,
  parameters: PlanParameters,
): Pick<Level, 'services' | 'riding'> {
  const of = (reports: readonly Report[], level: string, specialty: string) =>
    reports.find((report) => report.about.level === level && report.specialty === specialty)?.figures ?? null
  const [before, nationBefore] = [of(earlier, 'region', '62'), of(earlier, 'nation', '62')]
  const riding = ridingOf(now, region, areas)
  const wasRiding = ridingOf(earlier, region, areas)
  // The goal is of a whole year.
  const isYear = !now.some(({ period }) => period.includes('-H'))
  return {
    services: isYear
      ? spendingLevel.evaluate(
          {
            caseInputs: [],
            region: of(now, 'region', '62'),
            nation: of(now, 'nation', '62'),
            earlier: before === null || nationBefore === null ? null : { region: before, nation: nationBefore },
          },
          parameters,
        )
      : null,
    riding: ridingExpenditure.evaluate(
      {
        caseInputs: [],
        ...riding,
        earlier: earlier.length === 0 ? null : wasRiding,
      },
      parameters,
    ),
  }
}

/** Riding therapy of the region and of the country, over the specialties that both reported. */
function ridingOf(
  reports: readonly Report[],
  region: string,
  areas: AreaCatalogue,
): { readonly region: Spending; readonly nation: Spending } {
  const reported = (level: string) =>
    reports.filter((report) => report.about.level === level && ['57', '65'].includes(report.specialty))
  const [own, all] = [reported('region'), reported('nation')]
  const both = own.filter(({ specialty }) => all.some((other) => other.specialty === specialty))
  const shared = new Set((both.length > 0 ? both : [...own, ...all]).map(({ specialty }) => specialty))
  const period = reports[0]?.period ?? null
  const codes = (of: string | null) =>
    period === null ? [] : of === null ? null : municipalitiesOfRegion(areas, of, daysOf(period).from)
  return {
    region: spending(
      own.filter(({ specialty }) => shared.has(specialty)),
      inhabitants(areas, codes(region), period),
    ),
    nation: spending(
      all.filter(({ specialty }) => shared.has(specialty)),
      inhabitants(areas, null, period),
    ),
  }
}

/** One amount of several reports; unknown where there is none, one is unknown, or their price levels differ. */
function spending(reports: readonly Report[], inhabitants: number | null): Spending {
  const levels = new Set(reports.map(({ figures }) => figures.priceLevelYear))
  const amounts = reports.flatMap(({ figures: { oere } }) => (oere === null ? [] : [oere]))
  const whole = reports.length > 0 && amounts.length === reports.length && levels.size === 1
  return {
    oere: whole ? amounts.reduce((sum, oere) => sum + oere, 0) : null,
    priceLevelYear: [...levels][0] ?? null,
    inhabitants,
    inputs: reports.flatMap(({ figures }) => figures.inputs),
  }
}

/** Inhabitants on the first of January of the period's year; null where one municipality has no figure of that day. */
function inhabitants(
  areas: AreaCatalogue,
  codes: readonly string[] | null,
  period: ActivityPeriod | null,
): number | null {
  if (period === null) return null
  const day = `${period.slice(0, 4)}-01-01`
  const counted = codes ?? areas.municipalities.map(({ code }) => code)
  const figures = counted.map((code) => populationOf(areas, code, day)?.value)
  if (figures.length === 0 || figures.some((figure) => figure === undefined)) return null
  return figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0)
}

/** Percentages printed with the region's reports, each beside our own division of the amounts (S1-1 to S1-3). */
export function quotes(
  views: Views,
  at: AsOf,
  regions: readonly string[],
  periods: readonly ActivityPeriod[],
): Level['quotes'] {
  const reports = new Map(periods.map((period) => [period, reportsOf(views, at, regions, period)]))
  const regional = (period: ActivityPeriod, specialty: string) =>
    (reports.get(period) ?? []).find((one) => one.about.level === 'region' && one.specialty === specialty)
  return [...reports.values()].flat().flatMap(({ about, period, specialty, figures, published, source }) =>
    about.level !== 'region'
      ? []
      : published.map((quote) => {
          const from = regional(quote.since, specialty)?.figures.oere ?? null
          const users = published.find(({ of, since }) => of === 'userShare' && since === quote.since)
          const isAmount = quote.of === 'amount'
          // A share of users is printed without the numbers behind it: there is nothing to divide.
          const beside = quoted(quote.permille, isAmount ? from : null, isAmount ? figures.oere : null)
          return {
            ...quote,
            specialty,
            period,
            fromOere: isAmount ? from : null,
            toOere: isAmount ? figures.oere : null,
            computedPermille: beside.computedPermille,
            differencePermille: beside.differencePermille,
            perUserPermille:
              isAmount && users !== undefined ? perUserShareGrowthPermille(quote.permille, users.permille) : null,
            source,
          }
        }),
  )
}
