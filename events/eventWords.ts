import { caseEventWords } from './caseEventWords.ts'
import type { EventType } from './catalogue.ts'
import { meetingEventWords } from './meetingWords.ts'
import { municipalEventWords } from './municipalEventWords.ts'
import { scenarioEventWords } from './scenarioWords.ts'
import type { Words } from './words.ts'

/** The sentence of every event type, filled from `eventParams`; a `...Tenths` or `...Hundredths` is said in whole units by the reader (`web/text/sayable.ts`). */
export const eventWords = {
  ProviderNumberRegistered: {
    da: 'Ydernummer {number} registreret for {holder} på klinik {clinic}',
    en: 'Provider number {number} registered for {holder} at clinic {clinic}',
  },
  HoursCapacityRegistered: {
    da: 'Kapacitet i timer registreret: {hoursTenths} timer om ugen, speciale {specialty}',
    en: 'Capacity in hours registered: {hoursTenths} hours a week, specialty {specialty}',
  },
  ProviderNumberTransferred: {
    da: 'Andel på {shareHundredths} overdraget fra {fromHolder} til {toHolder}, nyt nummer {newNumber}',
    en: 'A share of {shareHundredths} transferred from {fromHolder} to {toHolder}, new number {newNumber}',
  },
  NumberShareSet: { da: 'Andele af ydernummeret fastsat', en: 'Shares of the provider number set' },
  CapacityStatusChanged: {
    da: 'Kapacitetsstatus ændret fra {from} til {to}',
    en: 'Capacity status changed from {from} to {to}',
  },
  ClinicChanged: {
    da: 'Ydernummeret flyttet fra klinik {from} til {to}',
    en: 'Provider number moved from clinic {from} to {to}',
  },
  Section24EmploymentRegistered: {
    da: 'Ansættelse efter § 24 registreret for {employee}',
    en: 'Section 24 employment registered for {employee}',
  },
  Section24EmploymentEnded: {
    da: 'Ansættelse efter § 24 ophørt for {employee}',
    en: 'Section 24 employment of {employee} ended',
  },
  TurnoverCeilingSet: { da: 'Omsætningsloft fastsat', en: 'Turnover ceiling set' },
  TurnoverCeilingLapsed: { da: 'Omsætningsloft bortfaldet: {reason}', en: 'Turnover ceiling lapsed: {reason}' },
  PaymentCeilingImposed: { da: 'Højestegrænse pålagt', en: 'Payment ceiling imposed' },
  PaymentCeilingLifted: { da: 'Højestegrænse ophævet: {reason}', en: 'Payment ceiling lifted: {reason}' },
  ProviderNumberCeased: { da: 'Ydernummeret ophørt: {reason}', en: 'Provider number ceased: {reason}' },
  ProviderNumberCorrected: {
    da: 'Rettelse af {field}: {old} rettet til {new}. {reason}',
    en: 'Correction of {field}: {old} corrected to {new}. {reason}',
  },
  ProviderNumberVoided: { da: 'Registrering annulleret: {reason}', en: 'Registration voided: {reason}' },
  ClinicRegistered: { da: 'Klinikken {name} registreret', en: 'Clinic {name} registered' },
  KrCapacityAllocated: {
    da: 'Kapacitet pr. klinik: {unitsHundredths} enheder, speciale {specialty}',
    en: 'Capacity per clinic: {unitsHundredths} units, specialty {specialty}',
  },
  NewEstablishmentAdvertised: {
    da: 'Nynedsættelse opslået: {oere} om året, speciale {specialty}',
    en: 'New establishment advertised: {oere} a year, specialty {specialty}',
  },
  NewEstablishmentAwarded: {
    da: 'Nynedsættelse tildelt klinik {clinic}: {oere} om året, speciale {specialty}',
    en: 'New establishment awarded to clinic {clinic}: {oere} a year, specialty {specialty}',
  },
  KrCapacityIndexed: {
    da: 'Indeks for {year} indlæst, speciale {specialty}',
    en: 'Index of {year} loaded, specialty {specialty}',
  },
  ClinicOwnershipChanged: { da: 'Ejerskab af klinikken ændret', en: 'Ownership of the clinic changed' },
  ChildrensClinicDescribed: {
    da: 'Klinikken har oplyst om behandling af børn',
    en: 'The clinic has told about treating children',
  },
  ClinicIntakeStated: {
    da: 'Klinikken har oplyst, om den tager nye patienter',
    en: 'The clinic has told whether it takes new patients',
  },
  PatientCountLoaded: {
    da: 'Antal patienter indlæst for {group}: {document}',
    en: 'Numbers of patients loaded for {group}: {document}',
  },
  ClinicClosed: { da: 'Klinikken lukket: {reason}', en: 'Clinic closed: {reason}' },
  ClinicVoided: { da: 'Klinikken annulleret: {reason}', en: 'Clinic voided: {reason}' },
  PracticeAddressOpened: { da: 'Praksisadresse åbnet: {address}', en: 'Practice address opened: {address}' },
  ExtraAddressNotified: {
    da: 'Ekstra praksisadresse anmeldt {receivedOn}',
    en: 'Extra practice address notified {receivedOn}',
  },
  ExtraAddressApproved: { da: 'Ekstra praksisadresse godkendt', en: 'Extra practice address approved' },
  PracticeAddressMoved: { da: 'Praksis flyttet fra {from} til {to}', en: 'Practice moved from {from} to {to}' },
  PracticeAddressClosed: { da: 'Praksisadresse lukket: {reason}', en: 'Practice address closed: {reason}' },
  AccessibilityStated: { da: 'Tilgængelighed oplyst: {statement}', en: 'Accessibility stated: {statement}' },
  AddressGeocodeCorrected: { da: 'Adressens punkt rettet: {reason}', en: 'The address’s point corrected: {reason}' },
  PracticeAddressVoided: { da: 'Praksisadresse annulleret: {reason}', en: 'Practice address voided: {reason}' },
  RidingSchoolRegistered: { da: 'Rideskolen {name} registreret', en: 'Riding school {name} registered' },
  RidingSchoolApproved: { da: 'Rideskolen godkendt', en: 'Riding school approved' },
  RidingSchoolApprovalWithdrawn: {
    da: 'Godkendelse af rideskolen trukket tilbage: {reason}',
    en: 'Approval of the riding school withdrawn: {reason}',
  },
  RidingSchoolVoided: { da: 'Rideskolen annulleret: {reason}', en: 'Riding school voided: {reason}' },
  RidingAgreementRequested: {
    da: 'Aftale om ridefysioterapi søgt af {therapist} på {school}',
    en: 'Riding agreement requested by {therapist} at {school}',
  },
  RidingAgreementPermitted: {
    da: 'Ridefysioterapi tilladt: {hoursTenths} timer om ugen',
    en: 'Riding therapy permitted: {hoursTenths} hours a week',
  },
  RidingAgreementStarted: {
    da: 'Ridefysioterapi begyndt: {hoursTenths} timer om ugen',
    en: 'Riding therapy started: {hoursTenths} hours a week',
  },
  RidingHoursChanged: {
    da: 'Timer til ridefysioterapi ændret fra {oldHoursTenths} til {newHoursTenths} om ugen',
    en: 'Riding therapy hours changed from {oldHoursTenths} to {newHoursTenths} a week',
  },
  RidingAgreementMoved: {
    da: 'Ridefysioterapi flyttet fra {from} til {to}',
    en: 'Riding therapy moved from {from} to {to}',
  },
  CoverageAreaRecorded: { da: 'Dækningsområde registreret ({kind})', en: 'Coverage area recorded ({kind})' },
  CoverageAreaClarified: { da: 'Dækningsområde afklaret: {reason}', en: 'Coverage area clarified: {reason}' },
  RidingAgreementEnded: { da: 'Aftale om ridefysioterapi ophørt: {reason}', en: 'Riding agreement ended: {reason}' },
  RidingNumberLapsed: {
    da: 'Ridekapacitet bortfaldet: {hoursTenths} timer om ugen',
    en: 'Riding capacity lapsed: {hoursTenths} hours a week',
  },
  RidingAgreementVoided: {
    da: 'Aftale om ridefysioterapi annulleret: {reason}',
    en: 'Riding agreement voided: {reason}',
  },
  CompetenceDocumented: { da: 'Kompetence dokumenteret: {id}', en: 'Competence documented: {id}' },
  CompetenceRenewed: { da: 'Kompetence fornyet: {id}', en: 'Competence renewed: {id}' },
  CompetenceExpired: { da: 'Kompetence udløbet: {id}', en: 'Competence expired: {id}' },
  CompetenceRevoked: { da: 'Kompetence tilbagekaldt: {id}. {reason}', en: 'Competence revoked: {id}. {reason}' },
  PlanApprovedByCommittee: {
    da: 'Praksisplanen {plan} godkendt af udvalget',
    en: 'Practice plan {plan} approved by the committee',
  },
  PlanInForce: { da: 'Praksisplanen {plan} i kraft', en: 'Practice plan {plan} in force' },
  RuleSetPublished: {
    da: 'Regelsæt {ruleSet} version {ruleSetVersion} udgivet',
    en: 'Rule set {ruleSet} version {ruleSetVersion} published',
  },
  ParameterChanged: {
    da: 'Parameteren {key} i {ruleSet} ændret fra {old} til {new}: {reason}',
    en: 'Parameter {key} of {ruleSet} changed from {old} to {new}: {reason}',
  },
  ParameterConfirmed: {
    da: 'Parameteren {key} i {ruleSet} bekræftet som {value}: {reason}',
    en: 'Parameter {key} of {ruleSet} confirmed as {value}: {reason}',
  },
  AreaVersionPublished: {
    da: 'Grænser udgivet: {areaVersion} ({kind})',
    en: 'Boundaries published: {areaVersion} ({kind})',
  },
  PopulationPublished: {
    da: 'Befolkning udgivet: {populationVersion}, {inhabitants} indbyggere. {source}',
    en: 'Population published: {populationVersion}, {inhabitants} inhabitants. {source}',
  },
  ActivityReportReceived: {
    da: 'Aktivitet {period} indberettet for {level} {id}, speciale {specialty}',
    en: 'Activity {period} reported for {level} {id}, specialty {specialty}',
  },
  ActivityReportCorrected: {
    da: 'Aktivitet {period} rettet for {level} {id}, speciale {specialty}: {reason}',
    en: 'Activity {period} corrected for {level} {id}, specialty {specialty}: {reason}',
  },
  ControlReviewOpened: {
    da: 'Undersøgelse begyndt efter {rule}, {period}: {reason}',
    en: 'Review opened under {rule}, {period}: {reason}',
  },
  ControlReviewClosed: {
    da: 'Undersøgelse afsluttet efter {rule}, {period}: {conclusion}. {reason}',
    en: 'Review closed under {rule}, {period}: {conclusion}. {reason}',
  },
  HalfYearlyDataPublished: {
    da: 'Halvårsdata {period} leveret til kommune {municipality} den {deliveredOn}',
    en: 'Half-yearly data {period} delivered to municipality {municipality} on {deliveredOn}',
  },
  YearlyFollowUpHeld: {
    da: 'Årlig opfølgning på praksisplanen holdt for {year}',
    en: 'Yearly follow-up on the practice plan held for {year}',
  },
  QuotaProposed: {
    da: 'Loft foreslået: {cap} dokumenterede for {group} i {area}',
    en: 'Cap proposed: {cap} documented for {group} in {area}',
  },
  QuotaAdopted: {
    da: 'Loft vedtaget: {cap} dokumenterede for {group} i {area}, {planRef}',
    en: 'Cap adopted: {cap} documented for {group} in {area}, {planRef}',
  },
  QuotaSuspended: {
    da: 'Loft ophævet for {group} i {area}: {reason}',
    en: 'Cap suspended for {group} in {area}: {reason}',
  },
  StructuredPathwaySet: {
    da: 'Struktureret forløb for {group} skal spare {savesPermille} af ydelserne',
    en: 'Structured pathway for {group} is to save {savesPermille} of the services',
  },
  PlanningAreaDrawn: {
    da: 'Planområdet {name} tegnet: {municipalities}',
    en: 'Planning area {name} drawn: {municipalities}',
  },
  PlanningAreaRenamed: { da: 'Planområdet omdøbt til {name}', en: 'Planning area renamed to {name}' },
  PlanningAreaWithdrawn: {
    da: 'Planområdet trukket tilbage: {reason}',
    en: 'Planning area withdrawn: {reason}',
  },
  ...caseEventWords,
  ...meetingEventWords,
  ...municipalEventWords,
  ...scenarioEventWords,
} as const satisfies Record<EventType, Words>
