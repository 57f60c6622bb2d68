import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../parts/Icon.tsx'
import { useLeaveEnded } from '../session.ts'

/**
 * The session has ended while the page was open. Signing in happens in another tab, so that what is written here stays;
 * back on this tab the page goes on by itself.
 */
export function EndedBanner() {
  const { t } = useTranslation()
  const { href } = useLocation()
  const leave = useLeaveEnded()
  return (
    <div className="banner banner-past" role="alert">
      <Icon name="lock" size={18} />
      <span>{t('shell.ended.text')}</span>
      <a href={`/log-ind?${new URLSearchParams({ next: href }).toString()}`} target="_blank" rel="noopener">
        {t('shell.ended.signIn')}
      </a>
      <button type="button" className="link-button" onClick={leave}>
        {t('shell.ended.leave')}
      </button>
    </div>
  )
}
