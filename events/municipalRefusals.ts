import type { Words } from './words.ts'

/** Why a command on palliative agreements, municipal offers or contacts was refused. */
export const municipalRefusals = {
  'palliative.noProposal': {
    da: 'Der er intet forslag til en § 2-aftale at vedtage.',
    en: 'There is no proposal of a section 2 agreement to adopt.',
  },
  'palliative.alreadyMember': {
    da: 'Terapeuten {person} er allerede med i aftalen.',
    en: 'Therapist {person} is in the agreement already.',
  },
  'palliative.noMember': {
    da: 'Terapeuten {person} er ikke med i aftalen {effectiveFrom}.',
    en: 'Therapist {person} is not in the agreement on {effectiveFrom}.',
  },
  'palliative.surveyInFuture': {
    da: 'Kortlægningen kan ikke være fra {surveyedOn}; det er {today} i dag.',
    en: 'The survey cannot be from {surveyedOn}; today is {today}.',
  },
  'palliative.moreAcceptingThanProviders': {
    da: 'Der kan ikke være flere med plads ({accepting}) end ydere ({providers}).',
    en: 'There cannot be more who accept ({accepting}) than providers ({providers}).',
  },
  'palliative.twice': { da: '{what} er nævnt to gange.', en: '{what} is named twice.' },
  'municipalOffer.unknown': {
    da: 'Kommunen har intet tilbud offentliggjort {effectiveFrom}.',
    en: 'The municipality has no offer published on {effectiveFrom}.',
  },
  'municipalOffer.closed': { da: 'Tilbuddet er lukket {closedFrom}.', en: 'The offer closed on {closedFrom}.' },
  'municipalOffer.worldMoved': {
    da: 'Ydelsen står nu som {stands}, ikke {was}. Se tilbuddet igen.',
    en: 'The service now stands as {stands}, not {was}. Look at the offer again.',
  },
  'municipalOffer.twice': { da: '{what} er nævnt to gange.', en: '{what} is named twice.' },
  'municipalOffer.endsBeforeStart': {
    da: 'Slutdatoen {until} ligger ikke efter {effectiveFrom}.',
    en: 'The end date {until} is not after {effectiveFrom}.',
  },
  'contacts.unknown': {
    da: 'Afdelingen har ingen kontaktoplysninger {effectiveFrom}.',
    en: 'The department has no contact entry on {effectiveFrom}.',
  },
  'contacts.empty': {
    da: 'Skriv mindst ét lokationsnummer, ét telefonnummer eller én mailadresse.',
    en: 'Write at least a location number, a phone number or a mail address.',
  },
  'contacts.inFuture': {
    da: 'Oplysningerne kan ikke være bekræftet {effectiveFrom}; det er {today} i dag.',
    en: 'The entry cannot be confirmed on {effectiveFrom}; today is {today}.',
  },
} as const satisfies Record<string, Words>
