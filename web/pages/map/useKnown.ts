import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date, instant } from '../../format.ts'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'

type At = Answer<'coverage'>['at']

/** When what an answer tells was known, for a file or a paper that outlives the screen: "now" is the day it is made. */
export function useKnown(): (at: At) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = useSession()?.today
  return ({ recordedAt }) =>
    t('coverage.export.knownAt', {
      date: recordedAt === 'now' ? date(today ?? null, language) : instant(recordedAt, language),
    })
}
