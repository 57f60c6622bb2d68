import { useTranslation } from 'react-i18next'
import { problemCodes } from '#api/problem'
import { RequestError } from '../api.ts'
import { Icon } from './Icon.tsx'
import { useProblemWords } from './problem.ts'

/**
 * Why the service said no to what was just sent, beside the button that sent it. Nothing when it did not. Where the
 * session has ended, signing in is another tab's, so that what was written stays and can be sent again.
 */
export function Refused({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  const words = useProblemWords()
  if (error === null || error === undefined) return null
  const { text, code } = words(error)
  const isSignedOut = error instanceof RequestError && error.problem.code === problemCodes.signInNeeded
  return (
    <p className="refused" role="alert" title={code}>
      <Icon name="warning" size={14} /> {isSignedOut ? t('shell.ended.text') : text}{' '}
      {isSignedOut && (
        <a href={signInHere()} target="_blank" rel="noopener">
          {t('shell.ended.signIn')}
        </a>
      )}
    </p>
  )
}

/** The login, and from there to the page that is open. */
function signInHere(): string {
  const { pathname, search } = window.location
  return `/log-ind?${new URLSearchParams({ next: pathname + search }).toString()}`
}
