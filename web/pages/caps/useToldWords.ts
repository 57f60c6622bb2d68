import { useTranslation } from 'react-i18next'
import type { Told } from '#api/views/caps'
import { number } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'

/** What stands for a count of persons: its number, hidden, or unknown. Never zero for what is not known. */
export function useToldWords(): (told: Told) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  return (told) => (told.state === 'value' ? number(told.value, language) : t(`caps.told.${told.state}`))
}
