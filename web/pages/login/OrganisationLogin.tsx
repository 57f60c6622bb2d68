import { useTranslation } from 'react-i18next'
import type { LoginProblem } from '#api/session'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { type KnownSession, loginAddress, useSignOut } from '../../session.ts'
import { areaName, useAreas } from '../../shell/scope.ts'

/** Signing in with the organisation's own account: the way there, and what came of the last attempt. */
export function OrganisationLogin({
  session,
  problem,
  next,
}: {
  readonly session: KnownSession
  readonly problem: LoginProblem | undefined
  readonly next: string | undefined
}) {
  const { t } = useTranslation()
  const areas = useAreas().data
  const signOut = useSignOut()
  if (session.user !== null && !session.ended) {
    const who = [t(`shell.role.${session.user.role}`), areaName(areas, session.user.organisation)].filter(Boolean)
    return (
      <EmptyState icon="check" tone="ok" title={who.join(' · ')} text={t('login.organisation.signedIn')}>
        <button type="button" className="button button-secondary" onClick={() => signOut.mutate({})}>
          {t('shell.signOut')}
        </button>
      </EmptyState>
    )
  }
  const said = problem === undefined ? 'start' : problem
  return (
    <div role={problem === undefined ? undefined : 'alert'}>
      <EmptyState
        icon={problem === undefined ? 'lock' : 'warning'}
        title={t(`login.organisation.${said}.title`)}
        text={t(`login.organisation.${said}.text`)}
      >
        <a href={loginAddress(next, problem === 'noRole')} className="button button-primary">
          {t(problem === 'noRole' ? 'login.organisation.another' : 'login.organisation.signIn')}
        </a>
        <a href={next ?? '/kort'} className="button button-secondary">
          {t('login.open')}
        </a>
      </EmptyState>
    </div>
  )
}
