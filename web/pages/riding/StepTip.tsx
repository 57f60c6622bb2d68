import { useTranslation } from 'react-i18next'
import { capacity, date } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'

/** The day under the pointer or the focus with its hours. A picture of what the slider says. */
export function StepTip({
  left,
  flip,
  day,
  number,
  hours,
  granted,
  over,
}: {
  readonly left: number
  /** To the left of the day, near the right edge. */
  readonly flip: boolean
  readonly day: string
  /** Number of the case laid over. */
  readonly number: string | null
  readonly hours: number
  readonly granted: number | null
  readonly over: number
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const say = (hoursTenths: number) => capacity(hoursTenths, 'hoursTenths', language)
  return (
    <div className={flip ? 'step-tip flip' : 'step-tip'} style={{ left }} aria-hidden="true">
      <strong>{date(day, language)}</strong>
      <span>
        {say(hours)} {t('riding.hours')}
      </span>
      {granted !== null && number !== null && (
        <span>{t('riding.chart.ifGranted', { number, hours: say(granted) })}</span>
      )}
      {over > 0 && <span className="over">{t('riding.chart.isBreach', { hours: say(over) })}</span>}
    </div>
  )
}
