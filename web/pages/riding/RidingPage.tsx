import './riding.css'
import './agreements.css'
import './timeline.css'
import './ridingMap.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RegionCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import { viewQuery } from '../../api.ts'
import { date } from '../../format.ts'
import { ChooseRegion } from '../../parts/ChooseRegion.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { useTitle } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useSession } from '../../session.ts'
import { areaName, useAreas, useScope } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { AsOfBar } from '../../time/AsOfBar.tsx'
import { useMoment } from '../../time/moment.ts'
import { type Agreement, pendingIn, type Riding, selectedIn } from './agreements.ts'
import { CapacityPanel } from './CapacityPanel.tsx'
import { Coming } from './Coming.tsx'
import { ExportButton } from './ExportButton.tsx'
import { Ledger } from './Ledger.tsx'
import { WorkList } from './WorkList.tsx'

/** Screen 5: the region's riding therapy on any day, and what its open cases would change. */
export function RidingPage() {
  const { t } = useTranslation()
  const { region } = useScope()
  useTitle(t('riding.title'))
  return (
    <div className="page page-wide riding-page">
      {region === null ? (
        <>
          <h1>{t('riding.title')}</h1>
          <ChooseRegion icon="diamond" title={t('riding.region')} text={t('riding.chooseRegion')} />
        </>
      ) : (
        <OfRegion region={region} />
      )}
    </div>
  )
}

function OfRegion({ region }: { readonly region: RegionCode }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { sel, case: asked } = useSearch({ from: '/ridefysioterapi' })
  const navigate = useNavigate({ from: '/ridefysioterapi' })
  const moment = useMoment()
  const today = useSession()?.today
  const areas = useAreas().data
  const { data, error, refetch } = useQuery({
    ...viewQuery('riding', { ...moment.params, region }),
    placeholderData: (was) => was,
  })
  const selected = data === undefined ? null : selectedIn(data.rows, sel)
  const on = data?.at.effectiveOn
  return (
    <>
      <Head data={data} selected={selected} on={on} />
      {error !== null ? (
        <section className="panel">
          <Failed error={error} onRetry={() => void refetch()} />
        </section>
      ) : data === undefined || on === undefined || today === undefined ? (
        <section className="panel">
          <Skeleton rows={12} />
        </section>
      ) : (
        <>
          <CapacityPanel
            data={data}
            pending={pendingIn(data.pending, asked, selected)}
            on={on}
            today={today}
            onCase={(id) =>
              void navigate({ search: (was) => ({ ...was, case: id }), replace: true, resetScroll: false })
            }
          />
          {data.rows.length === 0 ? (
            <section className="panel">
              <EmptyState
                icon="diamond"
                title={t('riding.emptyTitle')}
                text={t('riding.emptyText', { region: areaName(areas, region), date: date(on, language) })}
              />
            </section>
          ) : (
            <>
              <Ledger data={data} selected={selected} />
              <div className="riding-lower">
                <WorkList data={data} />
                <Coming data={data} />
              </div>
            </>
          )}
          <AsOfBar municipality={null} />
        </>
      )}
    </>
  )
}

function Head({
  data,
  selected,
  on,
}: {
  readonly data: Riding | undefined
  readonly selected: Agreement | null
  readonly on: EffectiveDate | undefined
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const navigate = useNavigate({ from: '/ridefysioterapi' })
  const why = useWriting()('case.open')
  return (
    <header className="page-head">
      <div>
        <h1>{t('riding.title')}</h1>
        {data !== undefined && on !== undefined && (
          <p className="page-lead">
            {t('riding.lead', {
              schools:
                data.registeredSchools === data.schools
                  ? t('riding.schools', { count: data.schools })
                  : t('riding.schoolsOf', { count: data.schools, all: data.registeredSchools }),
              agreements: t('riding.agreements', { count: data.rows.length }),
              cases:
                data.pending.length === 0 ? t('riding.noCases') : t('riding.cases', { count: data.pending.length }),
              date: date(on, language),
            })}
          </p>
        )}
      </div>
      <div className="page-aside">
        {data !== undefined && data.rows.length > 0 && <ExportButton data={data} />}
        <Link
          to="/kort"
          search={{ layers: 'ridingSchools', ...(selected === null ? {} : { sel: `school:${selected.school}` }) }}
          className="button button-secondary"
        >
          <Icon name="map" />
          {t('riding.showOnMap')}
        </Link>
        <WriteButton kind="primary" icon="plus" why={why} onPress={() => void navigate({ to: '/sager/ny' })}>
          {t('riding.newCase')}
        </WriteButton>
      </div>
    </header>
  )
}
