import './coveragePanel.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { diagnosisGroups } from '#events/diagnosisGroups'
import { type Answer, viewQuery } from '../../api.ts'
import { date, none, number, percent } from '../../format.ts'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useMay } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { useCoverageWords } from '../map/useCoverageWords.ts'
import type { CaseFile } from './caseFile.ts'
import { isOpen } from './progress.ts'

type Effect = Answer<'coverageEffects'>['effects'][number]

/** Minutes that the effects are told for: the limit that the map starts from too. */
const max = 30

/** What the application does to the coverage of every group and service that it touches. */
export function CoveragePanel({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCoverageWords()
  const { past } = useMoment()
  const asked = isOpen(file.row.status) && !past
  const { data, error, refetch } = useQuery({
    ...viewQuery('coverageEffects', { case: file.row.case, max }),
    enabled: asked,
    retry: false,
  })
  const limit = t('coverage.minutes', { count: max })
  // What has been decided changes nothing any more.
  if (!asked) return null
  return (
    <Panel title={t('coverage.effects.title')}>
      <div className="coverage-effects">
        {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && (
          <p className="meta" role="status">
            <span className="spinner" aria-hidden="true" /> {t('coverage.effects.wait')}
          </p>
        )}
        {data?.effects.length === 0 && <p>{t('coverage.effects.none')}</p>}
        {data !== undefined && data.effects.length > 0 && (
          <>
            <p className="meta">{t('coverage.effects.lead', { date: date(data.at.effectiveOn, language), limit })}</p>
            <ul className="plain-list">
              {data.effects.map((effect) => (
                <EffectItem
                  key={`${effect.service} ${effect.group}`}
                  effect={effect}
                  file={file}
                  on={data.at.effectiveOn}
                />
              ))}
            </ul>
            <p className="meta">
              {words.engine(data.proof)}. {t('coverage.basis', { population: words.population(data.proof) })}{' '}
              {t('coverage.proof.version')}:{' '}
              {t('coverage.proof.log', { ordinal: number(data.at.ordinal, language), ground: data.proof.ground })}.
            </p>
          </>
        )}
      </div>
    </Panel>
  )
}

/** One group or service: who comes within the limit, who gets nearer or farther, and where nobody is left. */
function EffectItem({
  effect,
  file,
  on,
}: {
  readonly effect: Effect
  readonly file: CaseFile
  readonly on: Answer<'coverageEffects'>['at']['effectiveOn']
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const may = useMay()
  const { service, group, people, withinBefore, withinAfter, gainWay, loseWay, gaps } = effect
  const share = (within: number) => percent(people === 0 ? null : within / people, language)
  const name = diagnosisGroups.find(({ id }) => id === group)?.words[language]
  const by = (count: number, minutes: number | null) =>
    count === 0
      ? t('coverage.effects.unchanged')
      : t('coverage.effects.by', {
          people: number(rounded(count), language),
          minutes: minutes === null ? none : number(minutes, language, 1),
        })
  return (
    <li>
      <h3>
        {name ?? t(`coverage.service.${service}`)}
        {name !== undefined && service !== 'clinic' && `, ${t(`coverage.service.${service}`)}`}
      </h3>
      <dl className="facts">
        <Fact label={t('coverage.effects.within', { limit: t('coverage.minutes', { count: max }) })}>
          {t('coverage.effects.fromTo', { before: share(withinBefore), after: share(withinAfter) })}
        </Fact>
        <Fact label={t('coverage.effects.shorter')}>{by(effect.shorter, effect.shorterBy)}</Fact>
        <Fact label={t('coverage.effects.longer')}>{by(effect.longer, effect.longerBy)}</Fact>
        {gainWay + loseWay > 0 && (
          <Fact label={t('coverage.effects.wayLabel')}>
            {t('coverage.effects.way', {
              gain: number(rounded(gainWay), language),
              lose: number(rounded(loseWay), language),
            })}
          </Fact>
        )}
        <Fact label={t('coverage.effects.gaps')}>
          {gaps.length === 0
            ? t('coverage.effects.noGaps')
            : gaps
                .map(({ name: called, people: living }) =>
                  t('coverage.effects.gap', { name: called, people: number(rounded(living), language) }),
                )
                .join(', ')}
        </Fact>
      </dl>
      {may('scenario.use') && (
        <Link
          to="/kort"
          search={{
            layers: 'coverage',
            scenario: `case-${file.row.case}`,
            asOf: on,
            ...(group === null ? {} : { group }),
            ...(service === 'clinic' ? {} : { service }),
          }}
        >
          {t('coverage.effects.openMap')}
        </Link>
      )}
    </li>
  )
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Modelled people to the hundred, and never to none while there is somebody. */
function rounded(people: number): number {
  return people === 0 ? 0 : Math.max(100, Math.round(people / 100) * 100)
}
