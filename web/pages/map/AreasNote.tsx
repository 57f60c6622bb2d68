import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'

/** Says so when the municipalities shown are younger than the date looked at. */
export function AreasNote({ answer }: { readonly answer: Answer<'municipalities'> }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (answer.areasValidFrom === null) return null
  return <p className="meta">{t('map.legend.areasValidFrom', { date: date(answer.areasValidFrom, language) })}</p>
}
