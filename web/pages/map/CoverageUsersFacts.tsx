import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date, number, percent } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import { isReported } from '../caps/capsAnswer.ts'
import { SizePrevalence, SizeVersion } from '../caps/SizeSource.tsx'
import { coveredShare } from './coverageShare.ts'
import { ProofFact } from './ProofFact.tsx'
import { useUsersWords } from './useUsersWords.ts'

type Coverage = Answer<'coverage'>

/** What expected users are made of: the counts as they may be told, both shares, prevalence and uptake with their sources. */
export function CoverageUsersFacts({
  answer,
  users,
}: {
  readonly answer: Coverage
  readonly users: NonNullable<Coverage['rows'][number]['users']>
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useUsersWords()
  if (answer.users === null) return null
  const { size, populationAsOf, share } = answer.users
  const reported = isReported(size, 'users')
  const [own] = size.sources.filter(({ basis }) => basis === 'users')
  const [persons] = size.sources.filter(({ basis }) => basis === 'prevalence')
  const isAll = users === answer.users
  return (
    <>
      <ProofFact label={t('coverage.users.title')} value={words.full(users.told)} />
      <ProofFact
        label={t('coverage.users.within')}
        value={users.within.state === 'value' ? words.within(users) : words.full(users.within)}
      />
      <ProofFact label={t('coverage.users.ofInhabitants')} value={percent(coveredShare(answer), language, 1)} />
      {isAll && share !== null && <ProofFact label={t('coverage.users.ofUsers')} value={percent(share, language, 1)} />}
      {reported ? (
        <ProofFact label={t('coverage.users.reported')} value={<SizeVersion name={null} from={own} />} />
      ) : (
        <>
          <ProofFact
            label={t('caps.proof.prevalence')}
            value={
              <>
                {size.prevalence === null ? t('caps.told.unknown') : <SizePrevalence of={size.prevalence} />}{' '}
                <SizeVersion name={null} from={persons} />
              </>
            }
          />
          <ProofFact
            label={t('caps.proof.uptake')}
            value={
              <>
                {size.uptakePercent === null ? t('caps.told.unknown') : percent(size.uptakePercent / 100, language, 0)}{' '}
                <SizeVersion name={null} from={own} />
              </>
            }
          />
          <ProofFact
            label={t('coverage.users.population')}
            value={t('caps.proof.population', { date: date(populationAsOf, language) })}
          />
        </>
      )}
      <ProofFact label={t('coverage.users.minCell')} value={number(answer.users.minCell, language)} />
    </>
  )
}
