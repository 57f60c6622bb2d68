import type { Words } from '../words.ts'

/** Words of the rules on riding therapy. */

/** Name of each rule as a heading. */
export const ridingRules = {
  'R-11': { da: 'Ingen nye rideydernumre', en: 'No new riding numbers' },
  'R-12': { da: 'Ny aftale med rideskole kræver tilladelse', en: 'A new riding-school agreement needs permission' },
  'R-13': {
    da: 'Ekstra adresse, flytning og udvidelse kræver tilladelse',
    en: 'Extra address, move and expansion need permission',
  },
  'R-14': { da: 'Regionens ridetimer stiger ikke', en: 'The region’s riding hours do not increase' },
  'R-15': { da: 'Området er rideskolens kommune', en: 'The area is the school’s municipality' },
  'R-16': { da: 'Område aftalt i det tidligere amt', en: 'Area agreed in the former county' },
  'R-17': { da: 'Mindst 10 timer om ugen pr. rideskole', en: 'At least 10 hours a week per riding school' },
  'R-19': { da: 'Dokumenterede dækningsområder', en: 'Coverage areas are documented' },
} as const satisfies Record<string, Words>

/** The sentence of a finding, by its code; filled from the finding’s `params`. */
export const ridingFindings = {
  'R-11.noNumber': {
    da: 'Sagen giver og fratager intet rideydernummer.',
    en: 'The case gives and takes no riding number.',
  },
  'R-11.newNumber': {
    da: 'Der gives ikke nye ydernumre til ridefysioterapi.',
    en: 'No new provider numbers are given for riding therapy.',
  },
  'R-11.advertised': {
    da: 'Regelsættet tillader, at ledige rideydernumre opslås.',
    en: 'The rule set allows vacant riding numbers to be advertised.',
  },
  'R-11.providerUnknown': {
    da: 'Det er ikke oplyst, hvilket ydernummer aftalen hører under. Uden et ville den kræve et nyt.',
    en: 'It is not stated which provider number the agreement belongs to. Without one it would need a new one.',
  },
  'R-11.noNewNumber': {
    da: 'Aftalen hører under ydernummer {provider}, så der gives intet nyt.',
    en: 'The agreement belongs to provider number {provider}, so no new one is given.',
  },
  'R-11.unnamed': {
    da: 'Ydernummeret har aftaler, som sagen ikke nævner: {unnamed}.',
    en: 'The number has agreements that the case does not name: {unnamed}.',
  },
  'R-11.lapses': {
    da: 'Ingen overtager nummeret. {lostTenths} timer om ugen bortfalder fra {wantedFrom} og kommer ikke i en pulje.',
    en: 'Nobody takes the number over. {lostTenths} hours a week lapse from {wantedFrom} and return to no pool.',
  },
  'R-11.vacant': {
    da: 'Ingen overtager nummeret. {lostTenths} timer om ugen bliver ledige fra {wantedFrom}; regelsættet tillader, at de opslås.',
    en: 'Nobody takes the number over. {lostTenths} hours a week become vacant from {wantedFrom}; the rule set allows them to be advertised.',
  },
  'R-11.transferred': {
    da: 'Nummeret er overdraget. {lostTenths} timer om ugen ophører fra {wantedFrom} og fortsætter kun, hvor modtageren får tilladelse.',
    en: 'The number is transferred. {lostTenths} hours a week end from {wantedFrom} and go on only where the receiver gets permission.',
  },
  'R-12.notNew': {
    da: 'Sagen er ikke en ny aftale med en rideskole.',
    en: 'The case is no new riding-school agreement.',
  },
  'R-12.tooEarly': {
    da: 'Kontrakten med {school} begynder {contractFrom}, men tilladelsen gælder først fra {permissionFrom}: {days} dage uden tilladelse.',
    en: 'The contract with {school} begins on {contractFrom}, but the permission holds from {permissionFrom}: {days} days without permission.',
  },
  'R-12.unknown': {
    da: 'Aftalen kan ikke tillades, før dette er oplyst: {missing}.',
    en: 'The agreement cannot be permitted until this is known: {missing}.',
  },
  'R-12.open': {
    da: 'Aftalen med {school} kræver tilladelse, og den gives først, når de involverede kommuner er hørt.',
    en: 'The agreement with {school} needs permission, which is given only once the involved municipalities are heard.',
  },
  'R-12.inOrder': {
    da: 'Kommunerne er hørt, og aftalen med {school} begynder ikke før tilladelsen {permissionFrom}.',
    en: 'The municipalities are heard, and the agreement with {school} does not begin before the permission on {permissionFrom}.',
  },
  'R-13.noChange': {
    da: 'Sagen er ingen ekstra adresse, flytning eller udvidelse.',
    en: 'The case is no extra address, move or expansion.',
  },
  'R-13.beyond': {
    da: 'Der er tilladt {permittedTenths} timer om ugen, men der udføres {heldTenths}: {beyondTenths} for meget.',
    en: '{permittedTenths} hours a week are permitted, but {heldTenths} are held: {beyondTenths} too many.',
  },
  'R-13.beyondReported': {
    da: 'Der er tilladt {permittedTenths} timer om ugen, men aktiviteten i {period} viser {reportedTenths}: {beyondTenths} for meget.',
    en: '{permittedTenths} hours a week are permitted, but the activity in {period} shows {reportedTenths}: {beyondTenths} too many.',
  },
  'R-13.tooEarly': {
    da: 'Kontrakten med {school} begynder {contractFrom}, men tilladelsen gælder først fra {permissionFrom}: {days} dage uden tilladelse.',
    en: 'The contract with {school} begins on {contractFrom}, but the permission holds from {permissionFrom}: {days} days without permission.',
  },
  'R-13.unknown': {
    da: 'Tilladelsen skal nævne adresse, timer og dato. Mangler: {missing}.',
    en: 'The permission must name address, hours and date. Missing: {missing}.',
  },
  'R-13.open': {
    da: 'Ændringen til {school}, {hoursTenths} timer om ugen fra {permissionFrom}, kræver tilladelse, og den gives først, når de involverede kommuner er hørt.',
    en: 'The change to {school}, {hoursTenths} hours a week from {permissionFrom}, needs permission, which is given only once the involved municipalities are heard.',
  },
  'R-13.inOrder': {
    da: 'Kommunerne er hørt. Tilladelsen nævner {school}, {hoursTenths} timer om ugen og virkning fra {permissionFrom}.',
    en: 'The municipalities are heard. The permission names {school}, {hoursTenths} hours a week and effect from {permissionFrom}.',
  },
  'R-14.noHours': { da: 'Sagen ændrer ingen ridetimer.', en: 'The case changes no riding hours.' },
  'R-14.unknown': {
    da: 'Timetallet efter ændringen kan ikke regnes ud, før dette foreligger: {missing}.',
    en: 'The hours after the change cannot be computed until this is known: {missing}.',
  },
  'R-14.increases': {
    da: 'Timerne i {region} stiger med op til {overTenths} om ugen over niveauet {levelTenths}, fra {from} og frem.',
    en: 'The hours in {region} rise by up to {overTenths} a week over the level of {levelTenths}, from {from} on.',
  },
  'R-14.increasesUntil': {
    da: 'Timerne i {region} stiger med op til {overTenths} om ugen over niveauet {levelTenths}, fra {from} til {until}. At timer falder bort senere, betaler ikke for en stigning før.',
    en: 'The hours in {region} rise by up to {overTenths} a week over the level of {levelTenths}, from {from} until {until}. Hours that lapse later do not pay for an increase before.',
  },
  'R-14.holds': {
    da: 'Timerne i {region} er {afterTenths} om ugen efter ændringen og passerer på ingen dato niveauet {levelTenths}.',
    en: 'The hours in {region} are {afterTenths} a week after the change and pass the level of {levelTenths} on no date.',
  },
  'R-15.noSchool': {
    da: 'Sagen har ingen rideskole, som et område skal passe til.',
    en: 'The case has no riding school that an area must fit.',
  },
  'R-15.before': {
    da: 'Tiltrædelsen ligger før {cutoff}. Området er det, der blev aftalt dengang.',
    en: 'The accession is before {cutoff}. The area is what was agreed then.',
  },
  'R-15.noPermission': {
    da: 'Der er ikke søgt tilladelse til {without} i {municipalitiesWithout}. Hver rideskole kræver sin egen.',
    en: 'No permission is asked for {without} in {municipalitiesWithout}. Each riding school needs its own.',
  },
  'R-15.wider': {
    da: 'Området ved {wider} rækker ud over rideskolens egen kommune.',
    en: 'The area at {wider} reaches beyond the school’s own municipality.',
  },
  'R-15.unknown': {
    da: 'Området kan ikke holdes op mod rideskolens kommune, før dette foreligger: {missing}.',
    en: 'The area cannot be held against the school’s municipality until this is known: {missing}.',
  },
  'R-15.fits': {
    da: 'Hver rideskole har sin tilladelse, og området er rideskolens kommune: {municipalities}.',
    en: 'Each riding school has its permission, and the area is the school’s municipality: {municipalities}.',
  },
  'R-16.noArea': { da: 'Sagen har intet ældre dækningsområde.', en: 'The case has no older coverage area.' },
  'R-16.later': {
    da: 'Tiltrædelsen {accessionDate} ligger ikke før {cutoff}, så området kan ikke være aftalt i et amt.',
    en: 'The accession on {accessionDate} is not before {cutoff}, so the area cannot have been agreed in a county.',
  },
  'R-16.accessionUnknown': {
    da: 'Tiltrædelsesdatoen mangler. Den afgør, om området kan være aftalt i et amt før {cutoff}.',
    en: 'The accession date is missing. It settles whether the area can have been agreed in a county before {cutoff}.',
  },
  'R-16.areaUnknown': {
    da: 'Tiltrådt {accessionDate}, men det aftalte område kendes ikke.',
    en: 'Acceded on {accessionDate}, but the agreed area is not known.',
  },
  'R-16.placeUnknown': {
    da: 'Rideskolens kommune kendes ikke, så den kan ikke holdes op mod området.',
    en: 'The school’s municipality is not known, so it cannot be held against the area.',
  },
  'R-16.hypothesisInside': {
    da: 'Kun amtets navn kendes: {county}. {municipality} lå i amtet, men området blev aftalt i amtet og behøver ikke være hele amtet.',
    en: 'Only the county’s name is known: {county}. {municipality} lay in it, but the area was agreed in the county and need not be all of it.',
  },
  'R-16.hypothesisSplit': {
    da: 'Kun amtets navn kendes: {county}. {municipality} var delt mellem {counties}.',
    en: 'Only the county’s name is known: {county}. {municipality} was divided between {counties}.',
  },
  'R-16.hypothesisOutside': {
    da: 'Kun amtets navn kendes: {county}. {municipality} lå ikke i det; aftalen må findes, før sagen kan bedømmes.',
    en: 'Only the county’s name is known: {county}. {municipality} did not lie in it; the agreement must be found before the case can be judged.',
  },
  'R-16.split': {
    da: '{municipality} var delt mellem {counties}. Den tidligere kommune ved {school} må oplyses.',
    en: '{municipality} was divided between {counties}. The former municipality at {school} must be stated.',
  },
  'R-16.outside': {
    da: '{school} i {municipality} ligger uden for det aftalte område.',
    en: '{school} in {municipality} lies outside the agreed area.',
  },
  'R-16.inside': {
    da: '{school} i {municipality} ligger i det aftalte område.',
    en: '{school} in {municipality} lies in the agreed area.',
  },
  'R-16.insideAcross': {
    da: '{school} i {municipality} ligger i det aftalte område. Det går over regionsgrænsen: kommunerne i {regions} høres.',
    en: '{school} in {municipality} lies in the agreed area. It crosses the regional border: the municipalities in {regions} are heard.',
  },
  'R-17.noSchool': {
    da: 'Sagen ændrer ingen timer på en rideskole.',
    en: 'The case changes no hours at a riding school.',
  },
  'R-17.unknown': {
    da: 'Timerne på rideskolen efter ændringen kendes ikke.',
    en: 'The hours at the school after the change are not known.',
  },
  'R-17.short': {
    da: 'Under {leastTenths} timer om ugen: {schools}. Der mangler {shortTenths} timer, hvor det er mest. Det er et råd.',
    en: 'Below {leastTenths} hours a week: {schools}. {shortTenths} hours are missing where it is most. This is advice.',
  },
  'R-17.enough': {
    da: 'Hver rideskole har mindst {leastTenths} timer om ugen.',
    en: 'Each riding school has at least {leastTenths} hours a week.',
  },
  'R-19.noAgreement': { da: 'Sagen ændrer ingen rideaftale.', en: 'The case changes no riding agreement.' },
  'R-19.noSuchAgreement': {
    da: 'Registret har ikke den aftale, som sagen nævner.',
    en: 'The register does not have the agreement that the case names.',
  },
  'R-19.share': {
    da: '{documented} af {of} aftaler er dokumenteret ({percent} %). Mangler: {agreements}.',
    en: '{documented} of {of} agreements are documented ({percent} %). Missing: {agreements}.',
  },
  'R-19.complete': {
    da: '{documented} af {of} aftaler er dokumenteret ({percent} %).',
    en: '{documented} of {of} agreements are documented ({percent} %).',
  },
  'R-19.own': {
    da: 'Aftale {agreements} mangler: {missing}. I regionen er {documented} af {of} dokumenteret ({percent} %).',
    en: 'Agreement {agreements} lacks: {missing}. In the region {documented} of {of} are documented ({percent} %).',
  },
  'R-19.ownComplete': {
    da: 'Sagens aftale er dokumenteret. I regionen er {documented} af {of} det ({percent} %).',
    en: 'The case’s agreement is documented. In the region {documented} of {of} are ({percent} %).',
  },
} as const satisfies Record<string, Words>

/** A number that a rule measured, by its key. */
export const ridingMeasures = {
  hoursLost: { da: 'Timer, der bortfalder', en: 'Hours that lapse' },
  daysWithoutPermission: { da: 'Dage uden tilladelse', en: 'Days without permission' },
  hoursReported: { da: 'Indberettede timer mod de tilladte', en: 'Hours reported against those permitted' },
  hoursHeld: { da: 'Timer på rideskolen mod de tilladte', en: 'Hours at the school against those permitted' },
  ridingBefore: { da: 'Regionens timer dagen før', en: 'The region’s hours the day before' },
  ridingAfter: { da: 'Regionens timer efter', en: 'The region’s hours after' },
  ridingOver: { da: 'Timer over niveauet', en: 'Hours over the level' },
  ridingSchools: { da: 'Rideskoler i sagen', en: 'Riding schools of the case' },
  schoolsWithoutPermission: { da: 'Rideskoler uden tilladelse', en: 'Riding schools without permission' },
  areasTooWide: { da: 'Områder ud over rideskolens kommune', en: 'Areas beyond the school’s municipality' },
  hoursAtSchool: { da: 'Timer på rideskolen', en: 'Hours at the school' },
  agreementsDocumented: { da: 'Dokumenterede aftaler', en: 'Documented agreements' },
  agreementsInRegion: { da: 'Aftaler i regionen', en: 'Agreements in the region' },
  documentedShare: { da: 'Dokumenteret andel', en: 'Share documented' },
} as const satisfies Record<string, Words>

/** What is missing or not met, and what a finding did not examine. */
export const ridingConditions = {
  agreements: { da: 'alle ydernummerets rideaftaler', en: 'all riding agreements of the number' },
  agreement: { da: 'rideaftalen', en: 'the riding agreement' },
  currentAgreement: {
    da: 'den nuværende aftale, for registret har den ikke, som sagen siger',
    en: 'the current agreement, which the register does not have as the case says',
  },
  school: { da: 'rideskolen', en: 'the riding school' },
  schoolApproval: { da: 'rideskolens godkendelse', en: 'approval of the riding school' },
  contractFrom: { da: 'kontraktens første dag', en: 'first day of the contract' },
  hoursTenths: { da: 'ugentlige timer', en: 'weekly hours' },
  area: { da: 'dækningsområdet', en: 'the coverage area' },
  sourceDocument: { da: 'kildedokumentet', en: 'the source document' },
  accessionDate: { da: 'tiltrædelsesdatoen', en: 'the accession date' },
  formerMunicipality: { da: 'den tidligere kommune', en: 'the former municipality' },
  documentation: { da: 'dokumentation af dækningsområder', en: 'documentation of coverage areas' },
} as const satisfies Record<string, Words>
