import type { Words } from './words.ts'

/**
 * What turns a finding, by the input that would have to change: one sentence for more of it, one for less. `{amount}` is
 * the change in the input's unit, `{to}` the date it would then be, `{municipality}` the municipality it is about.
 */
export const flipWords = {
  capacityMoved: {
    more: { da: '{amount} mere forlader {municipality}', en: '{amount} more leave {municipality}' },
    less: { da: '{amount} bliver i {municipality}', en: '{amount} stay in {municipality}' },
  },
  wantedFrom: {
    more: { da: '{amount} senere, fra {to}', en: '{amount} later, from {to}' },
    less: { da: '{amount} tidligere, fra {to}', en: '{amount} earlier, from {to}' },
  },
  previousUntil: {
    more: {
      da: 'den gamle adresse ophører {amount} senere, {to}',
      en: 'the old address ends {amount} later, on {to}',
    },
    less: {
      da: 'den gamle adresse ophører {amount} tidligere, {to}',
      en: 'the old address ends {amount} earlier, on {to}',
    },
  },
  requested: {
    more: { da: 'der søges om {amount} mere', en: '{amount} more is asked for' },
    less: { da: 'der søges om {amount} mindre', en: '{amount} less is asked for' },
  },
  plannedExtra: {
    more: { da: '{amount} mere på den ekstra adresse', en: '{amount} more at the extra address' },
    less: { da: '{amount} mindre på den ekstra adresse', en: '{amount} less at the extra address' },
  },
  turnover: {
    more: { da: 'årets omsætning er {amount} højere', en: 'this year’s turnover is {amount} higher' },
    less: { da: 'årets omsætning er {amount} lavere', en: 'this year’s turnover is {amount} lower' },
  },
  subsidy62: {
    more: { da: 'tilskuddet på speciale 62 er {amount} højere', en: 'the subsidy on specialty 62 is {amount} higher' },
    less: { da: 'tilskuddet på speciale 62 er {amount} lavere', en: 'the subsidy on specialty 62 is {amount} lower' },
  },
  subsidy51: {
    more: { da: 'tilskuddet på speciale 51 er {amount} højere', en: 'the subsidy on specialty 51 is {amount} higher' },
    less: { da: 'tilskuddet på speciale 51 er {amount} lavere', en: 'the subsidy on specialty 51 is {amount} lower' },
  },
  numbers: {
    more: { da: '{amount} flere ydernumre i klinikken', en: '{amount} more provider numbers at the clinic' },
    less: { da: '{amount} færre ydernumre i klinikken', en: '{amount} fewer provider numbers at the clinic' },
  },
  ridingHours: {
    more: { da: 'der søges om {amount} mere', en: '{amount} more are asked for' },
    less: { da: 'der søges om {amount} mindre', en: '{amount} less are asked for' },
  },
  schoolHours: {
    more: { da: '{amount} mere på rideskolen med færrest', en: '{amount} more at the school with fewest' },
    less: { da: '{amount} mindre på rideskolen med færrest', en: '{amount} less at the school with fewest' },
  },
  permissions: {
    more: { da: 'der søges tilladelse til {amount} mere', en: 'permission is asked for {amount} more' },
    less: { da: 'der søges tilladelse til {amount} færre', en: 'permission is asked for {amount} fewer' },
  },
  contractFrom: {
    more: { da: 'kontrakten begynder {amount} senere, {to}', en: 'the contract begins {amount} later, on {to}' },
    less: { da: 'kontrakten begynder {amount} tidligere, {to}', en: 'the contract begins {amount} earlier, on {to}' },
  },
  hoursHeld: {
    more: { da: '{amount} mere på rideskolen', en: '{amount} more at the riding school' },
    less: { da: '{amount} mindre på rideskolen', en: '{amount} less at the riding school' },
  },
  hoursReported: {
    more: { da: 'der er indberettet {amount} mere', en: '{amount} more were reported' },
    less: { da: 'der er indberettet {amount} mindre', en: '{amount} less were reported' },
  },
  individualServices: {
    more: { da: '{amount} flere individuelle ydelser', en: '{amount} more individual services' },
    less: { da: '{amount} færre individuelle ydelser', en: '{amount} fewer individual services' },
  },
  groupServices: {
    more: { da: '{amount} flere ydelser på hold', en: '{amount} more group services' },
    less: { da: '{amount} færre ydelser på hold', en: '{amount} fewer group services' },
  },
  homeServices: {
    more: { da: '{amount} flere ydelser i hjemmet', en: '{amount} more services at home' },
    less: { da: '{amount} færre ydelser i hjemmet', en: '{amount} fewer services at home' },
  },
  uplift: {
    more: { da: 'der lægges {amount} mere til', en: '{amount} more is added' },
    less: { da: 'der lægges {amount} mindre til', en: '{amount} less is added' },
  },
  weeklyHours: {
    more: { da: 'ydernummeret har {amount} mere om ugen', en: 'the number has {amount} more a week' },
    less: { da: 'ydernummeret har {amount} mindre om ugen', en: 'the number has {amount} less a week' },
  },
  cost: {
    more: { da: 'udgiften er {amount} højere', en: 'the cost is {amount} higher' },
    less: { da: 'udgiften er {amount} lavere', en: 'the cost is {amount} lower' },
  },
  paid: {
    more: { da: 'der er udbetalt {amount} mere', en: '{amount} more was paid' },
    less: { da: 'der er udbetalt {amount} mindre', en: '{amount} less was paid' },
  },
  share: {
    more: { da: 'andelen er {amount} større', en: 'the share is {amount} larger' },
    less: { da: 'andelen er {amount} mindre', en: 'the share is {amount} smaller' },
  },
  expiresOn: {
    more: {
      da: 'dokumentationen udløber {amount} senere, {to}',
      en: 'the documentation expires {amount} later, on {to}',
    },
    less: {
      da: 'dokumentationen udløber {amount} tidligere, {to}',
      en: 'the documentation expires {amount} earlier, on {to}',
    },
  },
  accepting: {
    more: { da: '{amount} behandlere mere tager nye patienter', en: '{amount} more therapists accept new patients' },
    less: { da: '{amount} behandlere færre tager nye patienter', en: '{amount} fewer therapists accept new patients' },
  },
} as const satisfies Record<string, { readonly more: Words; readonly less: Words }>

/** An input whose change can turn a finding. */
export type FlipKey = keyof typeof flipWords
