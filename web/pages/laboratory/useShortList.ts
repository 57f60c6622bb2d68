import { useTranslation } from 'react-i18next'

/** Names that a sentence has before the rest are a number. */
const named = 6

/** A list that a sentence can hold: the first few names, and how many more. */
export function useShortList(): (names: readonly string[]) => string {
  const { t } = useTranslation()
  return (names) => {
    const first = names.slice(0, named).join(', ')
    return names.length > named ? t('laboratory.short', { names: first, count: names.length - named }) : first
  }
}
