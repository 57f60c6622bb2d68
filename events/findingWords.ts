import type { Words } from './words.ts'

/** Name of each rule as a heading. */
export const ruleWords = {
  'R-02': { da: 'Kapaciteten bliver i kommunen', en: 'Capacity stays in its municipality' },
  'R-03': { da: 'Én praksisadresse', en: 'One practice address' },
  'R-05': { da: 'Flytning af praksisadresse', en: 'Relocation' },
  'R-06': { da: 'Overtagelse og overdragelse', en: 'Takeover and transfer' },
  'R-18': { da: 'Høring af involverede kommuner', en: 'Involved municipalities are heard' },
  'R-38': { da: 'Høringsfrist', en: 'Consultation deadline' },
  'R-39': { da: 'Udvalgets afgørelse', en: 'The committee’s ruling' },
  'R-41': { da: 'Ansvarlig region på datoen', en: 'Region responsible on the date' },
} as const satisfies Record<string, Words>

/** The sentence of a finding, by its code; filled from the finding's `params`. Codes are dates, municipality codes and numbers. */
export const findingWords = {
  'R-02.nothingMoves': {
    da: 'Sagen flytter ingen praksisadresse, så ingen kommune får mere eller mindre kapacitet.',
    en: 'The case moves no practice address, so no municipality gains or loses capacity.',
  },
  'R-02.unknown': {
    da: 'Ændringen i kommunernes kapacitet kan ikke måles endnu.',
    en: 'The change in the municipalities’ capacity cannot be measured yet.',
  },
  'R-02.stays': {
    da: 'Kapaciteten bliver i kommune {to}.',
    en: 'The capacity stays in municipality {to}.',
  },
  'R-02.crossingAllowed': {
    da: 'Kapacitet flytter fra kommune {from} til {to}. Regelsættet tillader det.',
    en: 'Capacity moves from municipality {from} to {to}. The rule set allows it.',
  },
  'R-02.leaves': {
    da: 'Kapacitet flytter fra kommune {from} til {to}. Som udgangspunkt flyttes kapacitet ikke over kommunegrænsen.',
    en: 'Capacity moves from municipality {from} to {to}. As a principle, capacity does not cross a municipal border.',
  },
  'R-03.receiverUnknown': {
    da: 'Modtagerens øvrige praksisadresser er ikke oplyst.',
    en: 'The receiver’s other practice addresses are not known.',
  },
  'R-03.noAddress': { da: 'Sagen ændrer ingen praksisadresse.', en: 'The case changes no practice address.' },
  'R-03.several': {
    da: 'Der vil være {count} praksisadresser uden slutdato for den ene.',
    en: 'There will be {count} practice addresses, with no end date for the surplus.',
  },
  'R-03.overlap': {
    da: 'To adresser i {days} dage: den nye fra {from}, den gamle til {until}.',
    en: 'Two addresses for {days} days: the new one from {from}, the old one until {until}.',
  },
  'R-03.transition': {
    da: 'To adresser i {days} dage, inden for den tilladte overgang.',
    en: 'Two addresses for {days} days, within the transition allowed.',
  },
  'R-03.extraNotified': {
    da: 'Der er {count} adresser, og den ekstra er anmeldt eller godkendt. Om den strækker kapaciteten ({notChecked}), er ikke undersøgt.',
    en: 'There are {count} addresses, and the extra one is notified or approved. Whether it stretches capacity ({notChecked}) is not examined.',
  },
  'R-03.one': { da: 'Der er én praksisadresse ad gangen.', en: 'There is one practice address at a time.' },
  'R-05.noMove': { da: 'Sagen er ikke en flytning.', en: 'The case is not a relocation.' },
  'R-05.unmet': {
    da: 'Flytningen opfylder ikke: {unmet}. Dækningen ({notChecked}) er ikke undersøgt.',
    en: 'The relocation does not meet: {unmet}. Coverage ({notChecked}) is not examined.',
  },
  'R-05.unknown': {
    da: 'Flytningen kan ikke bedømmes, før dette foreligger: {missing}. Dækningen ({notChecked}) er ikke undersøgt.',
    en: 'The relocation cannot be judged until this is known: {missing}. Coverage ({notChecked}) is not examined.',
  },
  'R-05.inOrder': {
    da: 'Samme kommune, én adresse og rettidigt varsel. Dækningen ({notChecked}) er ikke undersøgt.',
    en: 'Same municipality, one address and timely notice. Coverage ({notChecked}) is not examined.',
  },
  'R-06.noTransfer': { da: 'Sagen overdrager ikke noget ydernummer.', en: 'The case transfers no provider number.' },
  'R-06.unknown': {
    da: 'Andelene af ydernummer {provider} er ikke oplyst.',
    en: 'The shares of provider number {provider} are not known.',
  },
  'R-06.shares': {
    da: 'Andelene af ydernummer {provider} giver {sumShareHundredths} i stedet for 1,00.',
    en: 'The shares of provider number {provider} add up to {sumShareHundredths} instead of 1.00.',
  },
  'R-06.tooEarly': {
    da: 'Skemaet er modtaget {receivedOn}. Overdragelsen kan tidligst ske {earliest}, ikke {wantedFrom}. Ejerens antal klinikker ({notChecked}) er ikke undersøgt.',
    en: 'The form was received on {receivedOn}. The transfer is possible from {earliest}, not {wantedFrom}. The owner’s number of clinics ({notChecked}) is not examined.',
  },
  'R-06.inOrder': {
    da: 'Overdragelsen {wantedFrom} overholder varslet (tidligst {earliest}). Ejerens antal klinikker ({notChecked}) er ikke undersøgt.',
    en: 'The transfer on {wantedFrom} keeps the notice (earliest {earliest}). The owner’s number of clinics ({notChecked}) is not examined.',
  },
  'R-18.notHeard': {
    da: 'Sagen kræver ingen høring af kommuner.',
    en: 'The case needs no consultation of municipalities.',
  },
  'R-18.unknown': {
    da: 'De involverede kommuner kendes ikke, før adressernes kommune er bekræftet.',
    en: 'The involved municipalities are not known until the addresses’ municipality is confirmed.',
  },
  'R-18.open': {
    da: '{heard} af {of} involverede kommuner er hørt. Mangler: {open}.',
    en: '{heard} of {of} involved municipalities have been heard. Missing: {open}.',
  },
  'R-18.heard': {
    da: 'Alle involverede kommuner er hørt: {involved}.',
    en: 'All involved municipalities have been heard: {involved}.',
  },
  'R-38.notSent': {
    da: 'Ingen høring er sendt. Sendt i dag ville fristen være {ifSentToday}.',
    en: 'No consultation has been sent. Sent today, the deadline would be {ifSentToday}.',
  },
  'R-38.open': {
    da: 'Der ventes på svar fra {open}. Sidste frist er {dueOn}.',
    en: 'Answers are awaited from {open}. The last deadline is {dueOn}.',
  },
  'R-38.noResponse': {
    da: 'Fristen er udløbet uden svar fra {noResponse}. Tavshed er ikke samtykke.',
    en: 'The deadline passed without an answer from {noResponse}. Silence is not consent.',
  },
  'R-38.answered': { da: 'Alle {sent} høringer er besvaret.', en: 'All {sent} consultations have been answered.' },
  'R-39.agreement': {
    da: 'Udvalget afgør sagen i enighed. Modtages afgørelsen i dag, kan den kræves forelagt Landssamarbejdsudvalget til og med {ifReceivedToday}.',
    en: 'The committee rules in agreement. If the ruling is received today, referral to the national committee can be demanded through {ifReceivedToday}.',
  },
  'R-39.reasonsNeeded': {
    da: 'Godkendes sagen, skal afgørelsen begrunde: {rules}. Modtages den i dag, kan den kræves forelagt Landssamarbejdsudvalget til og med {ifReceivedToday}.',
    en: 'If the case is granted, the ruling must give reasons on: {rules}. If received today, referral to the national committee can be demanded through {ifReceivedToday}.',
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

export type FindingCode = keyof typeof findingWords

/** A number that a rule measured, by its key. */
export const measureWords = {
  deltaFrom: { da: 'Ændring i fraflytningskommunen', en: 'Change in the municipality moved from' },
  deltaTo: { da: 'Ændring i tilflytningskommunen', en: 'Change in the municipality moved to' },
  deltaOther: { da: 'Ændring i en anden kommune', en: 'Change in another municipality' },
  addressesAfter: { da: 'Adresser på samme tid', en: 'Addresses at once' },
  overlapDays: { da: 'Dage med to adresser', en: 'Days with two addresses' },
  distance: { da: 'Afstand i lige linje', en: 'Straight-line distance' },
  noticeDays: { da: 'Varsel', en: 'Notice' },
  shareSum: { da: 'Sum af andele', en: 'Sum of shares' },
  involved: { da: 'Involverede kommuner', en: 'Involved municipalities' },
  heard: { da: 'Hørte kommuner', en: 'Municipalities heard' },
  sent: { da: 'Sendte høringer', en: 'Consultations sent' },
  open: { da: 'Åbne høringer', en: 'Open consultations' },
  caseDays: { da: 'Høringsfrist', en: 'Consultation period' },
  reasonsNeeded: { da: 'Regelfund, der skal begrundes', en: 'Findings that need a reason' },
  referralDays: { da: 'Frist for forelæggelse', en: 'Period for demanding referral' },
  regions: { da: 'Regioner på datoen', en: 'Regions on the date' },
} as const satisfies Record<string, Words>

/** What is missing or not met, and what a finding did not examine. */
export const conditionWords = {
  fromMunicipality: { da: 'den gamle adresses kommune', en: 'municipality of the old address' },
  toMunicipality: { da: 'den nye adresses kommune', en: 'municipality of the new address' },
  currentAddress: {
    da: 'den nuværende adresse, for praksis ligger ikke længere på den gamle',
    en: 'the current address, because the practice is no longer at the old one',
  },
  capacity: { da: 'klinikkens kapacitet', en: 'capacity of the clinic' },
  ruleSetOfTheRegime: { da: 'et regelsæt for datoens kapacitetsform', en: 'a rule set for the date’s capacity regime' },
  geocode: { da: 'den nye adresses sted på kortet', en: 'the new address’s place on the map' },
  accessibility: { da: 'redegørelse for tilgængelighed', en: 'accessibility statement' },
  receiverAddresses: { da: 'modtagerens praksisadresser', en: 'the receiver’s practice addresses' },
  shares: { da: 'andelene', en: 'the shares' },
  region: { da: 'kommunens region på datoen', en: 'the municipality’s region on the date' },
  sameMunicipality: { da: 'samme kommune', en: 'same municipality' },
  oneAddress: { da: 'én adresse ad gangen', en: 'one address at a time' },
  notice: { da: 'varsel', en: 'notice' },
  maxClinicsPerOwner: { da: 'højst seks klinikker pr. ejer', en: 'at most six clinics per owner' },
  'R-04': { da: 'ekstra adresse (R-04)', en: 'extra address (R-04)' },
  'R-28': { da: 'dækning for små grupper (R-28)', en: 'coverage of small groups (R-28)' },
  'R-32': { da: 'palliativ dækning (R-32)', en: 'palliative coverage (R-32)' },
} as const satisfies Record<string, Words>
