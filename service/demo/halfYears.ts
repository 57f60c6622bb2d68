import { type ActivityFigures, ActivityPeriod, yearBefore } from '#events/activity'
import { MunicipalityCode, type RegionCode, type Specialty } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { codesIn, packagesOf, type ReportedSpecialty, toldAs } from '../halfYears/assembled.ts'
import { priceLevelOf } from '../halfYears/halfYearPackage.ts'
import { toldFigures } from '../halfYears/toldFigures.ts'
import { secretariat } from './actors.ts'
import { day, instant } from './days.ts'
import { grouped } from './grouping.ts'
import type { Journal } from './journal.ts'

/** Days on which the half-yearly data of every municipality came, but for those below. */
const deliveries: readonly [half: string, on: string][] = [
  ['2024-H2', '2025-03-24'],
  ['2025-H1', '2025-09-22'],
  ['2025-H2', '2026-03-30'],
  ['2026-H1', '2026-09-28'],
]
/** 12 October is twelve days late, as in the example of R-36. */
const late: Readonly<Record<string, string>> = { '2026-H1 0746': '2026-10-12', '2025-H2 0727': '2026-04-07' }
const missing: ReadonlySet<string> = new Set(['2026-H1 0665'])

/** A report of one municipality, as the packages are made of it. */
export interface MunicipalReport {
  readonly municipality: string
  readonly period: string
  readonly specialty: Specialty
  readonly figures: ActivityFigures
}

/** The smallest cell of every rule set of the demonstration. */
const minCell = 5

/** The half-yearly packages, with what each may tell. */
export function tellHalfYears(
  region: RegionCode,
  areas: AreaCatalogue,
  reports: readonly MunicipalReport[],
  journal: Journal,
): void {
  for (const [half, usual] of deliveries) {
    const period = ActivityPeriod.parse(half)
    const codes = codesIn(areas, region, period)
    const packages = packagesOf(areas, { codes, period, minCell }, toldOf(codes, period, reports))
    for (const [index, code] of codes.toSorted().entries()) {
      const key = `${half} ${code}`
      const content = missing.has(key) ? null : packages(code)
      if (content === null) continue
      const deliveredOn = EffectiveDate.parse(late[key] ?? usual)
      journal.write({
        stream: `activity-municipality-${code}.${half}`,
        at: instant(day(deliveredOn), 700 + index),
        by: secretariat(region),
        events: [
          {
            type: 'HalfYearlyDataPublished',
            effectiveFrom: deliveredOn,
            data: {
              municipality: MunicipalityCode.parse(code),
              region,
              period,
              deliveredOn,
              ...toldAs(content),
              reason: null,
            },
          },
        ],
      })
    }
  }
}

function toldOf(
  codes: readonly string[],
  period: ActivityPeriod,
  reports: readonly MunicipalReport[],
): readonly ReportedSpecialty[] {
  return [...grouped(reports, ({ specialty }) => specialty)].flatMap(([specialty, all]): ReportedSpecialty[] => {
    // The same half of the earlier years, as long as it was published.
    const halves = deliveries
      .map(([half]) => half)
      .filter((half) => half.slice(4) === period.slice(4) && half <= period)
    const versions = halves.map((half) => ({
      period: ActivityPeriod.parse(half),
      figures: new Map(
        all.filter((one) => one.period === half).map(({ municipality, figures }) => [municipality, figures] as const),
      ),
      toldTo: new Set(codes.filter((code) => !missing.has(`${half} ${code}`))),
    }))
    const tables = toldFigures(codes, versions, minCell)
    const now = tables.at(-1)
    const figures = versions.at(-1)?.figures
    if (now === undefined || figures === undefined) return []
    const at = versions.findIndex((version) => version.period === yearBefore(period))
    return [
      {
        // The reports' own, by which they are grouped.
        specialty: specialty as Specialty,
        now,
        before: tables[at] ?? null,
        priceLevelYear: priceLevelOf(figures.values()),
        priceLevelYearBefore: at < 0 ? null : priceLevelOf((versions[at]?.figures ?? figures).values()),
        reported: new Set(figures.keys()),
      },
    ]
  })
}
