import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EffectiveDate } from '#events/time'
import { date, instant } from '../format.ts'
import { Button } from '../parts/Button.tsx'
import { Icon } from '../parts/Icon.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { Switch } from '../parts/Switch.tsx'
import { useSession } from '../session.ts'
import { useLanguage } from '../text/i18n.ts'
import { dateAt } from './axis.ts'
import { DateField } from './DateField.tsx'
import { useMoment } from './moment.ts'
import { useTwoTimes } from './useTwoTimes.ts'

export const timeBarId = 'time-bar'

/** The moment looked at, on every page. Moves focus to the time bar where it is shown, else opens the dates in a sheet. */
export function TimePill() {
  const { t } = useTranslation()
  const language = useLanguage()
  const moment = useMoment()
  const [open, setOpen] = useState(false)
  if (moment.on === undefined || moment.today === undefined) return null
  const on = date(moment.on, language)
  const words = moment.on === moment.today ? t('time.todayDate', { date: on }) : on
  return (
    <>
      <button
        type="button"
        className={moment.past ? 'time-pill time-pill-past' : 'time-pill'}
        aria-label={t('time.pill', { date: words })}
        onClick={() => {
          const handle = document.querySelector<HTMLElement>(`#${timeBarId} [role=slider]`)
          if (handle?.checkVisibility() === true) handle.focus()
          else setOpen(true)
        }}
      >
        <Icon name="calendar" />
        <span className="time-pill-label">{t('shell.effective')}</span>
        <strong className="time-pill-long">{words}</strong>
        <strong className="time-pill-short">{on}</strong>
      </button>
      <Sheet title={t('time.bar')} open={open} onClose={() => setOpen(false)}>
        <Dates today={moment.today} />
      </Sheet>
    </>
  )
}

function Dates({ today }: { readonly today: EffectiveDate }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const session = useSession()
  const times = useTwoTimes(today)
  const now = session === undefined ? '' : instant(session.now, language)
  return (
    <div className="time-sheet">
      <span className="meta">{t('time.effective')}</span>
      <DateField
        label={t('time.typeEffective')}
        shown={date(dateAt(times.effective), language)}
        value={dateAt(times.effective)}
        onChange={(on) => times.set('effective', on)}
      />
      <span className="meta">{t('time.recorded')}</span>
      <DateField
        label={t('time.typeRecorded')}
        shown={times.recorded >= times.today ? now : date(dateAt(times.recorded), language)}
        value={dateAt(times.recorded)}
        max={today}
        onChange={(on) => times.set('recorded', on)}
      />
      <Switch label={t('time.link')} on={times.linked} onChange={times.setLinked} />
      <Button onPress={times.toToday}>{t('time.today')}</Button>
    </div>
  )
}
