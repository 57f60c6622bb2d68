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
  share: {
    more: { da: 'andelen er {amount} større', en: 'the share is {amount} larger' },
    less: { da: 'andelen er {amount} mindre', en: 'the share is {amount} smaller' },
  },
} as const satisfies Record<string, { readonly more: Words; readonly less: Words }>

/** An input whose change can turn a finding. */
export type FlipKey = keyof typeof flipWords
