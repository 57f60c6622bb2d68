import { caseNumber } from '#events/say/caseNumber'
import './rulings.css'
import '../cases/casePage.css'
import '../cases/ruling.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { date, instant } from '../../format.ts'
import { AwaitedPage } from '../../parts/Awaited.tsx'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { NoticeBoard, useNotice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Select } from '../../parts/Select.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { ApplicationCompared } from './ApplicationCompared.tsx'
import { FiguresCompared } from './FiguresCompared.tsx'
import { FindingsCompared } from './FindingsCompared.tsx'
import { HearingsCompared } from './HearingsCompared.tsx'
import { MapsCompared } from './MapsCompared.tsx'
import { RulingSaid, SincePanel } from './RulingSaid.tsx'
import { differencesIn, type Replay } from './replayAnswer.ts'
import { SealLine } from './SealLine.tsx'

/** A past case as the committee knew it when it ruled, beside what is known now. */
export function ReplayPage() {
  const { t } = useTranslation()
  const { case: id } = useParams({ from: '/sager/$case/afgoerelse' })
  const { ruling } = useSearch({ from: '/sager/$case/afgoerelse' })
  const asked = { case: id, ...(ruling === undefined ? {} : { ruling }) }
  const { data, error, refetch } = useQuery(viewQuery('rulingReplay', asked))
  if (data === undefined)
    return (
      <AwaitedPage
        title={caseNumber(id)}
        error={error}
        onRetry={() => void refetch()}
        missing={
          <EmptyState icon="file" title={t('rulings.replay.notFound')} text={t('rulings.replay.notFoundWhy')}>
            <Link to="/sager/afgoerelser" className="button button-secondary">
              {t('rulings.list.link')}
            </Link>
          </EmptyState>
        }
      />
    )
  return (
    <NoticeBoard>
      <ReplayView replay={data} />
    </NoticeBoard>
  )
}

function ReplayView({ replay }: { readonly replay: Replay }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const navigate = useNavigate({ from: '/sager/$case/afgoerelse' })
  const { show } = useSearch({ from: '/sager/$case/afgoerelse' })
  const { row, ruling, moment } = replay
  const onlyChanged = show === 'changed'
  const count = differencesIn(replay)
  const about = `${words.type(row.type)}, ${row.applicant}`
  const lead = t('rulings.replay.lead', {
    about,
    outcome: words.ruling(ruling.outcome),
    date: date(moment.ruledOn, language),
  })
  return (
    <Page
      title={t('rulings.replay.title', { number: ruling.number })}
      wide
      lead={
        <>
          {lead} {ruling.withdrawn && <strong>{t('rulings.replay.withdrawn')}</strong>}
        </>
      }
      aside={<Actions replay={replay} />}
    >
      <div className="replay">
        <section className="panel replay-sum" aria-label={t('rulings.replay.columns.known')}>
          <p className={count === 0 ? 'replay-same' : 'replay-differs'}>
            {count === 0 ? t('rulings.replay.same') : t('rulings.replay.differs', { count })}
          </p>
          <p className="muted">
            {t('rulings.replay.columns.known')}: {t('rulings.replay.until', { at: instant(moment.knownAt, language) })},{' '}
            {t('rulings.replay.today', { date: date(moment.effectiveOn, language) })}. {t('rulings.replay.without')}
          </p>
          <SealLine seal={replay.seal} />
          <div className="replay-tools">
            <Switch
              label={t('rulings.replay.onlyChanged')}
              on={onlyChanged}
              onChange={(on) =>
                void navigate({
                  search: ({ show: _, ...was }) => ({ ...was, ...(on ? { show: 'changed' as const } : {}) }),
                  replace: true,
                })
              }
            />
            {replay.rulings.length > 1 && (
              <Select
                label={t('rulings.replay.several')}
                showLabel
                value={ruling.number}
                options={replay.rulings.map((number) => ({ value: number, label: number }))}
                onChange={(number) => void navigate({ search: (was) => ({ ...was, ruling: number }) })}
              />
            )}
          </div>
        </section>
        <ApplicationCompared replay={replay} onlyChanged={onlyChanged} />
        <FiguresCompared replay={replay} onlyChanged={onlyChanged} />
        <FindingsCompared replay={replay} onlyChanged={onlyChanged} />
        <HearingsCompared replay={replay} onlyChanged={onlyChanged} />
        <MapsCompared replay={replay} />
        <div className="replay-end">
          <RulingSaid replay={replay} />
          <SincePanel replay={replay} />
        </div>
      </div>
    </Page>
  )
}

function Actions({ replay: { row, ruling } }: { readonly replay: Replay }) {
  const { t } = useTranslation()
  const say = useNotice()
  const copy = () => {
    const url = new URL(window.location.href)
    // The ruling stays the same one, also when the case gets another.
    url.searchParams.set('ruling', ruling.number)
    void navigator.clipboard.writeText(url.toString()).then(() => say({ text: t('rulings.replay.copied') }))
  }
  return (
    <div className="replay-actions">
      <Link to="/sager/$case" params={{ case: row.case }} className="button button-text">
        {t('rulings.replay.toCase')} {row.number}
      </Link>
      <Link to="/sager/$case/bilag" params={{ case: row.case }} className="button button-secondary">
        {t('papers.open')}
      </Link>
      <Button icon="link" onPress={copy}>
        {t('rulings.replay.copyLink')}
      </Button>
      <Button onPress={() => window.print()}>{t('rulings.replay.print')}</Button>
    </div>
  )
}
