import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { Idle } from './idle.ts'

/** Says why no rule reads a parameter. */
export function useIdleWords(): (idle: Idle) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  return (idle) =>
    idle.why === 'later' ? t('rules.idle.later', { date: date(idle.from, language) }) : t(`rules.idle.${idle.why}`)
}
