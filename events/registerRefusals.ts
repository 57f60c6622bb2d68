import type { Words } from './words.ts'

/** Why a change of provider numbers, addresses, clinics, competences or patient counts was refused. */
export const registerRefusals = {
  'providerNumber.unknown': { da: 'Ydernummer {number} findes ikke.', en: 'Provider number {number} does not exist.' },
  'providerNumber.taken': {
    da: 'Ydernummer {number} er allerede i brug.',
    en: 'Provider number {number} is already taken.',
  },
  'providerNumber.beforeRegistration': {
    da: 'Datoen {effectiveFrom} ligger før registreringen {registeredFrom}.',
    en: 'The date {effectiveFrom} is before the registration on {registeredFrom}.',
  },
  'providerNumber.ceased': {
    da: 'Ydernummeret er ophørt {ceasedFrom}.',
    en: 'The provider number ceased on {ceasedFrom}.',
  },
  'providerNumber.laterFacts': {
    da: 'Der er registreret noget fra {from}, efter det ønskede ophør.',
    en: 'Something is registered from {from}, after the cessation asked for.',
  },
  'providerNumber.hoursAfterRegime': {
    da: 'Timer kan kun registreres til og med {lastDay}. Derefter tælles kapacitet pr. klinik.',
    en: 'Hours can be registered through {lastDay} only. After that, capacity is counted per clinic.',
  },
  'providerNumber.otherSpecialty': {
    da: 'Ydernummeret er ikke registreret for speciale {specialty}.',
    en: 'The provider number is not registered for specialty {specialty}.',
  },
  'providerNumber.otherHolder': {
    da: 'Ydernummeret tilhører {holder} på datoen.',
    en: 'The provider number belongs to {holder} on the date.',
  },
  'providerNumber.sameHolder': { da: 'Overdrager og modtager er den samme.', en: 'Giver and receiver are the same.' },
  'providerNumber.sameNumber': {
    da: 'Modtageren skal have et nyt ydernummer.',
    en: 'The receiver needs a new provider number.',
  },
  'providerNumber.shareExceeded': {
    da: 'Der er kun {leftShareHundredths} tilbage at overdrage.',
    en: 'Only {leftShareHundredths} is left to transfer.',
  },
  'providerNumber.unknownEvent': {
    da: 'Hændelsen findes ikke på ydernummeret.',
    en: 'The event does not exist on the provider number.',
  },
  'providerNumber.oldDiffers': {
    da: 'Det, der skal rettes, er noget andet: {stands}.',
    en: 'What is to be corrected is something else: {stands}.',
  },
  'providerNumber.shareSum': {
    da: 'Andelene giver {sumShareHundredths} i stedet for 1,00.',
    en: 'The shares add up to {sumShareHundredths} instead of 1.00.',
  },
  'providerNumber.noCeiling': {
    da: 'Der gælder intet loft {effectiveFrom}.',
    en: 'No ceiling holds on {effectiveFrom}.',
  },
  'providerNumber.ceilingAfterRegime': {
    da: 'Omsætningslofter er bortfaldet fra {lapsedFrom}.',
    en: 'Turnover ceilings lapsed on {lapsedFrom}.',
  },
  'providerNumber.notEmployed': {
    da: '{employee} er ikke ansat under ydernummeret.',
    en: '{employee} is not employed under the provider number.',
  },
  'providerNumber.endsBeforeStart': {
    da: 'Slutdatoen {until} ligger ikke efter {effectiveFrom}.',
    en: 'The end date {until} is not after {effectiveFrom}.',
  },
  'practiceAddress.unknown': { da: 'Adressen {addressId} findes ikke.', en: 'The address {addressId} does not exist.' },
  'practiceAddress.taken': {
    da: 'Adressen {addressId} findes allerede.',
    en: 'The address {addressId} already exists.',
  },
  'practiceAddress.beforeOpening': {
    da: 'Datoen {effectiveFrom} ligger før åbningen {openedFrom}.',
    en: 'The date {effectiveFrom} is before the opening on {openedFrom}.',
  },
  'practiceAddress.endsBeforeStart': {
    da: 'Slutdatoen {until} ligger ikke efter {effectiveFrom}.',
    en: 'The end date {until} is not after {effectiveFrom}.',
  },
  'practiceAddress.closed': { da: 'Adressen er lukket {closedFrom}.', en: 'The address closed on {closedFrom}.' },
  'practiceAddress.gap': {
    da: 'Den gamle adresse slutter {previousUntil}, før den nye begynder {effectiveFrom}.',
    en: 'The old address ends on {previousUntil}, before the new one starts on {effectiveFrom}.',
  },
  'practiceAddress.laterMove': {
    da: 'Adressen er allerede flyttet fra {from}.',
    en: 'The address has already been moved from {from} on.',
  },
  'practiceAddress.worldMoved': {
    da: 'Praksis ligger ikke længere på {expected}, men på {stands}.',
    en: 'The practice is no longer at {expected}, but at {stands}.',
  },
  'practiceAddress.samePlace': { da: 'Ny og gammel adresse er den samme.', en: 'New and old address are the same.' },
  'practiceAddress.notExtra': { da: 'Adressen er ikke en ekstra adresse.', en: 'The address is not an extra one.' },
  'clinic.ownerSum': {
    da: 'Ejernes andele giver {sumShareHundredths} i stedet for 1,00.',
    en: 'The owners’ shares add up to {sumShareHundredths} instead of 1.00.',
  },
  'clinic.unknown': { da: 'Klinikken {clinic} findes ikke.', en: 'The clinic {clinic} does not exist.' },
  'clinic.taken': { da: 'Klinikken {clinic} findes allerede.', en: 'The clinic {clinic} already exists.' },
  'clinic.beforeRegistration': {
    da: 'Datoen {effectiveFrom} ligger før registreringen {registeredFrom}.',
    en: 'The date {effectiveFrom} is before the registration on {registeredFrom}.',
  },
  'clinic.unitsBeforeRegime': {
    da: 'Enheder pr. klinik findes først fra {firstDay}.',
    en: 'Units per clinic exist from {firstDay} only.',
  },
  'clinic.closed': { da: 'Klinikken er lukket {closedFrom}.', en: 'The clinic closed on {closedFrom}.' },
  'competence.unknown': { da: 'Kompetencen er ikke dokumenteret.', en: 'The competence is not documented.' },
  'competence.alreadyDocumented': {
    da: 'Kompetencen er allerede dokumenteret.',
    en: 'The competence is already documented.',
  },
  'competence.endsBeforeStart': {
    da: 'Udløbet {expiresOn} ligger ikke efter udstedelsen {issuedOn}.',
    en: 'The expiry {expiresOn} is not after the issue on {issuedOn}.',
  },
  'krCapacity.poolExceeded': {
    da: 'Der er {leftOere} tilbage af det opslåede på speciale {specialty}, og der bedes om {askedOere}.',
    en: '{leftOere} is left of what was advertised for specialty {specialty}, and {askedOere} is asked for.',
  },
  'patientCount.unknownGroup': {
    da: 'Diagnosegruppen {group} findes ikke.',
    en: 'The diagnosis group {group} does not exist.',
  },
  'patientCount.endsBeforeStart': {
    da: 'Perioden slutter {to}, før den begynder {from}.',
    en: 'The period ends on {to}, before it begins on {from}.',
  },
  'patientCount.twice': {
    da: 'Kommune {municipality} står der to gange.',
    en: 'Municipality {municipality} is there twice.',
  },
  'patientCount.suppressed': {
    da: 'Kommune {municipality} er skjult af kilden og kan ikke også have et tal.',
    en: 'Municipality {municipality} is hidden by the source and cannot have a number too.',
  },
  'geography.versionTaken': {
    da: 'Udgaven {areaVersion} findes allerede med andet indhold.',
    en: 'The version {areaVersion} already exists with other content.',
  },
  'geography.endsBeforeStart': {
    da: 'Slutdatoen {until} ligger ikke efter {effectiveFrom}.',
    en: 'The end date {until} is not after {effectiveFrom}.',
  },
} as const satisfies Record<string, Words>
