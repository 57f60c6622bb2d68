import { meetingRefusals } from './meetingWords.ts'
import { municipalRefusals } from './municipalRefusals.ts'
import { personRefusals } from './personWords.ts'
import { quotaRefusals } from './quotaRefusals.ts'
import { scenarioRefusals } from './scenarioWords.ts'
import type { Words } from './words.ts'

/** Why a command was refused, by its code; filled from the refusal's parameters. */
export const refusalWords = {
  'providerNumber.unknown': { da: 'Ydernummer {number} findes ikke.', en: 'Provider number {number} does not exist.' },
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
  'krCapacity.poolExceeded': {
    da: 'Der er {leftOere} tilbage af det opslåede på speciale {specialty}, og der bedes om {askedOere}.',
    en: '{leftOere} is left of what was advertised for specialty {specialty}, and {askedOere} is asked for.',
  },
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
  'ridingSchool.unknown': { da: 'Rideskolen {school} findes ikke.', en: 'The riding school {school} does not exist.' },
  'ridingSchool.taken': {
    da: 'Rideskolen {school} findes allerede.',
    en: 'The riding school {school} already exists.',
  },
  'ridingSchool.beforeRegistration': {
    da: 'Datoen {effectiveFrom} ligger før registreringen {registeredFrom}.',
    en: 'The date {effectiveFrom} is before the registration on {registeredFrom}.',
  },
  'ridingSchool.notApproved': {
    da: 'Rideskolen er ikke godkendt på datoen.',
    en: 'The riding school is not approved on the date.',
  },
  'ridingAgreement.unknown': {
    da: 'Aftalen {agreement} findes ikke.',
    en: 'The agreement {agreement} does not exist.',
  },
  'ridingAgreement.taken': {
    da: 'Aftalen {agreement} findes allerede.',
    en: 'The agreement {agreement} already exists.',
  },
  'ridingAgreement.beforeRequest': {
    da: 'Datoen {effectiveFrom} ligger før ansøgningen {requestedFrom}.',
    en: 'The date {effectiveFrom} is before the request on {requestedFrom}.',
  },
  'ridingAgreement.notPermitted': {
    da: 'Der er ingen tilladelse, der gælder {effectiveFrom}.',
    en: 'No permission holds on {effectiveFrom}.',
  },
  'ridingAgreement.moreThanPermitted': {
    da: 'Der er tilladt {permittedHoursTenths} timer om ugen, ikke {askedHoursTenths}.',
    en: '{permittedHoursTenths} hours a week are permitted, not {askedHoursTenths}.',
  },
  'ridingAgreement.notStarted': {
    da: 'Aftalen er ikke begyndt på datoen.',
    en: 'The agreement has not started on the date.',
  },
  'ridingAgreement.otherSchool': {
    da: 'Aftalen ligger på {school}, ikke på {from}.',
    en: 'The agreement is at {school}, not at {from}.',
  },
  'ridingAgreement.ended': { da: 'Aftalen er ophørt {endedFrom}.', en: 'The agreement ended on {endedFrom}.' },
  'ridingAgreement.countyAfter2006': {
    da: 'Et område aftalt med et amt kræver tiltrædelse før {cutoff}; her er tiltrådt {accessionDate}.',
    en: 'An area agreed with a county needs accession before {cutoff}; this one is {accessionDate}.',
  },
  'competence.unknown': { da: 'Kompetencen er ikke dokumenteret.', en: 'The competence is not documented.' },
  'competence.alreadyDocumented': {
    da: 'Kompetencen er allerede dokumenteret.',
    en: 'The competence is already documented.',
  },
  'competence.endsBeforeStart': {
    da: 'Udløbet {expiresOn} ligger ikke efter udstedelsen {issuedOn}.',
    en: 'The expiry {expiresOn} is not after the issue on {issuedOn}.',
  },
  'plan.versionTaken': {
    da: 'Regelsæt {ruleSet} version {ruleSetVersion} findes allerede med andet indhold.',
    en: 'Rule set {ruleSet} version {ruleSetVersion} already exists with other content.',
  },
  'plan.overlaps': {
    da: 'Perioden overlapper regelsæt {ruleSet}, der gælder fra {from}.',
    en: 'The period overlaps rule set {ruleSet}, in force from {from}.',
  },
  'plan.endsBeforeStart': {
    da: 'Slutdatoen {until} ligger ikke efter {effectiveFrom}.',
    en: 'The end date {until} is not after {effectiveFrom}.',
  },
  'plan.sourceMissing': { da: 'Kilde mangler for: {keys}.', en: 'A source is missing for: {keys}.' },
  'plan.unknownRuleSet': {
    da: 'Regelsæt {ruleSet} gælder ikke {effectiveFrom}.',
    en: 'Rule set {ruleSet} is not in force on {effectiveFrom}.',
  },
  'plan.unknownParameter': { da: 'Parameteren {key} findes ikke.', en: 'The parameter {key} does not exist.' },
  'plan.badValue': {
    da: '{to} er ikke en gyldig værdi for {key}. Gyldigt er {allowed}. Værdien i dag kommer fra: {source}.',
    en: '{to} is not a valid value of {key}. Valid is {allowed}. The value of today comes from: {source}.',
  },
  'plan.hasSource': {
    da: '{key} har allerede en kilde: {source}.',
    en: '{key} has a source already: {source}.',
  },
  'plan.valueMoved': {
    da: '{key} er {value} på datoen, ikke {confirmed}. Se den igen, før du bekræfter.',
    en: '{key} is {value} on the date, not {confirmed}. Look at it again before you confirm.',
  },
  'geography.versionTaken': {
    da: 'Udgaven {areaVersion} findes allerede med andet indhold.',
    en: 'The version {areaVersion} already exists with other content.',
  },
  'geography.endsBeforeStart': {
    da: 'Slutdatoen {until} ligger ikke efter {effectiveFrom}.',
    en: 'The end date {until} is not after {effectiveFrom}.',
  },
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
  'consultation.notSent': { da: 'Høringen er ikke sendt.', en: 'The consultation has not been sent.' },
  'consultation.unknownCase': { da: 'Sagen findes ikke.', en: 'The case does not exist.' },
  'consultation.caseClosed': {
    da: 'Sagen er lukket, så den kan ikke sendes i høring.',
    en: 'The case is closed and cannot be sent for consultation.',
  },
  'consultation.closed': {
    da: 'Sagen er afsluttet, så høringen tager ikke imod mere. Skriv til sekretariatet, hvis sagen bør genoptages.',
    en: 'The case is closed, so the consultation takes nothing more. Write to the secretariat if the case should be reopened.',
  },
  'consultation.oldVersion': {
    da: 'Ansøgningen er rettet, siden høringsrunde {round} blev sendt. Svar på runde {current}, når sekretariatet har sendt den.',
    en: 'The application has been corrected since consultation round {round} was sent. Answer round {current} once the secretariat has sent it.',
  },
  'consultation.otherMunicipality': {
    da: 'Høringen er sendt til en anden kommune. Log ind for den kommune, eller skriv til sekretariatet, hvis I også vil høres.',
    en: 'The consultation was sent to another municipality. Sign in for that municipality, or write to the secretariat if you want to be heard too.',
  },
  'consultation.alwaysHeard': {
    da: 'I sager om ridefysioterapi høres alle involverede kommuner (R-18). Send høringen i stedet.',
    en: 'In riding therapy cases all involved municipalities are heard (R-18). Send the consultation instead.',
  },
  'consultation.alreadySent': {
    da: 'Høringen er allerede sendt.',
    en: 'The consultation has already been sent.',
  },
  'attachment.type': {
    da: 'Filen {name} er ikke af en type, der tages imod. Brug PDF, PNG, JPEG, Word (docx uden makroer) eller OpenDocument (odt).',
    en: 'The file {name} is of no type that is taken. Use PDF, PNG, JPEG, Word (docx without macros) or OpenDocument (odt).',
  },
  'attachment.tooLarge': {
    da: 'Filen {name} er for stor. En fil må fylde højst {megabytes} MB.',
    en: 'The file {name} is too large. A file may be at most {megabytes} MB.',
  },
  'message.unknown': {
    da: 'Brevet findes ikke i sagen.',
    en: 'There is no such letter in the case.',
  },
  'consultation.noRequest': {
    da: 'Kommunen har ikke bedt om længere frist.',
    en: 'The municipality has not asked for a later deadline.',
  },
  'consultation.extendToPast': {
    da: 'Den nye frist {to} er passeret; i dag er det {today}.',
    en: 'The new deadline {to} has passed; today is {today}.',
  },
  'consultation.fileMissing': {
    da: 'Filen {name} er ikke modtaget. Vedhæft den igen.',
    en: 'The file {name} has not been received. Attach it again.',
  },
  'consultation.otherRound': {
    da: 'Sagen er i høringsrunde {current}, ikke {round}.',
    en: 'The case is in consultation round {current}, not {round}.',
  },
  'consultation.noRuleSet': {
    da: 'Intet regelsæt fastsætter en frist på sagens dato.',
    en: 'No rule set gives a deadline on the case’s date.',
  },
  'consultation.notOpen': {
    da: 'Høringen er allerede besvaret eller lukket.',
    en: 'The consultation is already answered or closed.',
  },
  'consultation.onlyForward': {
    da: 'Fristen {dueOn} kan kun forlænges, ikke ændres til {to}.',
    en: 'The deadline {dueOn} can only be extended, not changed to {to}.',
  },
  'consultation.receivedOutside': {
    da: 'Svaret kan ikke være modtaget {receivedOn}: høringen blev sendt {sentOn}, og i dag er det {today}.',
    en: 'The answer cannot have been received on {receivedOn}: the consultation was sent on {sentOn}, and today is {today}.',
  },
  'consultation.notDue': { da: 'Fristen {dueOn} er ikke passeret.', en: 'The deadline {dueOn} has not passed.' },
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
  'case.otherType': {
    da: 'En rettelse kan ikke gøre sagen til en anden type.',
    en: 'A correction cannot make the case another type.',
  },
  'activity.alreadyReported': {
    da: 'Perioden er allerede indberettet for speciale {specialty} med andre tal. Ret indberetningen i stedet.',
    en: 'The period is already reported for specialty {specialty} with other figures. Correct the report instead.',
  },
  'activity.notReported': {
    da: 'Der er ingen indberetning for speciale {specialty} i perioden.',
    en: 'There is no report for specialty {specialty} in the period.',
  },
  'activity.regionNeeded': {
    da: 'Hele landet har ingen region; alt andet skal have en.',
    en: 'The whole country has no region; everything else must have one.',
  },
  'activity.periodNotOver': {
    da: 'Perioden {period} er først slut {from}.',
    en: 'The period {period} is not over until {from}.',
  },
  'activity.partLargerThanWhole': {
    da: 'En del kan ikke være større end det, den er en del af: {figures}.',
    en: 'A part cannot be larger than what it is a part of: {figures}.',
  },
  'activity.reviewExists': {
    da: 'Der er allerede en opfølgning efter {rule} for perioden.',
    en: 'There already is a review under {rule} of the period.',
  },
  'activity.noOpenReview': {
    da: 'Der er ingen åben opfølgning efter {rule} for perioden.',
    en: 'There is no open review under {rule} of the period.',
  },
  'activity.closedBeforeOpened': {
    da: 'Opfølgningen kan ikke afsluttes {effectiveFrom}; den begyndte {from}.',
    en: 'The review cannot be closed on {effectiveFrom}; it began on {from}.',
  },
  'activity.notAHalfYear': { da: '{period} er ikke et halvår.', en: '{period} is not a half-year.' },
  'activity.nothingToPublish': {
    da: 'Der er ikke indberettet noget for kommune {municipality} i {period}; der er intet at offentliggøre.',
    en: 'Nothing was reported for municipality {municipality} in {period}; there is nothing to publish.',
  },
  'activity.notInRegion': {
    da: 'Kommune {municipality} hørte ikke til region {region} i {period}.',
    en: 'Municipality {municipality} was not in region {region} in {period}.',
  },
  'activity.republishReason': {
    da: 'Halvårets data er allerede leveret {deliveredOn}. Skriv, hvorfor de offentliggøres igen.',
    en: 'The data of the half-year were already delivered on {deliveredOn}. Write why they are published again.',
  },
  'activity.heldOutside': {
    da: 'Opfølgningen for {year} kan ikke være holdt {effectiveFrom}.',
    en: 'The follow-up of {year} cannot have been held on {effectiveFrom}.',
  },
  ...meetingRefusals,
  ...municipalRefusals,
  ...personRefusals,
  ...quotaRefusals,
  ...scenarioRefusals,
} as const satisfies Record<string, Words>

export type RefusalCode = keyof typeof refusalWords
