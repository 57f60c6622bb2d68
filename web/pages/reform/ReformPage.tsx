import './reform.css'
import '../rules/rules.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { firstOfFour, lastOfFive } from '#api/views/reform'
import { viewQuery } from '../../api.ts'
import { date } from '../../format.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { AgreementsPanel } from './AgreementsPanel.tsx'
import { AreasTable } from './AreasTable.tsx'
import type { ColourBy } from './colours.ts'
import { FiguresTable } from './FiguresTable.tsx'
import { PlansTable } from './PlansTable.tsx'
import { ReformCases } from './ReformCases.tsx'
import { ReformDates } from './ReformDates.tsx'
import { ReformExport } from './ReformExport.tsx'
import { ReformMap } from './ReformMap.tsx'
import type { Handover, Reform } from './reformAnswer.ts'
import { UnchangedTable } from './UnchangedTable.tsx'

/** The health reform: two dates side by side, what lies with another region on the second, and what goes with it. */
export function ReformPage() {
  const { t } = useTranslation()
  const { from = lastOfFive, to = firstOfFour, by = 'region' } = useSearch({ from: '/reform' })
  const navigate = useNavigate({ from: '/reform' })
  const { asKnownAt } = useMoment()
  const { data, error, refetch } = useQuery({
    ...viewQuery('reform', { from, to, ...(asKnownAt === undefined ? {} : { asKnownAt }) }),
    placeholderData: (was) => was,
  })
  return (
    <Page
      title={t('reform.title')}
      lead={t('reform.lead')}
      wide
      aside={data !== undefined && <ReformExport reform={data} />}
    >
      <div className="reform">
        <ReformDates
          from={from}
          to={to}
          onChange={(dates) =>
            void navigate({
              search: (was) => ({
                ...was,
                from: dates.from === lastOfFive ? undefined : dates.from,
                to: dates.to === firstOfFour ? undefined : dates.to,
              }),
              replace: true,
            })
          }
        />
        {error !== null ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <Skeleton rows={12} />
        ) : (
          <Content
            reform={data}
            by={by}
            onBy={(chosen) =>
              void navigate({
                search: (was) => ({ ...was, by: chosen === 'council' ? chosen : undefined }),
                replace: true,
              })
            }
          />
        )}
      </div>
    </Page>
  )
}

function Content({
  reform,
  by,
  onBy,
}: {
  readonly reform: Reform
  readonly by: ColourBy
  readonly onBy: (by: ColourBy) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <>
      {reform.handovers.length === 0 && (
        <section className="panel">
          <EmptyState
            icon="map"
            title={t('reform.nothingTitle')}
            text={t('reform.nothingText', { from: date(reform.from, language), to: date(reform.to, language) })}
          />
        </section>
      )}
      <div className="reform-columns">
        <ReformMap reform={reform} by={by} onBy={onBy} />
        <AreasTable reform={reform} />
      </div>
      {reform.handovers.map((handover) => (
        <OneHandover key={handover.municipalities.join()} reform={reform} handover={handover} />
      ))}
      {reform.unchanged.length > 0 && <UnchangedTable reform={reform} />}
    </>
  )
}

function OneHandover({ reform, handover }: { readonly reform: Reform; readonly handover: Handover }) {
  const { t } = useTranslation()
  const named = (side: Handover['before']) =>
    side.length === 0 ? t('reform.noRegion') : side.map(({ name }) => name).join(t('reform.and'))
  return (
    <section className="reform-handover">
      <h2>{t('reform.handover', { before: named(handover.before), after: named(handover.after) })}</h2>
      <p className="page-lead">{t('reform.keeps')}</p>
      <FiguresTable reform={reform} handover={handover} />
      <PlansTable reform={reform} handover={handover} />
      <AgreementsPanel reform={reform} handover={handover} />
      <ReformCases reform={reform} handover={handover} />
    </section>
  )
}
