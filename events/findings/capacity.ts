import type { Words } from '../words.ts'

/** Words of the rules on capacity, addresses, transfer. */

/** Name of each rule as a heading. */
export const capacityRules = {
  'R-02': { da: 'Kapaciteten bliver i kommunen', en: 'Capacity stays in its municipality' },
  'R-03': { da: 'Én praksisadresse', en: 'One practice address' },
  'R-05': { da: 'Flytning af praksisadresse', en: 'Relocation' },
  'R-06': { da: 'Overtagelse og overdragelse', en: 'Takeover and transfer' },
} as const satisfies Record<string, Words>

/** The sentence of a finding, by its code; filled from the finding’s `params`. */
export const capacityFindings = {
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
} as const satisfies Record<string, Words>

/** A number that a rule measured, by its key. */
export const capacityMeasures = {
  deltaFrom: { da: 'Ændring i fraflytningskommunen', en: 'Change in the municipality moved from' },
  deltaTo: { da: 'Ændring i tilflytningskommunen', en: 'Change in the municipality moved to' },
  deltaOther: { da: 'Ændring i en anden kommune', en: 'Change in another municipality' },
  addressesAfter: { da: 'Adresser på samme tid', en: 'Addresses at once' },
  overlapDays: { da: 'Dage med to adresser', en: 'Days with two addresses' },
  distance: { da: 'Afstand i lige linje', en: 'Straight-line distance' },
  noticeDays: { da: 'Varsel', en: 'Notice' },
  shareSum: { da: 'Sum af andele', en: 'Sum of shares' },
} as const satisfies Record<string, Words>

/** What is missing or not met, and what a finding did not examine. */
export const capacityConditions = {
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
  sameMunicipality: { da: 'samme kommune', en: 'same municipality' },
  oneAddress: { da: 'én adresse ad gangen', en: 'one address at a time' },
  notice: { da: 'varsel', en: 'notice' },
  maxClinicsPerOwner: { da: 'højst seks klinikker pr. ejer', en: 'at most six clinics per owner' },
  'R-04': { da: 'ekstra adresse (R-04)', en: 'extra address (R-04)' },
} as const satisfies Record<string, Words>
