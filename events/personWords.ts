import type { Words } from './words.ts'

/** Why something about a person was refused, or a text that names one. */
export const personRefusals = {
  'person.erased': {
    da: 'Personen {person} er slettet. Et navn kan ikke lægges tilbage under den samme reference.',
    en: 'The person {person} has been erased. A name cannot be put back under the same reference.',
  },
  'person.otherRegion': {
    da: 'Personen {person} hører til en anden region, som selv retter og sletter.',
    en: 'The person {person} belongs to another region, which corrects and erases itself.',
  },
  'text.civilNumber': {
    da: 'Feltet »{field}« indeholder noget, der ligner et CPR-nummer. Det må ikke gemmes; skriv personens reference i stedet.',
    en: 'The field “{field}” holds what looks like a civil registration number. It must not be kept; write the person’s reference instead.',
  },
  'text.personalName': {
    da: 'Feltet »{field}« nævner en person ved navn. Hændelser slettes aldrig; skriv personens reference i stedet.',
    en: 'The field “{field}” names a person. Events are never erased; write the person’s reference instead.',
  },
} as const satisfies Readonly<Record<string, Words>>
