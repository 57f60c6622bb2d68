import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import { knownDay, useMoment } from '../../time/moment.ts'

/** When both dates of a comparison were known, as a sentence goes on with it; empty where it is now. */
export function useComparedKnown(): { readonly day: string | undefined; readonly known: string } {
  const { t } = useTranslation()
  const language = useLanguage()
  const known = knownDay(useMoment())
  const day = known === undefined ? undefined : date(known, language)
  return { day, known: day === undefined ? '' : t('coverage.compare.known', { date: day }) }
}
