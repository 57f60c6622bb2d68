import { useTranslation } from 'react-i18next'
import { useSession } from '../session.ts'
import { deadline } from './deadline.ts'

/** Days left of a deadline in words; red and with its own word when it is near or past. */
export function DaysLeft({ dueOn, sentOn }: { readonly dueOn: string; readonly sentOn?: string }) {
  const { t } = useTranslation()
  const today = useSession()?.today
  if (today === undefined) return null
  const { daysLeft, urgency } = deadline(sentOn ?? dueOn, dueOn, today)
  return (
    <span className={`days-left days-${urgency}`}>
      {daysLeft < 0 ? t('cases.list.daysOver', { count: -daysLeft }) : t('cases.list.daysLeft', { count: daysLeft })}
    </span>
  )
}
