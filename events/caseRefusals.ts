import type { Words } from './words.ts'

/** Why a step of a case, or a ruling, was refused. */
export const caseRefusals = {
  'case.unknown': { da: 'Sagen findes ikke.', en: 'The case does not exist.' },
  'case.taken': { da: 'Sagsnummer {number} er allerede i brug.', en: 'Case number {number} is already taken.' },
  'case.closed': { da: 'Sagen er lukket og kan ikke ændres.', en: 'The case is closed and cannot be changed.' },
  'case.receivedInFuture': {
    da: 'Ansøgningen kan ikke være modtaget {receivedOn}; det er {today} i dag.',
    en: 'The application cannot have been received on {receivedOn}; today is {today}.',
  },
  'case.gapBetweenAddresses': {
    da: 'Den gamle adresse slutter {previousUntil}, før den nye begynder {wantedFrom}.',
    en: 'The old address ends on {previousUntil}, before the new one starts on {wantedFrom}.',
  },
  'case.samePlace': { da: 'Ny og gammel adresse er den samme.', en: 'New and old address are the same.' },
  'case.sameHolder': { da: 'Overdrager og modtager er den samme.', en: 'Giver and receiver are the same.' },
  'case.dueInPast': { da: 'Fristen {dueOn} er allerede passeret.', en: 'The deadline {dueOn} has already passed.' },
  'case.noSuchField': {
    da: 'Sagen har ikke det felt, der skal rettes.',
    en: 'The case does not have the field to correct.',
  },
  'case.oldDiffers': {
    da: 'Det, der skal rettes, er ændret i mellemtiden. Se sagen igen.',
    en: 'What is to be corrected has changed meanwhile. Look at the case again.',
  },
  'case.noRuleSet': {
    da: 'Intet regelsæt gælder for {region} den {wantedFrom}.',
    en: 'No rule set holds for {region} on {wantedFrom}.',
  },
  'case.beforeRuleSets': {
    da: 'Datoen {wantedFrom} ligger før registret og dets første regelsæt {firstDay}.',
    en: 'The date {wantedFrom} is before the register and its first rule set on {firstDay}.',
  },
  'case.twoRuleSets': {
    da: 'Flere regelsæt gør krav på datoen {wantedFrom}: {ruleSets}. Regionen må afgøre, hvilket der gælder.',
    en: 'Several rule sets claim the date {wantedFrom}: {ruleSets}. The region has to settle which of them holds.',
  },
  'case.meetingInPast': { da: 'Mødedatoen {meetingOn} er passeret.', en: 'The meeting date {meetingOn} has passed.' },
  'case.notChecked': { da: 'Sagen er ikke regeltjekket endnu.', en: 'The case has not been checked yet.' },
  'case.reasonNeeded': {
    da: 'Der mangler oplysninger ({rules} {missing}). Skriv en grund til at dagsordensætte sagen alligevel.',
    en: 'Information is missing ({rules} {missing}). Give a reason to table the case all the same.',
  },
  'case.notTabled': { da: 'Sagen er ikke på en dagsorden.', en: 'The case is not tabled.' },
  'case.otherRound': {
    da: 'Høringsrunde {round} er ikke den aktuelle ({current}).',
    en: 'Consultation round {round} is not the current one ({current}).',
  },
  'case.notRuled': { da: 'Sagen er ikke afgjort.', en: 'The case has not been ruled on.' },
  'case.effectLacks': {
    da: 'Afgørelsen kan ikke føres ud i registret, før sagen har: {fields}.',
    en: 'The ruling cannot be carried out in the register until the case has: {fields}.',
  },
  'case.sameStatus': {
    da: 'Ydernummeret har allerede status {status}.',
    en: 'The provider number already has status {status}.',
  },
  'case.notHandedIn': {
    da: 'Et forslag indsendes fra sit scenarie; det kan hverken oprettes eller rettes som en sag.',
    en: 'A proposal is handed in from its scenario; it can be neither opened nor corrected as a case.',
  },
  'case.nothingAdopted': {
    da: 'Ingen af forslagets ændringer kunne vedtages.',
    en: 'None of the changes of the proposal could be adopted.',
  },
  'case.changeUnreadable': {
    da: 'Ændringen {command} kan ikke læses af denne udgave: {fields}.',
    en: 'The change {command} cannot be read by this version: {fields}.',
  },
  'case.changeMadeUp': {
    da: 'Ændringen bygger på en klinik, en person, et ydernummer eller en dokumentation, der er opdigtet i scenariet. Det kan ikke vedtages; en åbning eller en ny kompetence kræver sin egen ansøgning med de rigtige oplysninger.',
    en: 'The change rests on a clinic, a person, a provider number or documentation that the scenario made up. That cannot be adopted; an opening or a new competence needs an application of its own with the real particulars.',
  },
  'case.otherType': {
    da: 'En rettelse kan ikke gøre sagen til en anden type.',
    en: 'A correction cannot make the case another type.',
  },
  'docket.unknownCase': { da: 'Sagen findes ikke.', en: 'The case does not exist.' },
  'docket.otherCommittee': {
    da: 'Sagen hører til udvalget for {region}.',
    en: 'The case belongs to the committee of {region}.',
  },
  'docket.alreadyRuled': {
    da: 'Sagen er allerede afgjort med nr. {number}.',
    en: 'The case has already been ruled on as no. {number}.',
  },
  'docket.referred': {
    da: 'Sagen er forelagt Landssamarbejdsudvalget.',
    en: 'The case has been referred to the national committee.',
  },
  'docket.notReady': {
    da: 'Sagen kan først afgøres, når den er hørt eller på dagsorden.',
    en: 'The case can be ruled on only when it has been heard or tabled.',
  },
  'docket.sideMissing': {
    da: 'Både region eller kommune og fysioterapeuterne skal være til stede.',
    en: 'Both region or municipality and the physiotherapists must be present.',
  },
  'docket.conditionsNeeded': { da: 'Skriv mindst ét vilkår.', en: 'Write at least one condition.' },
  'docket.conditionsUnexpected': {
    da: 'Vilkår hører kun til en godkendelse med vilkår.',
    en: 'Conditions belong only to a ruling that grants with conditions.',
  },
  'docket.beforeWanted': {
    da: 'Virkningen {effectiveFrom} ligger før den ønskede dato {wantedFrom}.',
    en: 'The effect on {effectiveFrom} is before the date wanted, {wantedFrom}.',
  },
  'docket.staleFindings': {
    da: 'Udvalget har truffet en anden afgørelse i mellemtiden. Se regelfundene igen, og bekræft på ny.',
    en: 'The committee has made another ruling meanwhile. Look at the findings again and confirm anew.',
  },
  'docket.effectPending': {
    da: 'Den seneste afgørelse er ved at blive gennemført. Prøv igen om et øjeblik.',
    en: 'The latest ruling is being applied. Try again in a moment.',
  },
  'docket.noRuleSet': { da: 'Intet regelsæt gælder på datoen.', en: 'No rule set holds on the date.' },
  'docket.findingsChanged': {
    da: 'Regelfundene er ændret, siden sagen sidst blev vist: {rules}. Se dem, og bekræft på ny.',
    en: 'The findings have changed since the case was last shown: {rules}. Look at them and confirm anew.',
  },
  'docket.reasonsMissing': {
    da: 'Afgørelsen mangler en begrundelse for: {rules}.',
    en: 'The ruling lacks a reason for: {rules}.',
  },
  'docket.hearingOpen': {
    da: 'Høringen er åben til og med {until}: {municipalities} kan stadig erstatte sit svar. Bekræft, at udvalget afgør sagen alligevel.',
    en: 'The hearing is open through {until}: {municipalities} may still replace the answer. Confirm that the committee rules all the same.',
  },
  'docket.nothingToOverrule': {
    da: 'Der er intet at fravige i: {rules}.',
    en: 'There is nothing to depart from in: {rules}.',
  },
  'docket.notRuled': { da: 'Sagen er ikke afgjort.', en: 'The case has not been ruled on.' },
  'docket.referralTooLate': {
    da: 'Kravet er modtaget {receivedOn}. Fristen var til og med {until}.',
    en: 'The demand was received on {receivedOn}. It was possible through {until}.',
  },
  'docket.receivedInFuture': {
    da: 'Kravet kan ikke være modtaget {receivedOn}; det er {today} i dag.',
    en: 'The demand cannot have been received on {receivedOn}; today is {today}.',
  },
  'docket.unknownRuling': { da: 'Afgørelse nr. {number} findes ikke.', en: 'Ruling no. {number} does not exist.' },
} as const satisfies Record<string, Words>
