import { ActivityPeriod, type ActivitySubject, daysOf, type ReviewedRule } from '#events/activity'
import { MunicipalityCode, ProviderNumber, type RegionCode, type Specialty } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { type Figures, nothing } from './activityFigures.ts'
import { committee, secretariat } from './actors.ts'
import { day, instant } from './days.ts'
import type { DemoEvent, Journal } from './journal.ts'
import type { NumberThen } from './numbersOn.ts'

const on = (date: string) => EffectiveDate.parse(date)
const at = (date: string, minute = 600) => instant(day(date), minute)
const period = (text: string) => ActivityPeriod.parse(text)

/** When the committee followed the plan up; nothing was held for 2022. */
const followUps: readonly [year: number, heldOn: string, measures: readonly string[]][] = [
  [2016, '2016-11-23', ['Flere hold i stedet for individuel behandling', 'Afklaring af dækningsområder']],
  [2017, '2017-11-22', ['Ny plan forberedes med den nye overenskomst']],
  [2018, '2018-11-28', []],
  [2019, '2019-12-04', ['Kontrolstatistik på klinikniveau']],
  [2020, '2020-12-09', []],
  [2021, '2021-11-24', ['Opfølgning på hjemmebehandling']],
  [2023, '2023-12-06', ['Overgang til kapacitet pr. klinik']],
  [2024, '2024-11-27', ['Månedlig orientering om kapacitet']],
  [2025, '2025-11-26', ['Færre individuelle behandlinger ved progressiv sygdom', 'Flere hold']],
]

export interface FollowUpTelling {
  readonly region: RegionCode
  /** Clinics with their figures of 2025, and the mean cost per patient in øre. */
  readonly clinics: readonly { readonly about: ActivitySubject; readonly figures: Figures }[]
  readonly meanOere: number
  /** Numbers at work in 2025 that nothing was noted about since 2024. */
  readonly quietNumbers: readonly NumberThen[]
  readonly report: (
    about: ActivitySubject,
    when: ActivityPeriod,
    by: Partial<Record<Specialty, Figures>>,
    level: number,
  ) => void
}

/** Reviews, payment ceilings and the committee's yearly follow-up. All of it is invented. */
export function tellFollowUp(telling: FollowUpTelling, journal: Journal): void {
  const { region } = telling
  for (const [year, heldOn, measures] of followUps) {
    journal.write({
      stream: `activity-region-${region}.${year}`,
      at: at(heldOn, 840),
      by: committee(region),
      events: [
        { type: 'YearlyFollowUpHeld', effectiveFrom: on(heldOn), data: { region, year, measures: [...measures] } },
      ],
    })
  }
  tellReviews(telling, journal)
  tellCeilings(telling, journal)
}

/** The dearest clinics of 2025 are examined: one is explained, one leads to a ceiling, one is still being asked. */
function tellReviews({ region, clinics, meanOere }: FollowUpTelling, { write }: Journal): void {
  const dear = clinics
    .filter(({ figures: { oere, patients } }) => patients >= 10 && oere > 1.15 * meanOere * patients)
    .slice(0, 3)
  const review = (
    about: ActivitySubject,
    rule: ReviewedRule,
    conclusion: 'explained' | 'ceiling' | null,
    reasons: readonly [string, string],
  ) => {
    const data = { about, region, period: period('2025'), specialty: '62' as const, rule }
    const opened: DemoEvent = {
      type: 'ControlReviewOpened',
      effectiveFrom: on('2026-04-08'),
      data: { ...data, reason: reasons[0] },
    }
    const closed: DemoEvent[] =
      conclusion === null
        ? []
        : [
            {
              type: 'ControlReviewClosed',
              effectiveFrom: on('2026-06-10'),
              data: { ...data, conclusion, reason: reasons[1] },
            },
          ]
    const stream = `activity-${about.level}-${about.id}.2025`
    write({ stream, at: at('2026-04-08'), by: secretariat(region), events: [opened] })
    for (const event of closed) write({ stream, at: at('2026-06-10'), by: committee(region), events: [event] })
  }
  const outcomes = ['explained', 'ceiling', null] as const
  for (const [index, { about }] of dear.entries()) {
    review(about, 'R-21', outcomes[index] ?? null, [
      'Udgiften pr. patient ligger mere end 10 % over regionens',
      index === 0 ? 'Mange tungt ramte patienter efter aftale med kommunen' : 'Ingen forklaring modtaget',
    ])
  }
  review({ level: 'municipality', id: MunicipalityCode.parse('0741') }, 'R-25', 'explained', [
    'Andelen af hjemmebehandling er høj',
    'Øsamfund uden klinik på hele øen',
  ])
}

/** Three ceilings of 2025: 12,600 kr per patient exceeded by 49,000 kr (the example of R-22), one kept, one without an end. */
function tellCeilings({ region, quietNumbers, report }: FollowUpTelling, { write }: Journal): void {
  const kinds = [
    { oere: 1_260_000, basis: 'perPatient', until: '2026-01-01', patients: 140, paid: 1_295_000 * 140 },
    { oere: 150_000_000, basis: 'total', until: '2026-01-01', patients: 110, paid: 142_350_000 },
    { oere: 1_280_000, basis: 'perPatient', until: null, patients: 96, paid: 1_240_000 * 96 },
  ] as const
  for (const [index, { number, stream }] of quietNumbers.slice(0, kinds.length).entries()) {
    const kind = kinds[index]
    if (kind === undefined) continue
    const { oere, basis, until, patients, paid } = kind
    write({
      stream,
      at: at('2024-12-11', 800 + index),
      by: committee(region),
      events: [
        {
          type: 'PaymentCeilingImposed',
          effectiveFrom: daysOf(period('2025')).from,
          data: { oere, basis, until: until === null ? null : on(until), ruling: null },
        },
      ],
    })
    const figures = { ...nothing, patients, group: patients * 17, individual: patients * 25, oere: paid }
    report({ level: 'provider', id: ProviderNumber.parse(number) }, period('2025'), { '62': figures }, 2024)
  }
}
