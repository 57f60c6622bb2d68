import type { ApplicationType, CaseCorrection } from './case.ts'
import type { ConsultationPosition, ConsultationTopic } from './consultation.ts'
import type { RulingOutcome } from './docket.ts'
import type { Outcome, Source, Strength } from './finding.ts'
import type { MessageFailure, MessageKind, MessageState } from './message.ts'
import type { PlacementCertainty } from './place.ts'
import type { CapacityStatus, NumberCorrection } from './providerNumber.ts'
import type { Words } from './words.ts'

/**
 * Every code of the stored contract in Danish and English; a code without words is a compile error. Sentences with
 * `{name}` are filled by `fill` from the event's, finding's or refusal's parameters.
 */
export { eventParams } from './eventParams.ts'
export { eventWords } from './eventWords.ts'
export {
  conditionWords,
  type FindingCode,
  findingWords,
  measureWords,
  ruleWords,
} from './findingWords.ts'
export { flipWords } from './flipWords.ts'
export { itemResultWords, meetingKindWords, seatWords } from './meetingWords.ts'
export {
  budgetItemWords,
  departmentWords,
  includedWords,
  offerServiceWords,
  offerSettingWords,
  openingWords,
  sizingBasisWords,
} from './municipalWords.ts'
export { parameterWords } from './parameterWords.ts'
export { type RefusalCode, refusalWords } from './refusalWords.ts'
export { scenarioProblemWords } from './scenarioWords.ts'
export { sourceSection, sourceTitle } from './sourceWords.ts'
export { fill, placeholders, type Words } from './words.ts'

export const outcomeWords = {
  pass: { da: 'Overholdt', en: 'Met' },
  breach: { da: 'Brud', en: 'Breach' },
  'needs-consultation': { da: 'Kræver høring', en: 'Needs consultation' },
  'needs-information': { da: 'Mangler oplysning', en: 'Needs information' },
  'not-applicable': { da: 'Ikke relevant', en: 'Not applicable' },
} as const satisfies Record<Outcome, Words>

export const strengthWords = {
  binding: { da: 'Bindende', en: 'Binding' },
  principle: { da: 'Princip', en: 'Principle' },
  recommendation: { da: 'Anbefaling', en: 'Recommendation' },
  proposal: { da: 'Forslag', en: 'Proposal' },
} as const satisfies Record<Strength, Words>

export const sourceKindWords = {
  SEED: { da: 'Plandokument', en: 'Plan document' },
  PUBLIC: { da: 'Offentlig kilde', en: 'Public source' },
  DECISION: { da: 'Regionens beslutning', en: 'The region’s decision' },
  ASSUMPTION: { da: 'Vores antagelse', en: 'Our assumption' },
} as const satisfies Record<Source['kind'], Words>

export const applicationTypeWords = {
  A1: { da: 'Nyt ydernummer', en: 'New provider number' },
  A2: { da: 'Overtagelse af ydernummer', en: 'Takeover of a provider number' },
  A3: { da: 'Flytning af praksisadresse', en: 'Relocation of a practice address' },
  A4: { da: 'Ekstra praksisadresse', en: 'Extra practice address' },
  A5: { da: 'Ændret kapacitetsstatus', en: 'Change of capacity status' },
  A6: { da: 'Ansættelse efter § 24', en: 'Section 24 employment' },
  A7: { da: 'Ny aftale med rideskole', en: 'New riding-school agreement' },
  A8: { da: 'Ekstra rideskole', en: 'Extra riding school' },
  A9: { da: 'Flytning af ridefysioterapi', en: 'Riding therapy relocation' },
  A10: { da: 'Udvidelse af ridekapacitet', en: 'Riding capacity expansion' },
  A11: { da: 'Deling af ydernummer', en: 'Split of a provider number' },
  A12: { da: 'Ophør', en: 'Cessation' },
  A13: { da: 'Nynedsættelse', en: 'New establishment' },
  A14: { da: 'Dokumentation af kompetence', en: 'Competence documentation' },
  A15: { da: 'Tilslutning til § 2-aftale', en: 'Joining a section 2 agreement' },
  A16: { da: 'Forslag fra scenarie', en: 'Proposal from a scenario' },
} as const satisfies Record<ApplicationType, Words>

/** Where a case stands; the statuses of `service/api/views/case.ts`, whose type a test compares with these. */
export const caseStatusWords = {
  received: { da: 'Modtaget', en: 'Received' },
  'awaiting-information': { da: 'Afventer oplysninger', en: 'Awaiting information' },
  checked: { da: 'Regeltjekket', en: 'Checked' },
  'in-consultation': { da: 'I høring', en: 'In consultation' },
  heard: { da: 'Hørt', en: 'Heard' },
  tabled: { da: 'På dagsorden', en: 'Tabled' },
  ruled: { da: 'Afgjort', en: 'Ruled' },
  applied: { da: 'Gennemført', en: 'Applied' },
  'effect-refused': { da: 'Kunne ikke gennemføres', en: 'Could not be applied' },
  referred: { da: 'Forelagt Landssamarbejdsudvalget', en: 'Referred to the national committee' },
  withdrawn: { da: 'Trukket tilbage', en: 'Withdrawn' },
} as const satisfies Record<string, Words>

/** Where a hearing stands. */
export const consultationStateWords = {
  'not-sent': { da: 'Ikke hørt', en: 'Not consulted' },
  'not-required': { da: 'Ikke påkrævet', en: 'Not required' },
  sent: { da: 'Afventer svar', en: 'Awaiting an answer' },
  'delivery-failed': { da: 'Kunne ikke leveres', en: 'Delivery failed' },
  answered: { da: 'Besvaret', en: 'Answered' },
  'answered-late': { da: 'Besvaret efter fristen', en: 'Answered late' },
  lapsed: { da: 'Intet svar', en: 'No response' },
} as const satisfies Record<string, Words>

/** What a letter of the outbox is about. */
export const messageKindWords = {
  consultation: { da: 'Høring', en: 'Consultation' },
  'consultation-reminder': { da: 'Påmindelse om høring', en: 'Consultation reminder' },
  'consultation-extended': { da: 'Ny høringsfrist', en: 'New consultation deadline' },
  'consultation-extension-declined': { da: 'Fristen er ikke forlænget', en: 'Deadline not extended' },
} as const satisfies Record<MessageKind, Words>

export const messageStateWords = {
  queued: { da: 'I kø', en: 'Queued' },
  sent: { da: 'Sendt', en: 'Sent' },
  failed: { da: 'Ikke leveret', en: 'Not delivered' },
  unsure: { da: 'Måske sendt', en: 'Possibly sent' },
} as const satisfies Record<MessageState, Words>

export const messageFailureWords = {
  'no-address': {
    da: 'Kommunens sundhedsafdeling har ingen mailadresse i kontaktlisten (R-42)',
    en: 'The municipality’s health department has no mail address in the directory (R-42)',
  },
  rejected: { da: 'Adressen blev afvist', en: 'The address was rejected' },
  unreachable: { da: 'Mailserveren tog ikke imod', en: 'The mail server did not take it' },
} as const satisfies Record<MessageFailure, Words>

export const topicWords = {
  'travel-time': { da: 'Rejsetid', en: 'Travel time' },
  'coverage-area': { da: 'Dækningsområde', en: 'Coverage area' },
  capacity: { da: 'Kapacitet', en: 'Capacity' },
  other: { da: 'Andet', en: 'Other' },
} as const satisfies Record<ConsultationTopic, Words>

export const rulingOutcomeWords = {
  granted: { da: 'Godkendt', en: 'Granted' },
  'granted-with-conditions': { da: 'Godkendt med vilkår', en: 'Granted with conditions' },
  refused: { da: 'Afslået', en: 'Refused' },
} as const satisfies Record<RulingOutcome, Words>

export const positionWords = {
  support: { da: 'Støtter', en: 'Supports' },
  object: { da: 'Er imod', en: 'Objects' },
  conditional: { da: 'Støtter på betingelser', en: 'Supports on conditions' },
  'no-remarks': { da: 'Ingen bemærkninger', en: 'No remarks' },
} as const satisfies Record<ConsultationPosition, Words>

export const capacityStatusWords = {
  owner: { da: 'Ejer', en: 'Owner' },
  lessee: { da: 'Lejer', en: 'Lessee' },
  employed: { da: 'Ansat', en: 'Employed' },
  mobile: { da: 'Mobil', en: 'Mobile' },
} as const satisfies Record<CapacityStatus, Words>

export const certaintyWords = {
  registered: { da: 'Kommunen står i registret', en: 'Municipality from the register' },
  geometry: { da: 'Kommunen fundet på kortet', en: 'Municipality found on the map' },
  confirmed: { da: 'Kommunen er bekræftet', en: 'Municipality confirmed' },
  confirm: { da: 'Bekræft kommunen', en: 'Confirm the municipality' },
  unknown: { da: 'Kommunen er ukendt', en: 'Municipality unknown' },
} as const satisfies Record<PlacementCertainty, Words>

export const correctionFieldWords = {
  receivedOn: { da: 'modtaget', en: 'received' },
  wantedFrom: { da: 'ønsket fra', en: 'wanted from' },
  previousUntil: { da: 'gammel adresse til', en: 'old address until' },
  to: { da: 'ny adresse', en: 'new address' },
  accessibility: { da: 'tilgængelighed', en: 'accessibility' },
  subject: { da: 'det ansøgte', en: 'what is applied for' },
} as const satisfies Record<CaseCorrection['field'], Words>

/** What of a provider number was set right, as a noun in the middle of a sentence. */
export const numberCorrectionWords = {
  hoursTenths: { da: 'timer om ugen', en: 'hours a week' },
  holder: { da: 'indehaver', en: 'holder' },
  clinic: { da: 'klinik', en: 'clinic' },
  status: { da: 'status', en: 'status' },
  effectiveFrom: { da: 'ikrafttræden', en: 'effective date' },
} as const satisfies Record<NumberCorrection['field'], Words>
