import { useTranslation } from 'react-i18next'
import { type Action, reachOf } from '#api/policy'
import { useSession } from '../../session.ts'
import { useAreas } from '../../shell/scope.ts'
import { useMoment } from '../../time/moment.ts'

/** Why the reader cannot publish for a municipality, in words; undefined when nothing stands in the way. */
export function useMayPublish(municipality: string): string | undefined {
  const region = useAreas().data?.municipalities.find(({ code }) => code === municipality)?.region
  return useWhy('municipality.publish', { municipality, region: region ?? null })
}

/** Why the reader cannot propose an agreement for a region. */
export function useMayPropose(region: string): string | undefined {
  return useWhy('palliative.propose', { municipality: null, region })
}

/** Why the reader cannot write down who is in a region's agreement and what is known of the supply. */
export function useMayRegister(region: string): string | undefined {
  return useWhy('register.change', { municipality: null, region })
}

function useWhy(
  action: Action,
  about: { readonly municipality: string | null; readonly region: string | null },
): string | undefined {
  const { t } = useTranslation()
  const session = useSession()
  const { past } = useMoment()
  if (past) return t('cases.write.past')
  if (session === undefined) return undefined
  const { user } = session
  if (user === null) return t('cases.write.signIn')
  const reach = reachOf(user.role, action)
  const own = {
    all: true,
    own: false,
    region: user.organisation === about.region,
    municipality: user.organisation === about.municipality,
  }
  return reach !== null && own[reach] ? undefined : t('cases.write.noRight')
}
