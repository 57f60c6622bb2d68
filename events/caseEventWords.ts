import type { Words } from './words.ts'

/** What happened to a case: its steps, its hearings and letters, and what the committees said. */
export const caseEventWords = {
  CaseOpened: { da: 'Sag {number} oprettet for {applicant}', en: 'Case {number} opened for {applicant}' },
  CaseInformationRequested: {
    da: 'Oplysninger bedt om senest {dueOn}: {items}',
    en: 'Information requested by {dueOn}: {items}',
  },
  CaseInformationSupplied: { da: 'Oplysninger modtaget: {items}', en: 'Information supplied: {items}' },
  CaseInformationCorrected: {
    da: 'Rettelse af {field}: {old} rettet til {new}. {reason}',
    en: 'Correction of {field}: {old} corrected to {new}. {reason}',
  },
  FindingsComputed: { da: 'Regeltjek efter {ruleSet}', en: 'Rules checked under {ruleSet}' },
  ConsultationProposed: { da: 'Høring foreslået: {involved}', en: 'Consultation proposed: {involved}' },
  CaseHeard: {
    da: 'Alle hørte kommuner har svaret, eller fristen er udløbet',
    en: 'Every municipality heard has answered, or the deadline has passed',
  },
  RecommendationWritten: {
    da: 'Indstilling skrevet, foreslået udfald: {outcome}',
    en: 'Recommendation written, proposed outcome: {outcome}',
  },
  RecommendationChallenged: { da: 'Indstillingen anfægtet', en: 'Recommendation challenged' },
  RecommendationOverturned: {
    da: 'Afgørelsen {rulingNumber} ({ruled}) blev en anden end indstillet ({recommended})',
    en: 'The ruling {rulingNumber} ({ruled}) was another than recommended ({recommended})',
  },
  CaseTabled: { da: 'Sat på dagsorden til {meetingOn}', en: 'Tabled for {meetingOn}' },
  CasePostponed: { da: 'Udsat: {reason}', en: 'Postponed: {reason}' },
  CaseWithdrawn: { da: 'Sagen trukket tilbage: {reason}', en: 'Case withdrawn: {reason}' },
  CaseRuled: {
    da: 'Afgjort med nr. {rulingNumber}: {outcome}',
    en: 'Ruled on as no. {rulingNumber}: {outcome}',
  },
  CaseRulingWithdrawn: {
    da: 'Afgørelse nr. {rulingNumber} trukket tilbage; sagen er åben igen: {reason}',
    en: 'Ruling no. {rulingNumber} withdrawn; the case is open again: {reason}',
  },
  CaseDecidedNationally: {
    da: 'Afgjort af Landssamarbejdsudvalget ({reference}): {outcome}',
    en: 'Decided by the national committee ({reference}): {outcome}',
  },
  CaseReferred: { da: 'Forelagt Landssamarbejdsudvalget', en: 'Referred to the national committee' },
  CaseChangeRefused: {
    da: 'Ændringen {change} ({command}) kunne ikke vedtages ({code})',
    en: 'The change {change} ({command}) could not be adopted ({code})',
  },
  RulingSealed: {
    da: 'Grundlaget for afgørelse nr. {number} er forseglet',
    en: 'What ruling no. {number} rested on has been sealed',
  },
  CaseEffectApplied: { da: 'Afgørelsen er gennemført i registret', en: 'The ruling has been applied to the register' },
  CaseEffectRefused: {
    da: 'Afgørelsen kunne ikke gennemføres ({code})',
    en: 'The ruling could not be applied ({code})',
  },
  ConsultationSent: {
    da: 'Høring sendt til kommune {municipality}, frist {dueOn}',
    en: 'Consultation sent to municipality {municipality}, due {dueOn}',
  },
  ConsultationNotRequired: {
    da: 'Høring af kommune {municipality} er ikke påkrævet: {reason}',
    en: 'Consultation of municipality {municipality} not required: {reason}',
  },
  ConsultationExtensionRequested: {
    da: 'Kommunen beder om frist til {to}: {reason}',
    en: 'The municipality asks for a deadline of {to}: {reason}',
  },
  ConsultationExtensionDeclined: {
    da: 'Forlænget høringsfrist afslået: {reason}',
    en: 'Extension of the consultation deadline declined: {reason}',
  },
  ConsultationReminderSent: { da: 'Påmindelse om høring sendt', en: 'Consultation reminder sent' },
  ConsultationDeadlineExtended: {
    da: 'Høringsfrist forlænget fra {old} til {new}',
    en: 'Consultation deadline extended from {old} to {new}',
  },
  ConsultationAnswered: {
    da: 'Høringssvar modtaget {answeredOn}: {position}',
    en: 'Consultation answered on {answeredOn}: {position}',
  },
  ConsultationClosedWithoutAnswer: {
    da: 'Høringsfristen {dueOn} udløb uden svar',
    en: 'The consultation deadline {dueOn} passed without an answer',
  },
  MessageQueued: {
    da: 'Brev til kommune {municipality} lagt i udbakken',
    en: 'Letter to municipality {municipality} put in the outbox',
  },
  MessageAttemptBegun: { da: 'Brev afleveres til {to}', en: 'Letter being handed over for {to}' },
  MessageSent: { da: 'Brev sendt til {to}', en: 'Letter sent to {to}' },
  MessageDeliveryFailed: { da: 'Brev kunne ikke leveres: {reason}', en: 'Letter could not be delivered: {reason}' },
  MessageDeliveryUnsure: {
    da: 'Brev måske sendt til {to}: aflevering afbrudt',
    en: 'Letter possibly sent to {to}: handing over interrupted',
  },
  MessageResendAsked: { da: 'Brev bedt sendt igen', en: 'Letter asked to be sent again' },
  RulingIssued: {
    da: 'Afgørelse nr. {number}: {outcome}, virkning fra {effectiveFrom}',
    en: 'Ruling no. {number}: {outcome}, effective from {effectiveFrom}',
  },
  DisagreementRecorded: { da: 'Uenighed i udvalget: {sides}', en: 'Disagreement in the committee: {sides}' },
  ReferredToNationalCommittee: {
    da: 'Sagen forelagt Landssamarbejdsudvalget',
    en: 'Case referred to the national committee',
  },
  ReferralDemanded: {
    da: 'Forelæggelse krævet af {by}, modtaget {receivedOn}',
    en: 'Referral demanded by {by}, received {receivedOn}',
  },
  NationalCommitteeDecided: {
    da: 'Landssamarbejdsudvalget har afgjort sagen ({reference}): {outcome}',
    en: 'The national committee has decided the case ({reference}): {outcome}',
  },
  RulingPublished: { da: 'Afgørelse nr. {number} offentliggjort', en: 'Ruling no. {number} published' },
  RulingWithdrawn: {
    da: 'Afgørelse nr. {number} trukket tilbage: {reason}',
    en: 'Ruling no. {number} withdrawn: {reason}',
  },
} as const satisfies Record<string, Words>
