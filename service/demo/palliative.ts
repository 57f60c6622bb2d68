import type { EventId } from '#events/envelope'
import { RegionCode } from '#events/identifiers'
import type { Section2Figures } from '#events/palliative'
import { EffectiveDate } from '#events/time'
import { calculateSection2 } from '../rules/coverage/section2Calculator.ts'
import { committee, secretariat } from './actors.ts'
import { dateOf, day, instant, lastRecordedDay, officeHour } from './days.ts'
import type { Journal } from './journal.ts'
import type { Random } from './random.ts'
import type { Tenure } from './tenure.ts'

const region = RegionCode.parse('1084')
const stream = `palliative-${region}`
const source = 'SEED 002'

/** Region Syddanmark's figures of 2023, and the budget for Region Hovedstaden; the start-up line has no amount (SEED 002). */
const figures: Section2Figures = {
  donorTherapists: 20,
  donorPatients: 550,
  donorServices: 20_715,
  donorServiceCostOere: 172_500_000,
  donorPopulation: 1_238_406,
  population: 1_911_067,
  upliftPercent: 35,
  baseFeeOere: 2_000_000,
  supervisionOere: 10_800_000,
  themeDayOere: 2_000_000,
  startUpOere: null,
  years: 4,
}
/** Therapists of the demonstration besides the two on Bornholm. Invented: with them the agreement is one short of its 27. */
const others = 24

/**
 * The section-2 agreement of Region Hovedstaden: proposal, budget and survey as SEED 002 has them, and who joined, which is
 * invented but for Bornholm: two providers, neither of whom takes new patients.
 */
export function tellPalliative(tenures: readonly Tenure[], journal: Journal, random: Random): void {
  const on = (text: string) => EffectiveDate.parse(text)
  const { seed, population, populationUpliftTenths } = calculateSection2(figures, 0)
  const [proposal] = journal.write({
    stream,
    at: instant(day('2024-09-16'), 600),
    by: secretariat(region),
    events: [
      {
        type: 'Section2AgreementProposed',
        effectiveFrom: on('2024-09-16'),
        data: {
          region,
          donorRegion: RegionCode.parse('1083'),
          figures,
          sizes: [seed, population],
          populationUpliftTenths,
          basis: 'seed',
          // The seed does not say whether it is for each therapist or for all of them.
          activityFee: { oere: 12_000_000, scope: 'unknown' },
          source,
        },
      },
    ],
  })
  if (proposal === undefined) throw new Error('The proposal was not written')
  tellBudget(proposal, journal)
  journal.write({
    stream,
    at: instant(day('2025-03-17'), 590),
    by: secretariat(region),
    events: [
      {
        type: 'SupplySurveyRecorded',
        effectiveFrom: on('2025-03-03'),
        data: {
          region,
          surveyedOn: on('2025-03-03'),
          responsePercent: 73,
          counts: [
            { area: '0400', providers: 2, accepting: 0 },
            // The seed counts about 60 who offer it; that they accept is how the rule catalogue reads it.
            { area: region, providers: 60, accepting: 60 },
          ],
          source: `${source}; S2-13`,
        },
      },
    ],
  })
  const onBornholm = tenures.filter(({ clinic, status }) => clinic.municipality === '0400' && status === 'mobile')
  for (const tenure of onBornholm.slice(0, 2)) tellMember(tenure, false, journal, random)
  const elsewhere = tenures.filter(
    ({ clinic }) => clinic.region === region && clinic.municipality !== '0400' && clinic.closed === null,
  )
  for (const tenure of random.shuffled(elsewhere).slice(0, others))
    tellMember(
      tenure,
      random.weighted([true, false, null], (accepts) => (accepts === true ? 7 : accepts === false ? 2 : 1)),
      journal,
      random,
    )
}

function tellBudget(proposal: EventId, journal: Journal): void {
  journal.write({
    stream,
    at: instant(day('2024-12-10'), 700),
    by: committee(region),
    events: [
      {
        type: 'Section2AgreementAdopted',
        effectiveFrom: EffectiveDate.parse('2025-01-01'),
        data: { region, proposal, basis: 'seed', documentRef: null },
      },
    ],
  })
  for (const year of [2025, 2026, 2027, 2028])
    journal.write({
      stream,
      at: instant(day('2024-12-11'), 540 + year - 2025),
      by: secretariat(region),
      events: [
        {
          type: 'BudgetSet',
          effectiveFrom: EffectiveDate.parse('2024-12-11'),
          data: {
            region,
            year,
            items: [
              { item: 'serviceCost', oere: 233_000_000 },
              { item: 'baseFees', oere: 54_000_000 },
              { item: 'supervision', oere: 10_800_000 },
              { item: 'themeDay', oere: 2_000_000 },
              { item: 'startUp', oere: null },
            ],
            source,
          },
        },
      ],
    })
}

/** One therapist: joins in the first months of the agreement, and says later whether new patients are taken. */
function tellMember({ holder, number }: Tenure, accepts: boolean | null, journal: Journal, random: Random): void {
  const joined = random.int(day('2025-01-02'), day('2025-11-28'))
  const said = random.int(joined + 30, lastRecordedDay - 10)
  journal.write({
    stream,
    at: officeHour(joined, random),
    by: secretariat(region),
    events: [
      {
        type: 'TherapistJoined',
        effectiveFrom: dateOf(joined),
        data: {
          region,
          person: holder,
          provider: number,
          place: null,
          trainingDone: random.chance(0.8),
          homeRadiusKm: 30,
        },
      },
    ],
  })
  journal.write({
    stream,
    at: officeHour(said, random),
    by: secretariat(region),
    events: [
      { type: 'AcceptanceChanged', effectiveFrom: dateOf(said), data: { region, person: holder, acceptsNew: accepts } },
    ],
  })
}
