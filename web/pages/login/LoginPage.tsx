import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DemoPerson } from '#api/session'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { Icon, type IconName } from '../../parts/Icon.tsx'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useSession, useSignIn, useSignOut } from '../../session.ts'
import { areaName, useAreas } from '../../shell/scope.ts'

const icons: Partial<Record<DemoPerson['role'], IconName>> = {
  secretariat: 'file',
  committee: 'check',
  municipality: 'inbox',
  planner: 'layers',
  public: 'map',
}

/** The demo login: choose a role. Exists only while demonstration data is loaded; the service refuses it otherwise. */
export function LoginPage() {
  const { t } = useTranslation()
  const session = useSession()
  const areas = useAreas().data
  const signIn = useSignIn()
  const signOut = useSignOut()
  const navigate = useNavigate()
  const toMap = () => void navigate({ to: '/kort', search: ({ region: _, ...rest }) => rest })
  if (session === undefined) {
    return (
      <Page title={t('login.title')}>
        <Skeleton />
      </Page>
    )
  }
  if (!session.demo) {
    return (
      <Page title={t('shell.signIn')}>
        <EmptyState icon="lock" title={t('login.refusedTitle')} text={t('login.refusedText')} />
      </Page>
    )
  }
  return (
    <Page title={t('login.title')} lead={t('login.lead')}>
      {signIn.isError && <ErrorState error={signIn.error} onRetry={() => signIn.reset()} />}
      <ul className="role-cards">
        {session.demoPeople
          .filter(({ role }) => role !== 'public')
          .map((person) => (
            <li key={person.userId}>
              <button
                type="button"
                aria-current={session.user?.userId === person.userId || undefined}
                onClick={() => signIn.mutate({ userId: person.userId }, { onSuccess: toMap })}
              >
                <Icon name={icons[person.role] ?? 'user'} size={20} />
                <span>
                  <strong>{t(`shell.role.${person.role}`)}</strong>
                  <span>{areaName(areas, person.organisation)}</span>
                  <span className="meta">{t(`login.does.${person.role}`)}</span>
                </span>
              </button>
            </li>
          ))}
        <li>
          <button
            type="button"
            aria-current={session.user === null || undefined}
            onClick={() => signOut.mutate(undefined, { onSuccess: toMap })}
          >
            <Icon name="map" size={20} />
            <span>
              <strong>{t('login.publicTitle')}</strong>
              <span>{t('login.open')}</span>
              <span className="meta">{t('login.publicText')}</span>
            </span>
          </button>
        </li>
      </ul>
    </Page>
  )
}
