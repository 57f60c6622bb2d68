import type { Words } from '../words.ts'

/** Words of the rules on hearing, ruling, geography. */

/** Name of each rule as a heading. */
export const procedureRules = {
  'R-18': { da: 'Høring af involverede kommuner', en: 'Involved municipalities are heard' },
  'R-38': { da: 'Høringsfrist', en: 'Consultation deadline' },
  'R-39': { da: 'Udvalgets afgørelse', en: 'The committee’s ruling' },
  'R-41': { da: 'Ansvarlig region på datoen', en: 'Region responsible on the date' },
} as const satisfies Record<string, Words>

/** The sentence of a finding, by its code; filled from the finding’s `params`. */
export const procedureFindings = {
  'R-18.notHeard': {
    da: 'Ingen kommuner skal høres i sagen.',
    en: 'No municipality has to be heard in the case.',
  },
  'R-18.unknown': {
    da: 'De involverede kommuner kendes ikke, før adressernes kommune er bekræftet.',
    en: 'The involved municipalities are not known until the addresses’ municipality is confirmed.',
  },
  'R-18.areaUnknown': {
    da: 'Hørt skal også de kommuner, som dækningsområdet omfatter, og det kendes ikke. Kendt er {involved}; hørt er {heard} af {of}.',
    en: 'The municipalities of the coverage area are heard too, and it is not known. Known are {involved}; {heard} of {of} have been heard.',
  },
  'R-18.openAcross': {
    da: 'Hørt er {heard} af {of} involverede kommuner. Afventer: {open}. På den anden side af regionsgrænsen høres {municipalitiesAcross}.',
    en: 'Heard: {heard} of {of} involved municipalities. Awaited: {open}. Across the regional border {municipalitiesAcross} are heard.',
  },
  'R-18.open': {
    da: 'Hørt er {heard} af {of} involverede kommuner. Afventer: {open}.',
    en: 'Heard: {heard} of {of} involved municipalities. Awaited: {open}.',
  },
  'R-18.heardOrExempt': {
    da: 'De involverede kommuner er hørt. Om {municipalitiesExempt} er det besluttet, at høring ikke er påkrævet.',
    en: 'The involved municipalities have been heard. For {municipalitiesExempt} it was decided that no consultation is required.',
  },
  'R-18.heard': {
    da: 'Alle involverede kommuner er hørt: {involved}.',
    en: 'All involved municipalities have been heard: {involved}.',
  },
  'R-38.notSent': {
    da: 'Ingen høring er sendt. Sendt på dagen for regeltjekket ville fristen være {ifSentToday}.',
    en: 'No consultation has been sent. Sent on the day of this check, the deadline would be {ifSentToday}.',
  },
  'R-38.nobody': {
    da: 'Sagen kræver ingen høring, så ingen frist løber.',
    en: 'The case requires no consultation, so no deadline runs.',
  },
  'R-38.open': {
    da: 'Der ventes på svar fra {open}. Sidste frist er {dueOn}.',
    en: 'Answers are awaited from {open}. The last deadline is {dueOn}.',
  },
  'R-38.noResponse': {
    da: 'Fristen er udløbet uden svar fra {noResponse}. Tavshed er ikke samtykke.',
    en: 'The deadline passed without an answer from {noResponse}. Silence is not consent.',
  },
  'R-38.answered': { da: 'Høringer sendt og besvaret: {sent}.', en: 'Consultations sent and answered: {sent}.' },
  'R-39.agreement': {
    da: 'Udvalget afgør sagen i enighed. Blev afgørelsen modtaget på dagen for regeltjekket, kunne den kræves forelagt Landssamarbejdsudvalget til og med {ifReceivedToday}.',
    en: 'The committee rules in agreement. Had the ruling been received on the day of this check, referral to the national committee could be demanded through {ifReceivedToday}.',
  },
  'R-39.reasonsNeeded': {
    da: 'Godkendes sagen, skal afgørelsen begrunde: {rules}. Blev den modtaget på dagen for regeltjekket, kunne den kræves forelagt Landssamarbejdsudvalget til og med {ifReceivedToday}.',
    en: 'If the case is granted, the ruling must give reasons on: {rules}. Had it been received on the day of this check, referral to the national committee could be demanded through {ifReceivedToday}.',
  },
  'R-41.noAddress': {
    da: 'Sagen har ingen adresse, der kan henføres til en region.',
    en: 'The case has no address that could belong to a region.',
  },
  'R-41.unknown': {
    da: 'Det vides ikke, hvilken region adressen hører til {on}.',
    en: 'It is not known which region the address belongs to on {on}.',
  },
  'R-41.sameRegion': {
    da: 'Adresserne hører {on} til {region}, hvis udvalg behandler sagen.',
    en: 'On {on} the addresses belong to {region}, whose committee handles the case.',
  },
  'R-41.merged': {
    da: 'Region {region} er {on} lagt sammen med en anden. Derefter er udvalget for {regions} ansvarligt.',
    en: 'By {on} {region} has merged with another. From then on the committee of {regions} is responsible.',
  },
  'R-41.otherRegion': {
    da: 'Kommune {municipalities} hører {on} ikke til {region}, hvis udvalg behandler sagen.',
    en: 'On {on} municipality {municipalities} does not belong to {region}, whose committee handles the case.',
  },
} as const satisfies Record<string, Words>

/** A number that a rule measured, by its key. */
export const procedureMeasures = {
  involved: { da: 'Involverede kommuner', en: 'Involved municipalities' },
  heard: { da: 'Hørte kommuner', en: 'Municipalities heard' },
  sent: { da: 'Sendte høringer', en: 'Consultations sent' },
  open: { da: 'Åbne høringer', en: 'Open consultations' },
  caseDays: { da: 'Høringsfrist', en: 'Consultation period' },
  reasonsNeeded: { da: 'Regelfund, der skal begrundes', en: 'Findings that need a reason' },
  referralDays: { da: 'Frist for forelæggelse', en: 'Period for demanding referral' },
  outsideRegion: { da: 'Kommuner uden for regionen', en: 'Municipalities outside the region' },
  regions: { da: 'Regioner på datoen', en: 'Regions on the date' },
} as const satisfies Record<string, Words>

/** What is missing or not met, and what a finding did not examine. */
export const procedureConditions = {
  fromMunicipality: { da: 'den gamle adresses kommune', en: 'municipality of the old address' },
  toMunicipality: { da: 'den nye adresses kommune', en: 'municipality of the new address' },
  region: { da: 'kommunens region på datoen', en: 'the municipality’s region on the date' },
} as const satisfies Record<string, Words>
