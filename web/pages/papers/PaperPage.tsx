import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PaperKind } from '#api/views/paper'
import { viewQuery } from '../../api.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { useTitle } from '../../parts/Page.tsx'
import { Select } from '../../parts/Select.tsx'
import { useMay } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { fixedAt, PaperShown } from './PaperShown.tsx'

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
  const fixed = fixedAt(asked, data?.paper)
  return (
    <PaperShown
      title={t('papers.title', { number })}
      paper={data?.paper}
      error={error}
      onRetry={() => void refetch()}
      pdf={`/api/papers/pdf?${fixed}`}
      files={
        may('evidence.read') && (
          <a className="button button-secondary" href={`/api/papers/evidence?${fixed}`} title={t('papers.evidenceWhy')}>
            {t('papers.evidence')}
          </a>
        )
      }
      tools={
        <>
          <nav aria-label={t('cases.header.breadcrumb')}>
            <Link to="/sager/$case" params={{ case: id }}>
              {t('papers.back', { number })}
            </Link>
          </nav>
          <WhichPaper id={id} kind={kind} municipality={municipality} />
        </>
      }
    />
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
