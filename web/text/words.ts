import { wordsIn } from '#events/say/words'
import { useAreaNames } from '../parts/areaNames.ts'
import { useLanguage } from './i18n.ts'

/** The glossary in the reader's language, with areas by the names that they have at the moment looked at. */
export function useWords() {
  return wordsIn(useLanguage(), useAreaNames())
}
