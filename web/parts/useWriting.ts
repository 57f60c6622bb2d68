import { useTranslation } from 'react-i18next'
import type { Action } from '#api/policy'
import { useSession } from '../session.ts'
import { useMoment } from '../time/moment.ts'

/** Why the reader cannot do an action right now, in words; undefined when nothing stands in the way. */
export function useWriting(): (action: Action) => string | undefined {
  const { t } = useTranslation()
  const session = useSession()
  const { past } = useMoment()
  return (action) => {
    if (past) return t('cases.write.past')
    if (session === undefined || session.actions.includes(action)) return undefined
    return session.user === null ? t('cases.write.signIn') : t('cases.write.noRight')
  }
}
