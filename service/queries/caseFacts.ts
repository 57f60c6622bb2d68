import type { AsOf } from '#api/asOf'
import type { CaseSubject } from '#events/caseSubject'
import { type CaseId, MunicipalityCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import { distanceM } from '#geo/distance'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Supposing, Views } from '../projections/views.ts'
import type { CaseFacts, ConsultationFact } from '../rules/facts.ts'
import { proposalFacts } from '../scenarios/proposalFacts.ts'
import { addressFacts } from './addressFacts.ts'
import { NotFound } from './answered.ts'
import { capacityByMunicipality, capacityFact, clinicFigures, eventIds } from './capacity.ts'
import { type CaseRecord, caseRecords } from './caseRecords.ts'
import { capacityFacts } from './facts/capacity.ts'
import { coverageFacts } from './facts/coverage.ts'
import { palliativeFacts, section2Facts } from './facts/palliative.ts'
import { ridingFacts } from './facts/riding.ts'
import { smallCapacityFact } from './facts/smallCapacity.ts'
import { competenceFacts } from './facts/specialisation.ts'
import type { World } from './query.ts'

type Relocation = NonNullable<CaseFacts['relocation']>

/**
 * What the rules look at for one case. `at` says on which date the change is judged and what was known; `before` are the
 * views without the change, `changed` asks them with just this change. Throws `NotFound` for a case that was not known then.
 */
export function caseFacts(before: Views, changed: Supposing, caseId: CaseId, at: AsOf, world: World): CaseFacts {
  return factsOf(before, changed, caseOf(before, caseId, at, world.today), at, world)
}

/** The same for an application that need not be the one that was opened. */
export function factsOf(before: Views, changed: Supposing, record: CaseRecord, at: AsOf, world: World): CaseFacts {
  const { subject } = record
  const asking = { before, changed, at, region: record.region, world }
  return {
    caseId: record.case,
    type: record.type,
    region: record.region,
    today: world.today,
    receivedOn: record.receivedOn,
    wantedFrom: record.wantedFrom,
    caseInputs: eventIds(record.inputs),
    relocation: subject.type === 'A3' ? relocationFacts(before, changed, subject, at) : null,
    transfer: sharesOf(before, subject, at),
    capacity: capacityFacts(asking, subject),
    small: smallCapacityFact(asking, subject),
    documentation: subject.type === 'A14' ? subject : null,
    palliative: palliativeFacts(before, changed, record, at, world),
    section2: subject.type === 'A15' ? section2Facts(changed, record.region, subject, at, world) : null,
    riding: ridingFacts(before, changed, record, at, world),
    ...competenceFacts(asking, subject),
    ...(subject.type === 'A16' ? { proposal: proposalFacts(asking, subject) } : {}),
    coverage: coverageFacts(before, changed, record, at, world),
    consultations: consultationFacts(record),
  }
}

/**
 * The case as known at the instant. A procedure has come as far as it has, whatever the date of the change: it is read on
 * the later of the two days.
 */
export function caseOf(views: Views, caseId: CaseId, at: AsOf, today: EffectiveDate): CaseRecord {
  const effectiveOn = at.effectiveOn > today ? at.effectiveOn : today
  const record = caseRecords(views, { ...at, effectiveOn }, caseId)[0]
  if (record === undefined) throw new NotFound(`Case ${caseId}`)
  return record
}

function relocationFacts(
  before: Views,
  changed: Supposing,
  subject: Extract<CaseSubject, { type: 'A3' }>,
  at: AsOf,
): Relocation {
  const { from, to, previousUntil, accessibility, clinic } = subject
  return {
    from,
    to,
    previousUntil,
    accessibility,
    capacity: capacityFact(before, clinic, at),
    addressesAfter: changed((after) => addressFacts(after, clinic, at)),
    distanceM:
      from.position === null || to.position === null ? null : Math.round(distanceM(from.position, to.position)),
    municipalities: differences(before, changed, clinic, at),
  }
}

/**
 * Municipalities whose capacity on the date the change alters, ascending by code. It is one move of this clinic, so
 * nothing is summed up while it stays in its municipality.
 */
function differences(before: Views, changed: Supposing, clinic: string, at: AsOf): Relocation['municipalities'] {
  const municipalityIn = (views: Views) => clinicFigures(views, at, clinic).get(clinic)?.municipality ?? null
  const from = municipalityIn(before)
  const late = changed((after) => (municipalityIn(after) === from ? null : capacityByMunicipality(after, at)))
  if (late === null) return []
  const early = capacityByMunicipality(before, at)
  return [...new Set([...early.keys(), ...late.keys()])]
    .toSorted()
    .map((code) => ({
      code: MunicipalityCode.parse(code),
      before: early.get(code) ?? 0,
      after: late.get(code) ?? 0,
    }))
    .filter((row) => row.before !== row.after)
}

/** Shares of the number as the application would have them; null where it asks for none. */
function sharesOf(before: Views, subject: CaseSubject, at: AsOf): CaseFacts['transfer'] {
  if (subject.type === 'A2') return transferFacts(before, subject, at)
  if (subject.type !== 'A11') return null
  return { provider: subject.provider, sharesHundredths: subject.shares.map(({ shareHundredths }) => shareHundredths) }
}

/** Shares of the number once the transfer has been made; they make 100 unless the application asks for more than there is. */
function transferFacts(views: Views, subject: Extract<CaseSubject, { type: 'A2' }>, at: AsOf): CaseFacts['transfer'] {
  const { provider, fromHolder, shareHundredths } = subject
  const row = views
    .statement<{ holder: string; shares: string | null }>(
      `SELECT p.holder, p.shares FROM provider p WHERE p.number = :provider AND ${asOf('p')}`,
    )
    .get({ provider, ...moment(at) })
  // Written from a checked event; a number without shares belongs to its holder alone.
  const shares = (row?.shares ? JSON.parse(row.shares) : [{ holder: fromHolder, shareHundredths: 100 }]) as {
    holder: string
    shareHundredths: number
  }[]
  const kept = shares.map((share) =>
    share.holder === fromHolder ? Math.max(0, share.shareHundredths - shareHundredths) : share.shareHundredths,
  )
  return { provider, sharesHundredths: [...kept.filter((share) => share > 0), shareHundredths] }
}

/** Hearings of the round: those sent, those decided not to be required, and those proposed and not sent. */
function consultationFacts({ hearings, involved, exempt }: CaseRecord): ConsultationFact[] {
  const sent = hearings.map(
    ({ municipality, dueOn, answered, lapsed, inputs }): ConsultationFact => ({
      municipality,
      state: answered ? 'answered' : lapsed ? 'lapsed' : 'sent',
      dueOn,
      inputs: eventIds(inputs),
    }),
  )
  const decided = exempt.map(
    ({ municipality, inputs }): ConsultationFact => ({
      municipality,
      state: 'not-required',
      dueOn: null,
      inputs: eventIds(inputs),
    }),
  )
  const known = [...sent, ...decided]
  const proposed = involved
    .filter((code) => !known.some(({ municipality }) => municipality === code))
    .map((municipality): ConsultationFact => ({ municipality, state: 'not-sent', dueOn: null, inputs: [] }))
  return [...known, ...proposed]
}
