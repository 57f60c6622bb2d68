import { useTranslation } from 'react-i18next'

/** A list that a sentence can hold: the first few names, `named` of them, and how many more. */
export function useShortList(named: number): (names: readonly string[]) => string {
  const { t } = useTranslation()
  return (names) => {
    const first = names.slice(0, named).join(', ')
    return names.length > named ? t('caps.short', { names: first, count: names.length - named }) : first
  }
}
