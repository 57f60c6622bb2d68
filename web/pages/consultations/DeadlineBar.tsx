import { useTranslation } from 'react-i18next'
import { date, percent } from '../../format.ts'
import { deadline } from '../../parts/deadline.ts'
import { Icon } from '../../parts/Icon.tsx'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'

/** Days left in words, the last day, and how much of the time has gone. */
export function DeadlineBar({ sentOn, dueOn }: { readonly sentOn: string; readonly dueOn: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = useSession()?.today
  if (today === undefined) return null
  const { daysLeft, gone, urgency } = deadline(sentOn, dueOn, today)
  return (
    <span className={`deadline deadline-${urgency}`}>
      <span className="deadline-words">
        <span className="deadline-left">
          <Icon name="history" size={16} />
          {daysLeft < 0
            ? t('consultations.deadline.daysOver', { count: -daysLeft })
            : t('consultations.deadline.daysLeft', { count: daysLeft })}
        </span>
        <span>{date(dueOn, language)}</span>
      </span>
      <span className="deadline-bar">
        <span className="deadline-gone" style={{ width: `${gone * 100}%` }} />
        <span className="visually-hidden">
          {t('consultations.deadline.bar', { percent: percent(gone, language, 0) })}
        </span>
      </span>
    </span>
  )
}
