import type { Words } from './words.ts'

/** Why reports, their publication or the follow-up on them were refused. */
export const activityRefusals = {
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
    da: 'Årsagen er allerede undersøgt eller ved at blive det efter {rule} for perioden.',
    en: 'The cause has been or is being examined already under {rule} for the period.',
  },
  'activity.noOpenReview': {
    da: 'Der er ingen åben undersøgelse efter {rule} for perioden; måske er den afsluttet i mellemtiden.',
    en: 'There is no open review under {rule} of the period; it may have been closed in the meantime.',
  },
  'activity.closedBeforeOpened': {
    da: 'Undersøgelsen kan ikke afsluttes {effectiveFrom}; den begyndte {from}.',
    en: 'The review cannot be closed on {effectiveFrom}; it began on {from}.',
  },
  'activity.reviewToCome': {
    da: 'En undersøgelse registreres senest den dag, den begynder eller slutter; {effectiveFrom} er ikke kommet endnu.',
    en: 'A review is recorded once it has begun or ended; {effectiveFrom} has not come yet.',
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
} as const satisfies Record<string, Words>
