import { useTranslation } from 'react-i18next'
import { daysBetween, isDate } from '../days.ts'
import type { Values } from './form.ts'

/** Days on which the old and the new address would both count. */
export function Overlap({ values }: { readonly values: Values }) {
  const { t } = useTranslation()
  const [from, until] = [String(values.wantedFrom ?? ''), String(values.previousUntil ?? '')]
  const days = isDate(from) && isDate(until) ? daysBetween(from, until) : 0
  return days > 0 ? <p className="overlap">{t('cases.new.overlap', { count: days })}</p> : null
}
