import './caps.css'
import './board.css'
import './proof.css'
import { useTranslation } from 'react-i18next'
import type { Params } from '../../api.ts'
import { date, instant } from '../../format.ts'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { LongAnswer } from '../../parts/LongAnswer.tsx'
import { useTitle } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useLasting } from '../../parts/useLasting.ts'
import { useScope } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { AsOfBar } from '../../time/AsOfBar.tsx'
import { useMoment } from '../../time/moment.ts'
import { ScenariosPanel } from '../laboratory/ScenariosPanel.tsx'
import { Board } from './Board.tsx'
import { CapsExport } from './CapsExport.tsx'
import { CapsTools } from './CapsTools.tsx'
import { ChecksPanel } from './ChecksPanel.tsx'
import { ChildrenPanel } from './ChildrenPanel.tsx'
import { type Caps, hasAdopted, planBasis } from './capsAnswer.ts'
import { FamiliesPanel } from './FamiliesPanel.tsx'
import { GroupPanel } from './GroupPanel.tsx'
import { Proof } from './Proof.tsx'
import { useCaps } from './useCaps.ts'
import { type CapsChoice, useCapsChoice } from './useCapsChoice.ts'
import { useNear } from './useNear.ts'

/** Screen 4: caps on documented competence by area and group, and how each is made. */
export function CapsPage() {
  const { t } = useTranslation()
  const [choice, change] = useCapsChoice()
  const { params } = useMoment()
  const { region } = useScope()
  const { kind, set } = choice
  const isAsked = kind !== 'set' || set.length > 0
  const { data, error, waiting, cancelled, cancel, again } = useCaps(
    {
      ...params,
      kind,
      ...(kind === 'council' && region !== null ? { region } : {}),
      ...(kind === 'set' ? { municipalities: set.join(',') } : {}),
      grandfathering: choice.grandfathered ? 'on' : 'off',
    } as Params<'caps'>,
    isAsked,
  )
  const isLong = useLasting(waiting)
  // The last answer stays until the next is there, but never under the name of another kind of area.
  const shown = isAsked && data?.kind === kind ? data : undefined
  useTitle(t('caps.title'))
  return (
    <div className="page page-wide caps-page">
      <Head data={shown} />
      <ScenariosPanel />
      <CapsTools choice={choice} basis={choice.basis ?? planBasis(shown?.areas ?? [])} onChange={change} />
      {isLong && <LongAnswer view="caps" preparing={t('caps.wait.preparing')} onCancel={cancel} />}
      {cancelled && shown !== undefined && (
        <p className="long-answer" role="status">
          {t('caps.wait.cancelledKept')}
          <Button kind="text" onPress={again}>
            {t('caps.wait.again')}
          </Button>
        </p>
      )}
      {!isAsked ? (
        <section className="panel">
          <EmptyState icon="map" title={t('caps.set.emptyTitle')} text={t('caps.set.emptyText')} />
        </section>
      ) : error !== null ? (
        <section className="panel">
          <Failed error={error} onRetry={again} />
        </section>
      ) : shown === undefined && cancelled ? (
        <section className="panel">
          <EmptyState icon="table" title={t('caps.wait.cancelled')} text={t('caps.wait.cancelledText')}>
            <Button kind="primary" onPress={again}>
              {t('caps.wait.again')}
            </Button>
          </EmptyState>
        </section>
      ) : shown === undefined ? (
        <section className="panel">
          <Skeleton rows={12} />
        </section>
      ) : shown.areas.length === 0 ? (
        <section className="panel">
          <EmptyState
            icon="map"
            title={t(choice.kind === 'council' ? 'caps.councilEmptyTitle' : 'caps.regionEmptyTitle')}
            text={t(choice.kind === 'council' ? 'caps.councilEmptyText' : 'caps.regionEmptyText')}
          >
            {choice.kind === 'council' && (
              <Button kind="primary" onPress={() => change({ kind: 'region' })}>
                {t('caps.kind.region')}
              </Button>
            )}
            <Button onPress={() => change({ kind: 'set' })}>{t('caps.kind.set')}</Button>
          </EmptyState>
        </section>
      ) : (
        <Content data={shown} choice={choice} onChange={change} />
      )}
      <AsOfBar municipality={null} />
    </div>
  )
}

function Head({ data }: { readonly data: Caps | undefined }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <header className="page-head">
      <div>
        <h1>
          {t('caps.title')}
          <span className="caps-proposal">
            <Icon name="warning" size={14} />
            {t(data !== undefined && hasAdopted(data) ? 'caps.proposalRest' : 'caps.proposal')}
          </span>
        </h1>
        <p className="page-lead caps-source">
          <Icon name="source" size={14} /> {t('caps.source')}. {t('caps.proposalNote')}
        </p>
        {data !== undefined && (
          <p className="caps-print">
            {[
              t('caps.proof.register', {
                date: date(data.at.effectiveOn, language),
                known:
                  data.at.recordedAt === 'now'
                    ? t('caps.proof.knownNow')
                    : t('caps.proof.knownAt', { at: instant(data.at.recordedAt, language) }),
              }),
              t('caps.proof.population', { date: date(data.populationAsOf, language) }),
              t(data.at.synthetic ? 'caps.csv.synthetic' : 'caps.csv.register'),
            ].join('. ')}
          </p>
        )}
      </div>
      {data !== undefined && data.areas.length > 0 && (
        <div className="page-aside">
          <Button onPress={() => window.print()}>{t('caps.print')}</Button>
          <CapsExport data={data} />
        </div>
      )}
    </header>
  )
}

function Content({
  data,
  choice,
  onChange,
}: {
  readonly data: Caps
  readonly choice: CapsChoice
  readonly onChange: (change: Partial<CapsChoice>) => void
}) {
  const basis = choice.basis ?? planBasis(data.areas)
  const group = data.groups.find(({ id }) => id === choice.group)?.id ?? data.groups[0]?.id ?? ''
  const near = useNear(data, group)
  return (
    <>
      <div className="caps-columns">
        <div className="caps-main">
          <Board data={data} basis={basis} group={group} choice={choice} onChange={onChange} />
          <FamiliesPanel data={data} basis={basis} />
          <ChildrenPanel data={data} />
        </div>
        <div className="caps-side">
          <GroupPanel data={data} group={group} basis={basis} near={near} />
          <ChecksPanel data={data} group={group} basis={basis} grandfathered={choice.grandfathered} near={near} />
        </div>
      </div>
      <Proof
        data={data}
        area={data.areas.find(({ code }) => code === choice.proof)}
        group={group}
        basis={basis}
        onChange={onChange}
      />
    </>
  )
}
