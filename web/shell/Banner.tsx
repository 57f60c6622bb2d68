import { Trans, useTranslation } from 'react-i18next'
import { date } from '../format.ts'
import { useLive } from '../live.ts'
import { Icon } from '../parts/Icon.tsx'
import { useSession } from '../session.ts'
import { useLanguage } from '../text/i18n.ts'
import { knownDay, useMoment, useSetMoment } from '../time/moment.ts'
import { EndedBanner } from './EndedBanner.tsx'

/** One banner at a time under the top bar: no connection, a session that has ended, or another moment than now. */
export function Banner() {
  const { t } = useTranslation()
  const language = useLanguage()
  const moment = useMoment()
  const setMoment = useSetMoment()
  const { connected } = useLive()
  const session = useSession()
  if (!connected) {
    return (
      <div className="banner banner-offline" role="status">
        <Icon name="offline" size={18} />
        {t('shell.state.offline')}
      </div>
    )
  }
  if (session?.ended) return <EndedBanner />
  if (!moment.past || moment.on === undefined) return null
  const known = knownDay(moment)
  const future = moment.today !== undefined && moment.on > moment.today
  const key = known === undefined ? (future ? 'future' : 'knownNow') : known === moment.on ? 'sameDay' : 'otherDay'
  return (
    <div className="banner banner-past" role="status">
      <Icon name="history" size={18} />
      <span>
        <Trans
          i18nKey={`time.history.${key}`}
          values={{ date: date(moment.on, language), known: date(known ?? null, language) }}
          components={{ b: <strong /> }}
        />
      </span>
      <button
        type="button"
        className="link-button"
        onClick={() => setMoment({ asOf: undefined, asKnownAt: undefined })}
      >
        {t('time.history.back')}
      </button>
    </div>
  )
}
