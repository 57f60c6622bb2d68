import { ActivityPeriod, type ActivitySubject, activityStream, daysOf, type PublishedGrowth } from '#events/activity'
import { MunicipalityCode, ProviderNumber, type RegionCode, type Specialty } from '#events/identifiers'
import { type Figures, nothing, scaled, sum, yearOf } from './activityFigures.ts'
import { secretariat } from './actors.ts'
import { day, instant } from './days.ts'
import { grouped } from './grouping.ts'
import type { DemoEvent, Journal } from './journal.ts'
import type { NumberThen } from './numbersOn.ts'
import type { Random } from './random.ts'

const period = (text: string) => ActivityPeriod.parse(text)

/** A clinic or number with its figures of free physiotherapy. */
export interface Subject {
  readonly about: ActivitySubject
  readonly municipality: string
  readonly figures: Figures
}

/** Notes one subject's reports of a period down, by specialty, at a price level. */
export type TellReport = (
  about: ActivitySubject,
  when: ActivityPeriod,
  bySpecialty: Partial<Record<Specialty, Figures>>,
  priceLevelYear: number,
) => void

/** What the numbers of 2015 earned by their hours, and their municipality's sums of that year and the one before. */
export function hoursYears(then: readonly NumberThen[], random: Random) {
  const numbers = then.map((number) => ({
    number,
    own: figuresOfNumber(number, random),
  }))
  const free = numbers.flatMap(({ number, own }): Subject[] =>
    own['62'] === undefined
      ? []
      : [{ about: providerAbout(number), municipality: number.municipality, figures: own['62'] }],
  )
  return {
    numbers: numbers.map(({ number, own }) => ({ about: providerAbout(number), own })),
    subjects: free,
    sums2014: [...grouped(free, ({ municipality }) => municipality)].map(([code, own]) => ({
      code,
      figures: scaled(sum(own.map(({ figures }) => figures)), {
        patients: 0.98,
        group: 0.97,
        individual: 1.01,
        oere: 0.99,
      }),
    })),
  }
}

const providerAbout = ({ number }: NumberThen): ActivitySubject => ({
  level: 'provider',
  id: ProviderNumber.parse(number),
})

/** Turnover by weekly hours: about 25,000 kr per hour, some small ones far above or below it. */
function figuresOfNumber({ hours }: NumberThen, random: Random): Partial<Record<Specialty, Figures>> {
  const tenths = [...hours.values()].reduce((all, one) => all + one, 0)
  const odd = tenths < 300 && random.chance(0.16)
  const perHour = 25_000 * (odd ? random.pick([0.42, 1.4, 1.8]) : 0.88 + 0.24 * random.next())
  const [general = 0, free = 0] = [hours.get('51'), hours.get('62')]
  const kr = (part: number) => Math.round((perHour * part) / 10)
  // A little more than a third of the hours are free physiotherapy, which earns the more of the two.
  const [generalKr, freeKr] = [Math.round(kr(general) * 0.63), Math.round(kr(free) * 1.63)]
  const costEach = random.chance(0.07) ? 13_900 : 11_900
  const patients = Math.max(1, Math.round(freeKr / costEach))
  const freeYear = yearOf(patients, 0.06, random)
  const services = Math.round(generalKr / 124)
  return {
    ...(general > 0
      ? { '51': { ...nothing, patients: Math.round(services / 6), individual: services, oere: generalKr * 100 } }
      : {}),
    ...(free > 0 ? { '62': { ...freeYear, oere: freeKr * 100 } } : {}),
  }
}

/** 2010 and 2014 as SEED 001 prints them, with invented sums of the municipalities that add up to 210 M kr in 2014. */
export function tellSeedYears(
  region: RegionCode,
  sums: readonly { readonly code: string; readonly figures: Figures }[],
  { write }: Journal,
  tell: TellReport,
): void {
  const source = 'SEED 001, afsnit 3 (afrundede beløb; prisniveau og speciale for ridefysioterapi ikke oplyst)'
  const unknown = {
    patients: null,
    groupServices: null,
    individualServices: null,
    homeServices: null,
    progressivePatients: null,
    progressiveIndividualServices: null,
  }
  const growth = (of: PublishedGrowth['of'], permille: number): PublishedGrowth => ({
    of,
    since: period('2010'),
    permille,
  })
  const years: readonly [ActivityPeriod, number, number, readonly PublishedGrowth[], readonly PublishedGrowth[]][] = [
    [period('2010'), 172, 26.6, [], []],
    [period('2014'), 210, 31.6, [growth('amount', 223), growth('userShare', 180)], [growth('amount', 189)]],
  ]
  for (const [when, free, ride, freeGrowth, rideGrowth] of years) {
    const row = (specialty: Specialty, millions: number, published: readonly PublishedGrowth[]): DemoEvent => ({
      type: 'ActivityReportReceived',
      effectiveFrom: daysOf(when).from,
      data: {
        about: { level: 'region', id: region },
        region,
        period: when,
        specialty,
        figures: { ...unknown, oere: Math.round(millions * 10) * 10_000_000, priceLevelYear: 2014 },
        published: [...published],
        source,
      },
    })
    write({
      stream: activityStream({ level: 'region', id: region }, when),
      at: instant(day(when === '2010' ? '2014-03-17' : '2015-03-16'), 470),
      by: secretariat(region),
      events: [row('62', free, freeGrowth), row('65', ride, rideGrowth)],
    })
  }
  const whole = 21_000_000_000
  const raw = sum(sums.map(({ figures }) => figures)).oere
  let left = whole
  for (const [index, { code, figures }] of sums.entries()) {
    const oere = index === sums.length - 1 ? left : Math.round((figures.oere * whole) / raw)
    left -= oere
    tell(
      { level: 'municipality', id: MunicipalityCode.parse(code) },
      period('2014'),
      { '62': { ...figures, oere } },
      2014,
    )
  }
}
