import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { DemoPerson } from '#api/session'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { Icon, type IconName } from '../../parts/Icon.tsx'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useSession, useSignIn, useSignOut } from '../../session.ts'
import { areaName, useAreas } from '../../shell/scope.ts'
import { OrganisationLogin } from './OrganisationLogin.tsx'

const icons: Partial<Record<DemoPerson['role'], IconName>> = {
  secretariat: 'file',
  committee: 'check',
  municipality: 'inbox',
  planner: 'layers',
  public: 'map',
}

const roles = [
  'secretariat',
  'committee',
  'nationalCommittee',
  'planner',
  'municipality',
  'clinic',
  'registrar',
] as const

/**
 * The organisation's login where one is set up, and the demo's: choose a role. The latter exists on this computer only,
 * while demonstration data is loaded; the service refuses it otherwise.
 */
export function LoginPage() {
  const { t } = useTranslation()
  const session = useSession()
  const areas = useAreas().data
  const signIn = useSignIn()
  const signOut = useSignOut()
  const navigate = useNavigate()
  const router = useRouter()
  const { next, login: problem } = useSearch({ from: '/log-ind' })
  // Back to the page that asked for a login, else to where the new role begins, in its own region.
  const onward = () =>
    next === undefined
      ? void navigate({ to: '/', search: ({ region: _, next: __, tab: ___, login: ____, ...rest }) => rest })
      : router.history.push(next)
  if (session === undefined) {
    return (
      <Page title={t('login.title')}>
        <Skeleton />
      </Page>
    )
  }
  const organisation = session.login && <OrganisationLogin session={session} problem={problem} next={next} />
  if (session.demoPeople.length === 0) {
    return (
      <Page title={t('shell.signIn')}>
        {organisation || <EmptyState icon="lock" title={t('login.refusedTitle')} text={t('login.refusedText')} />}
      </Page>
    )
  }
  return (
    <Page title={t('login.title')} lead={t('login.lead')}>
      {organisation}
      {signIn.isError && <ErrorState error={signIn.error} onRetry={() => signIn.reset()} />}
      {roles.map((role) => {
        const people = session.demoPeople.filter((person) => person.role === role)
        return people.length === 0 ? null : (
          <section key={role} className="role" aria-labelledby={`role-${role}`}>
            <Icon name={icons[role] ?? 'user'} size={20} />
            <div>
              <h2 id={`role-${role}`}>{t(`shell.role.${role}`)}</h2>
              <p className="meta">{t(`login.does.${role}`)}</p>
            </div>
            <ul className="role-places">
              {people.map((person) => {
                const organisation = areaName(areas, person.organisation)
                const current = session.user?.userId === person.userId
                return (
                  <li key={person.userId}>
                    <button
                      type="button"
                      aria-current={current || undefined}
                      aria-label={t('login.choose', { role: t(`shell.role.${role}`), organisation })}
                      onClick={() => signIn.mutate({ userId: person.userId }, { onSuccess: onward })}
                    >
                      {organisation || t(`shell.role.${role}`)}
                    </button>
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
      <section className="role" aria-labelledby="role-open">
        <Icon name="map" size={20} />
        <div>
          <h2 id="role-open">{t('login.publicTitle')}</h2>
          <p className="meta">{t('login.publicText')}</p>
        </div>
        <ul className="role-places">
          <li>
            <button
              type="button"
              aria-current={session.user === null || undefined}
              onClick={() => signOut.mutate({}, { onSuccess: onward })}
            >
              {t('login.open')}
            </button>
          </li>
        </ul>
      </section>
    </Page>
  )
}
