import { useTranslation } from 'react-i18next'
import { date } from '../format.ts'
import { Icon } from '../parts/Icon.tsx'
import { useLanguage } from '../text/i18n.ts'
import { useMoment } from './moment.ts'

export const timeBarId = 'time-bar'

/** The moment looked at, on every page; moves focus to the time bar where there is one. */
export function TimePill() {
  const { t } = useTranslation()
  const language = useLanguage()
  const moment = useMoment()
  if (moment.on === undefined) return null
  const on = date(moment.on, language)
  const words = moment.on === moment.today ? t('time.todayDate', { date: on }) : on
  return (
    <button
      type="button"
      className={moment.past ? 'time-pill time-pill-past' : 'time-pill'}
      aria-label={t('time.pill', { date: words })}
      onClick={() => document.querySelector<HTMLElement>(`#${timeBarId} [role=slider]`)?.focus()}
    >
      <Icon name="calendar" />
      <span className="time-pill-label">{t('shell.effective')}</span>
      <strong>{words}</strong>
    </button>
  )
}
