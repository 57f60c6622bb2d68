import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../parts/Icon.tsx'
import { loginAddress, useMay, useSession, useSignOut } from '../session.ts'
import { areaName, useAreas } from './scope.ts'

/** Who the reader is: a role and an organisation, never a name. Opens a menu with the ways to change it. */
export function Account() {
  const { t } = useTranslation()
  const session = useSession()
  const may = useMay()
  const { href, pathname } = useLocation()
  const next = pathname === '/log-ind' ? undefined : href
  const areas = useAreas().data
  const signOut = useSignOut()
  if (session === undefined) return null
  if (session.user === null) {
    const words = (
      <>
        <Icon name="user" />
        <span>{t('shell.signIn')}</span>
      </>
    )
    const className = 'button button-secondary sign-in'
    // With the organisations' login and nothing else to choose, one press is enough.
    return session.login && session.demoPeople.length === 0 ? (
      <a href={loginAddress(next)} className={className}>
        {words}
      </a>
    ) : (
      <Link to="/log-ind" search={{ next }} className={className}>
        {words}
      </Link>
    )
  }
  const role = t(`shell.role.${session.user.role}`)
  const organisation = areaName(areas, session.user.organisation)
  return (
    <details className="account">
      <summary aria-label={[`${t('shell.account')}: ${role}`, organisation].filter(Boolean).join(', ')}>
        <span className="avatar" aria-hidden="true">
          {initials(role)}
        </span>
        <span className="account-words">
          <strong>{role}</strong>
          <span>{organisation}</span>
        </span>
      </summary>
      <div className="account-menu">
        {session.demoPeople.length > 0 && <Link to="/log-ind">{t('shell.changeRole')}</Link>}
        {may('persons.read') && <Link to="/personer">{t('persons.title')}</Link>}
        {may('accessLog.read') && <Link to="/adgangslog">{t('accessLog.title')}</Link>}
        <button type="button" onClick={() => signOut.mutate({})}>
          {t('shell.signOut')}
        </button>
        {session.login && (
          <button type="button" onClick={() => signOut.mutate({ everywhere: true })}>
            {t('shell.signOutEverywhere')}
          </button>
        )}
      </div>
    </details>
  )
}

function initials(role: string): string {
  return role.slice(0, 2).toUpperCase()
}
