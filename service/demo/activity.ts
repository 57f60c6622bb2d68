import { ActivityPeriod, type ActivitySubject, activityStream, daysOf } from '#events/activity'
import { type ClinicId, MunicipalityCode, RegionCode, type Specialty } from '#events/identifiers'
import type { RecordedAt } from '#events/time'
import { municipalitiesOfRegion } from '#geo/hierarchy'
import { shareOut } from '#geo/largestRemainder'
import { exactlyATenthAbove, type Figures, nothing, reported, scaled, sum, yearOf } from './activityFigures.ts'
import { tellFollowUp } from './activityFollowUp.ts'
import { hoursYears, type Subject, type TellReport, tellSeedYears } from './activityHours.ts'
import { registrar, secretariat } from './actors.ts'
import type { Clinic } from './clinics.ts'
import { day, instant } from './days.ts'
import { grouped } from './grouping.ts'
import { type MunicipalReport, tellHalfYears } from './halfYears.ts'
import type { DemoEvent, Journal } from './journal.ts'
import { numbersOn } from './numbersOn.ts'
import { inhabitants, type Places } from './places.ts'
import type { Random } from './random.ts'

const region = RegionCode.parse('1082')
const period = (text: string) => ActivityPeriod.parse(text)
const synthetic = 'Syntetiske demonstrationstal'

/** When the statistics of a period reach the region: March of the year after (S_KONTROL), August for a first half. */
const arrives: Readonly<Record<string, string>> = {
  '2014': '2015-03-16',
  '2015': '2016-03-14',
  '2024-H2': '2025-02-10',
  '2024': '2025-03-17',
  '2025-H1': '2025-08-11',
  '2025-H2': '2026-02-09',
  '2025': '2026-03-16',
  '2026-H1': '2026-08-10',
}
const arrival = (of: ActivityPeriod, minute: number): RecordedAt =>
  instant(day(arrives[of] ?? daysOf(of).to), 480 + minute)

/** A half-year that came without its treatments at home, so that one package is not whole. */
const partial = { municipality: '0741', period: '2026-H1' }

/** How a municipality's clinics changed from 2024 to 2025, so that R-24 has one of each to tell. */
const habits = ['replaces', 'adds', 'still'] as const
const change: Readonly<Record<(typeof habits)[number], Partial<Figures>>> = {
  replaces: { group: 1.11, individual: 0.91, oere: 0.985, home: 0.99 },
  adds: { group: 1.12, individual: 0.985, oere: 1.02, home: 1.01 },
  still: { group: 0.955, individual: 0.975, oere: 1.005 },
}
/** Share of services at home in a municipality; most are about six in a hundred. */
const homeShares: Readonly<Record<string, number>> = { '0746': 0.083, '0741': 0.09, '0671': 0.028 }

/**
 * Reported activity of Region Midtjylland: invented but for the amounts of 2010 and 2014 that SEED 001 prints with their
 * growth. Sums of clinics and numbers are those of their municipality, and these are the region's. Some lie on an edge.
 */
export function tellActivity(clinics: readonly Clinic[], journal: Journal, places: Places, random: Random): void {
  const of = (level: 'nation' | 'region') =>
    level === 'nation' ? ({ level, id: 'dk' } as const) : { level, id: region }
  const municipal: MunicipalReport[] = []
  let minute = 0
  const tell: TellReport = (about, when, bySpecialty, priceLevelYear) => {
    minute = (minute + 1) % 400
    const where = about.level === 'nation' ? null : region
    const reports = Object.entries(bySpecialty).map(([name, figures]) => {
      // The keys are specialties.
      const specialty = name as Specialty
      const told = reported(figures, specialty, priceLevelYear)
      const isPartial = about.id === partial.municipality && when === partial.period && specialty === '62'
      return { specialty, figures: isPartial ? { ...told, homeServices: null } : told }
    })
    if (about.level === 'municipality')
      municipal.push(...reports.map((report) => ({ ...report, municipality: about.id, period: when })))
    journal.write({
      stream: activityStream(about, when),
      at: arrival(when, minute),
      by: where === null ? registrar : secretariat(where),
      events: reports.map(
        ({ specialty, figures }): DemoEvent => ({
          type: 'ActivityReportReceived',
          effectiveFrom: daysOf(when).from,
          data: { about, region: where, period: when, specialty, figures, published: [], source: synthetic },
        }),
      ),
    })
  }
  const tellSums = (
    subjects: readonly Subject[],
    when: ActivityPeriod,
    priceLevel: number,
    nationFactor: Partial<Figures>,
  ) => {
    const byMunicipality = grouped(subjects, ({ municipality }) => municipality)
    for (const [code, ridden] of ridingByMunicipality(places, when)) {
      const total = sum((byMunicipality.get(code) ?? []).map(({ figures }) => figures))
      tell({ level: 'municipality', id: MunicipalityCode.parse(code) }, when, { '62': total, '65': ridden }, priceLevel)
    }
    const total = sum(subjects.map(({ figures }) => figures))
    // Five regions, of which this one has a good fifth of the inhabitants; the country's individual services are 24.0 each.
    const patients = Math.round(total.patients * 4.36)
    const nation = scaled(
      {
        ...scaled(total, {
          group: 4.5,
          home: 4.2,
          progressivePatients: 4.36,
          progressiveIndividual: 4.2,
          oere: 4.28,
          ...nationFactor,
        }),
        patients,
      },
      {},
    )
    tell(
      of('nation'),
      when,
      { '62': { ...nation, individual: patients * 24 }, '65': riding(when, 'nation') },
      priceLevel,
    )
    tell(of('region'), when, { '62': total, '65': riding(when, 'region') }, priceLevel)
  }

  const entries = journal.entries()
  const hours = hoursYears(numbersOn(entries, '2015-12-31', region, clinics), random.of('2015'))
  tellSeedYears(region, hours.sums2014, journal, tell)
  for (const { about, own } of hours.numbers) tell(about, period('2015'), own, 2014)
  tellSums(hours.subjects, period('2015'), 2014, {})

  const y2024 = withEdge(clinicYear(clinics, random.of('2024')))
  const y2025 = withEdge(nextYear(y2024, places, random.of('2025')))
  const general = random.of('general')
  const both = (subject: Subject, half: boolean) => ({
    '51': generalOf(subject, half, general),
    '62': subject.figures,
  })
  const half = (subjects: readonly Subject[], share: number) =>
    subjects.map((one) => ({ ...one, figures: scaled(one.figures, halves(share)) }))
  for (const one of y2024) tell(one.about, period('2024'), both(one, false), 2024)
  tellSums(y2024, period('2024'), 2024, {})
  tellSums(half(y2025, 0.51), period('2025-H1'), 2024, {})
  for (const one of y2025) tell(one.about, period('2025'), both(one, false), 2024)
  tellSums(y2025, period('2025'), 2024, {})
  const h2026 = half(nextYear(y2025, places, random.of('2026')), 0.51)
  for (const one of h2026) tell(one.about, period('2026-H1'), both(one, true), 2024)
  tellSums(h2026, period('2026-H1'), 2024, {})
  tellSums(half(y2024, 0.49), period('2024-H2'), 2024, {})
  tellSums(half(y2025, 0.49), period('2025-H2'), 2024, {})

  const all = sum(y2025.map(({ figures }) => figures))
  const quiet = numbersOn(entries, '2025-12-31', region, clinics).filter(({ lastNoted }) => lastNoted < '2024-01-01')
  tellFollowUp(
    {
      region,
      clinics: y2025,
      meanOere: all.oere / all.patients,
      quietNumbers: random.of('ceilings').shuffled(quiet),
      report: tell,
    },
    journal,
  )
  tellHalfYears(region, places.areas, municipal, journal)
}

const halves = (share: number): Partial<Figures> => ({
  patients: 0.8,
  group: share,
  individual: share,
  home: share,
  progressivePatients: 0.8,
  progressiveIndividual: share,
  oere: share,
})

/** Free riding therapy of the country by year, as part of 2024 (S_RIDEUDG); what is not 2024 is invented. */
const ridingYears: Readonly<Record<string, number>> = { '2015': 0.93, '2024': 1, '2025': 1.008, '2026': 1.012 }
/** The region's part of it: above its part of the inhabitants, and coming down. */
const ridingShares: Readonly<Record<string, number>> = { '2015': 0.262, '2024': 0.276, '2025': 0.272, '2026': 0.264 }

function riding(when: ActivityPeriod, level: 'region' | 'nation'): Figures {
  const year = when.slice(0, 4)
  const part = (ridingYears[year] ?? 1) * (level === 'nation' ? 1 : (ridingShares[year] ?? 0))
  const paid = part * (when.includes('-H') ? 0.52 : 1)
  const country: Figures = { ...nothing, patients: 5180, individual: 190_000, oere: 9_667_976_800 }
  return scaled(country, { patients: part, individual: paid, oere: paid })
}

/** The region's riding therapy by municipality, as many patients as its part of the inhabitants: on Samsø only a few. */
function ridingByMunicipality(places: Places, when: ActivityPeriod): readonly (readonly [string, Figures])[] {
  const codes = municipalitiesOfRegion(places.areas, region, '2026-01-01')
  const total = riding(when, 'region')
  const patients = shareOut(
    total.patients,
    codes.map((code) => inhabitants(places, code)),
  )
  const byPatients = (whole: number) => shareOut(whole, patients)
  const [services, kroner] = [byPatients(total.individual), byPatients(Math.floor(total.oere / 100))]
  return codes.map((code, at) => [
    code,
    {
      ...nothing,
      patients: patients[at] ?? 0,
      individual: services[at] ?? 0,
      // The øre that are no whole krone stay with the first.
      oere: (kroner[at] ?? 0) * 100 + (at === 0 ? total.oere % 100 : 0),
    },
  ])
}

/** Clinics of the region that are open all year, each with patients by its size. */
function clinicYear(clinics: readonly Clinic[], random: Random): readonly Subject[] {
  const open = clinics.filter(
    (clinic) =>
      clinic.region === region && clinic.opened <= day('2023-05-01') && clinic.closed === null && !clinic.fromPool,
  )
  return open.map((clinic, index) => {
    // The smallest have so few patients that their number must not be told.
    const patients = index === 7 ? 3 : index === 11 ? 8 : clinic.size * random.int(55, 110)
    const home = (homeShares[clinic.municipality] ?? 0.06) * (0.9 + 0.2 * random.next())
    const figures = yearOf(patients, home, random)
    const dear = random.chance(0.06) ? { oere: 1.12 + 0.15 * random.next() } : {}
    return { about: clinicAbout(clinic.id), municipality: clinic.municipality, figures: scaled(figures, dear) }
  })
}

const clinicAbout = (id: ClinicId): ActivitySubject => ({ level: 'clinic', id })

/** The year after: each municipality by its habit, each clinic a little off it. */
function nextYear(year: readonly Subject[], { areas }: Places, random: Random): readonly Subject[] {
  const codes = municipalitiesOfRegion(areas, region, '2026-01-01')
  return year.map((subject) => {
    const habit = habits[codes.indexOf(subject.municipality) % habits.length] ?? 'still'
    const { patients } = subject.figures
    const people = patients < 10 ? patients : Math.round(patients * (0.98 + 0.05 * random.next()))
    const figures = scaled(subject.figures, change[habit])
    const off = 1 + (people - patients) / Math.max(1, patients)
    return { ...subject, figures: { ...figures, patients: people, oere: Math.round(figures.oere * off) } }
  })
}

/** The largest clinic's neighbour in the list is put exactly a tenth above the mean. */
function withEdge(year: readonly Subject[]): readonly Subject[] {
  const [other, edge] = year.toSorted((a, b) => b.figures.patients - a.figures.patients)
  if (other === undefined || edge === undefined) return year
  const rest = year.filter((one) => one !== edge && one !== other).map(({ figures }) => figures)
  const exact = exactlyATenthAbove(edge.figures, other.figures, rest)
  return year.map((one) =>
    one === edge ? { ...one, figures: exact.edge } : one === other ? { ...one, figures: exact.other } : one,
  )
}

/** General physiotherapy of the same clinic. */
function generalOf({ figures }: Subject, half: boolean, random: Random): Figures {
  const patients = Math.round(figures.patients * (2.2 + random.next()))
  const services = Math.round(patients * (half ? 3 : 6))
  const oere = services * random.int(118, 131) * 100
  return { ...nothing, patients, individual: services, oere }
}
