import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date, percent } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import { CoverageProof } from './CoverageProof.tsx'
import { coveredShare } from './coverageShare.ts'
import { useUsersWords } from './useUsersWords.ts'

/** The area's expected users and how many of them are within the limit; nothing for a service without groups. */
export function CoverageUsers({
  answer,
  before,
}: {
  readonly answer: Answer<'coverage'>
  readonly before: Answer<'coverage'> | undefined
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useUsersWords()
  const { users } = answer
  if (users === null) return null
  const said =
    users.told.state === 'value'
      ? t('coverage.users.total', { people: words.plain(users.told), within: words.within(users) })
      : t('coverage.users.notTold', { why: words.full(users.told) })
  const shares =
    users.share === null
      ? ''
      : t('coverage.users.shares', {
          users: percent(users.share, language, 1),
          inhabitants: percent(coveredShare(answer), language, 1),
        })
  const was = before?.users ?? null
  const early =
    before === undefined || was === null
      ? ''
      : t('coverage.users.before', { date: date(before.at.effectiveOn, language), people: words.within(was) })
  return (
    <div className="layer-note">
      {said} {shares} {early} <CoverageProof answer={answer} figure="users" what={said} />
    </div>
  )
}
