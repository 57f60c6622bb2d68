import type { Words } from './words.ts'

/** The sentences of events on palliative agreements, municipal offers and contacts; part of `eventWords`. */
export const municipalEventWords = {
  Section2AgreementProposed: {
    da: '§ 2-aftale om palliativ fysioterapi foreslået for {region} efter {basis}',
    en: 'Section 2 agreement on palliative physiotherapy proposed for {region} by {basis}',
  },
  Section2AgreementAdopted: {
    da: '§ 2-aftale om palliativ fysioterapi vedtaget for {region} efter {basis}',
    en: 'Section 2 agreement on palliative physiotherapy adopted for {region} by {basis}',
  },
  TherapistJoined: { da: '{person} tilsluttet § 2-aftalen', en: '{person} joined the section 2 agreement' },
  TherapistLeft: {
    da: '{person} udtrådt af § 2-aftalen: {reason}',
    en: '{person} left the section 2 agreement: {reason}',
  },
  AcceptanceChanged: {
    da: 'Ændret, om {person} tager nye palliative patienter',
    en: 'Changed whether {person} takes new palliative patients',
  },
  BudgetSet: {
    da: 'Budget for palliativ fysioterapi i {region} fastsat for {year}',
    en: 'Budget of palliative physiotherapy in {region} set for {year}',
  },
  SupplySurveyRecorded: {
    da: 'Kortlægning af palliative ydere i {region} den {surveyedOn} registreret',
    en: 'Survey of palliative providers in {region} on {surveyedOn} recorded',
  },
  MunicipalOfferPublished: {
    da: 'Kommunalt tilbud offentliggjort af {municipality}: {document}, version {offerVersion}',
    en: 'Municipal offer published by {municipality}: {document}, version {offerVersion}',
  },
  ServiceIncludedChanged: {
    da: 'Ydelsen {service} i det kommunale tilbud ændret fra {was} til {included}: {reason}',
    en: 'Service {service} of the municipal offer changed from {was} to {included}: {reason}',
  },
  OfferClosed: { da: 'Kommunalt tilbud lukket: {reason}', en: 'Municipal offer closed: {reason}' },
  CapacityRefusalAnnounced: {
    da: 'Kommunen kan afvise borgere fra andre kommuner: {reason}',
    en: 'The municipality can refuse residents of others: {reason}',
  },
  ContactEntrySet: {
    da: 'Kontaktoplysninger skrevet for {department}, {municipality}',
    en: 'Contact entry written for {department}, {municipality}',
  },
  ContactEntryConfirmed: {
    da: 'Kontaktoplysninger bekræftet for {department}',
    en: 'Contact entry confirmed for {department}',
  },
  ContactEntryRemoved: {
    da: 'Kontaktoplysninger fjernet for {department}: {reason}',
    en: 'Contact entry removed for {department}: {reason}',
  },
} as const satisfies Record<string, Words>
