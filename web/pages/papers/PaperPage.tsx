import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PaperKind } from '#api/views/paper'
import { RequestError, viewQuery } from '../../api.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { useTitle } from '../../parts/Page.tsx'
import { Select } from '../../parts/Select.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useMay } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { PaperSheet } from './PaperSheet.tsx'

/** The papers of a case, at the moment that the reader looks at: read here, printed from here, or taken as a PDF. */
export function PaperPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { case: id } = useParams({ from: '/sager/$case/bilag' })
  const { kind = 'case', municipality } = useSearch({ from: '/sager/$case/bilag' })
  const { params } = useMoment()
  const may = useMay()
  const number = id.replace('-', '/')
  useTitle(t('papers.title', { number }))
  const asked = { kind, case: id, language, ...(municipality === undefined ? {} : { municipality }) }
  const { data, error, refetch } = useQuery(viewQuery('paper', { ...params, ...asked }))
  // The files are of the very paper that is shown: its two times stand in their addresses.
  const fixed = new URLSearchParams({
    ...asked,
    ...(data === undefined ? {} : { asOf: data.paper.stamp.effectiveOn, asKnownAt: data.paper.stamp.recordedAt }),
  })
  return (
    <div className="page page-wide paper-page">
      <header className="paper-tools">
        <nav aria-label={t('cases.header.breadcrumb')}>
          <Link to="/sager/$case" params={{ case: id }}>
            {t('papers.back', { number })}
          </Link>
        </nav>
        <WhichPaper id={id} kind={kind} municipality={municipality} />
        {data !== undefined && (
          <div className="paper-files">
            <a className="button button-primary" href={`/api/papers/pdf?${fixed}`}>
              {t('papers.pdf')}
            </a>
            <Button onPress={() => window.print()}>{t('papers.print')}</Button>
            {may('evidence.read') && (
              <a
                className="button button-secondary"
                href={`/api/papers/evidence?${fixed}`}
                title={t('papers.evidenceWhy')}
              >
                {t('papers.evidence')}
              </a>
            )}
          </div>
        )}
      </header>
      {data !== undefined ? (
        <PaperSheet paper={data.paper} />
      ) : error instanceof RequestError && error.problem.status === 404 ? (
        <EmptyState icon="file" title={t('papers.missing')} text={t('papers.title', { number })} />
      ) : error !== null ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <div role="status" aria-label={t('papers.making')}>
          <Skeleton rows={12} />
        </div>
      )}
    </div>
  )
}

/** The papers that the case has: the one for the meeting, a letter for each municipality that was asked, and the ruling. */
function WhichPaper({
  id,
  kind,
  municipality,
}: {
  readonly id: string
  readonly kind: PaperKind
  readonly municipality: string | undefined
}) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const { params } = useMoment()
  const navigate = useNavigate({ from: '/sager/$case/bilag' })
  const { data } = useQuery(viewQuery('caseFile', { ...params, case: id }))
  const sent = (data?.consultations ?? []).filter(({ sentOn }) => sentOn !== null)
  const options = [
    { value: 'case', label: t('papers.case') },
    ...sent.map(({ municipality: code }) => ({
      value: `hearing ${code}`,
      label: t('papers.hearing', { municipality: names.municipality(code) }),
    })),
    ...(data?.ruling == null ? [] : [{ value: 'ruling', label: t('papers.ruling') }]),
  ]
  return (
    <Select
      label={t('papers.which')}
      showLabel
      value={kind === 'hearing' ? `hearing ${municipality ?? ''}` : kind}
      options={options}
      onChange={(value) => {
        const [chosen, code] = value.split(' ')
        const of = chosen === 'hearing' && code !== undefined ? { kind: 'hearing' as const, municipality: code } : null
        void navigate({
          search: ({ kind: _kind, municipality: _municipality, ...was }) =>
            of !== null ? { ...was, ...of } : chosen === 'ruling' ? { ...was, kind: 'ruling' as const } : was,
        })
      }}
    />
  )
}
