import { useTranslation } from 'react-i18next'
import { reachOf } from '#api/policy'
import type { RegionCode } from '#events/identifiers'
import { useSession } from '../../session.ts'
import { useMoment } from '../../time/moment.ts'

/**
 * Why the reader cannot decide about a region's parameters, in words; undefined when nothing stands in the way. The date
 * looked at may be any: a decision names its own. What was known earlier can only be read.
 */
export function useMayDecide(region: RegionCode): string | undefined {
  const { t } = useTranslation()
  const session = useSession()
  const { asKnownAt } = useMoment()
  if (asKnownAt !== undefined) return t('cases.write.past')
  if (session === undefined) return undefined
  if (session.user === null) return t('cases.write.signIn')
  const reach = reachOf(session.user.role, 'plan.change')
  if (reach === null) return t('rules.decide.noRight')
  return reach === 'region' && session.user.organisation !== region ? t('rules.decide.otherRegion') : undefined
}
