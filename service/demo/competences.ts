import type { EventId } from '#events/envelope'
import { DiagnosisGroupId, type PersonId } from '#events/identifiers'
import { secretariat, system } from './actors.ts'
import { type Day, dateOf, day, heardOn, instant, lastRecordedDay, officeHour } from './days.ts'
import type { DemoEvent, Journal } from './journal.ts'
import type { Random } from './random.ts'
import type { Tenure } from './tenure.ts'

/** How many persons document competence for a group of facts.json; small groups are sparse. Invented, in the groups' order of size. */
const documented: readonly { readonly kind: 'group' | 'family'; readonly id: string; readonly persons: number }[] = [
  { kind: 'group', id: 'multiple-sclerosis', persons: 310 },
  { kind: 'group', id: 'parkinson', persons: 260 },
  { kind: 'group', id: 'cerebral-palsy-children', persons: 84 },
  { kind: 'group', id: 'als', persons: 26 },
  { kind: 'group', id: 'psp', persons: 13 },
  { kind: 'group', id: 'msa', persons: 10 },
  { kind: 'group', id: 'huntington', persons: 8 },
  { kind: 'group', id: 'ehlers-danlos', persons: 15 },
  { kind: 'group', id: 'osteogenesis-imperfecta', persons: 5 },
  { kind: 'family', id: 'connective-tissue', persons: 7 },
]
const issuer = 'Danske Fysioterapeuter og patientforeningerne (demo)'
/** Five years' validity (R-30, ASSUMPTION). */
const validDays = 1826

/** Documented competence of the register's physiotherapists: renewed, run out, and seldom taken back (SEED 000, R-30). */
export function tellCompetences(tenures: readonly Tenure[], journal: Journal, random: Random): void {
  for (const { kind, id, persons } of documented) {
    const target = { kind, id: DiagnosisGroupId.parse(id) }
    for (const tenure of random.shuffled(tenures).slice(0, persons)) tellCompetence(tenure, target, journal, random)
  }
  // SEED 002: two palliative providers on Bornholm. That neither takes new patients is said by a stream still to come.
  const onBornholm = tenures.filter(({ clinic, status }) => clinic.municipality === '0400' && status === 'mobile')
  const palliative = { kind: 'family' as const, id: DiagnosisGroupId.parse('palliative') }
  for (const { holder, clinic } of onBornholm.slice(0, 2)) {
    const issued = day('2024-04-15')
    write(holder, day('2024-05-02'), secretariat(clinic.region), journal, random, [
      {
        type: 'CompetenceDocumented',
        data: certificate(holder, palliative, issued, null),
        effectiveFrom: dateOf(issued),
      },
    ])
  }
}

type Target = { readonly kind: 'group' | 'family'; readonly id: DiagnosisGroupId }

function tellCompetence({ holder, clinic }: Tenure, target: Target, journal: Journal, random: Random): void {
  const by = secretariat(clinic.region)
  const first = random.int(day('2017-01-01'), day('2026-10-01'))
  const noted = heardOn(first, random)
  write(holder, Math.max(noted, first), by, journal, random, [
    {
      type: 'CompetenceDocumented',
      data: certificate(holder, target, first, first + validDays),
      effectiveFrom: dateOf(first),
    },
  ])
  let expires = first + validDays
  while (expires <= lastRecordedDay && random.chance(0.72)) {
    const renewed = expires - random.int(5, 120)
    expires = renewed + validDays
    write(holder, Math.min(renewed + random.int(0, 20), lastRecordedDay), by, journal, random, [
      {
        type: 'CompetenceRenewed',
        data: { target, issuedOn: dateOf(renewed), expiresOn: dateOf(expires) },
        effectiveFrom: dateOf(renewed),
      },
    ])
  }
  if (expires <= lastRecordedDay) {
    journal.write({
      stream: `competence-${holder}`,
      at: instant(expires, 60),
      by: system,
      events: [{ type: 'CompetenceExpired', data: { target }, effectiveFrom: dateOf(expires) }],
    })
  } else if (random.chance(0.006)) {
    const revoked = random.int(Math.max(first + 100, lastRecordedDay - 600), lastRecordedDay)
    write(holder, revoked, by, journal, random, [
      {
        type: 'CompetenceRevoked',
        data: { target, reason: 'Efteruddannelsen er ikke gennemført' },
        effectiveFrom: dateOf(revoked),
      },
    ])
  }
}

function certificate(person: PersonId, target: Target, issued: Day, expires: Day | null) {
  const expiresOn = expires === null ? null : dateOf(expires)
  return { person, target, issuer, issuedOn: dateOf(issued), expiresOn, evidenceRef: null }
}

function write(
  person: PersonId,
  noted: Day,
  by: ReturnType<typeof secretariat>,
  journal: Journal,
  random: Random,
  events: readonly DemoEvent[],
): readonly EventId[] {
  return journal.write({
    stream: `competence-${person}`,
    at: officeHour(Math.min(noted, lastRecordedDay), random),
    by,
    events,
  })
}
