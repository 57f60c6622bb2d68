import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Icon } from '../parts/Icon.tsx'
import { useSession, useSignOut } from '../session.ts'
import { areaName, useAreas } from './scope.ts'

/** Who the reader is: a role and an organisation, never a name. Opens a menu with the ways to change it. */
export function Account() {
  const { t } = useTranslation()
  const session = useSession()
  const { href, pathname } = useLocation()
  const next = pathname === '/log-ind' ? undefined : href
  const areas = useAreas().data
  const signOut = useSignOut()
  if (session === undefined) return null
  if (session.user === null) {
    return (
      <Link to="/log-ind" search={{ next }} className="button button-secondary sign-in">
        <Icon name="user" />
        <span>{t('shell.signIn')}</span>
      </Link>
    )
  }
  const role = t(`shell.role.${session.user.role}`)
  const organisation = areaName(areas, session.user.organisation)
  return (
    <details className="account">
      <summary aria-label={`${t('shell.account')}: ${role}, ${organisation}`}>
        <span className="avatar" aria-hidden="true">
          {initials(role)}
        </span>
        <span className="account-words">
          <strong>{role}</strong>
          <span>{organisation}</span>
        </span>
      </summary>
      <div className="account-menu">
        <Link to="/log-ind">{t('shell.changeRole')}</Link>
        <button type="button" onClick={() => signOut.mutate()}>
          {t('shell.signOut')}
        </button>
      </div>
    </details>
  )
}

function initials(role: string): string {
  return role.slice(0, 2).toUpperCase()
}
