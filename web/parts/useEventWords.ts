import { wordsIn } from '#events/say/words'
import { useLanguage } from '../text/i18n.ts'
import { useAreaNames } from './areaNames.ts'
import { personsIn, usePersonNames } from './usePersonNames.ts'

/** The glossary for telling these events, with the names of their persons for who may know them. */
export function useEventWords(events: readonly { readonly params: unknown }[]) {
  const person = usePersonNames(personsIn(events))
  return wordsIn(useLanguage(), { ...useAreaNames(), person })
}
