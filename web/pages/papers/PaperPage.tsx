import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PaperKind } from '#api/views/paper'
import { caseNumber } from '#events/say/caseNumber'
import { type Answer, viewQuery } from '../../api.ts'
import { instant } from '../../format.ts'
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
  const moment = useMoment()
  const may = useMay()
  const number = caseNumber(id)
  useTitle(t('papers.title', { number }))
  const file = useQuery(viewQuery('caseFile', { ...moment.params, case: id }))
  const ruling = file.data?.ruling ?? null
  // The paper that a meeting has ruled on is the one that it had, unless the reader has chosen a moment.
  const atRuling = kind === 'case' && ruling !== null && !moment.past
  const times = atRuling ? { asOf: ruling.known.effectiveOn, asKnownAt: ruling.known.knownAt } : moment.params
  const asked = { kind, case: id, language, ...(municipality === undefined ? {} : { municipality }) }
  const { data, error, refetch } = useQuery({
    ...viewQuery('paper', { ...times, ...asked }),
    enabled: file.isFetched,
  })
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
          <WhichPaper kind={kind} municipality={municipality} file={file.data} />
          {atRuling && <p className="muted">{t('papers.atRuling', { at: instant(ruling.known.knownAt, language) })}</p>}
        </>
      }
    />
  )
}

/** The papers that the case has: the one for the meeting, a letter for each municipality that was asked, and the ruling. */
function WhichPaper({
  kind,
  municipality,
  file,
}: {
  readonly kind: PaperKind
  readonly municipality: string | undefined
  /** The case, when it has come. */
  readonly file: Answer<'caseFile'> | undefined
}) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const navigate = useNavigate({ from: '/sager/$case/bilag' })
  const sent = (file?.consultations ?? []).filter(({ sentOn }) => sentOn !== null)
  const options = [
    { value: 'case', label: t('papers.case') },
    ...sent.map(({ municipality: code }) => ({
      value: `hearing ${code}`,
      label: t('papers.hearing', { municipality: names.municipality(code) }),
    })),
    ...(file?.ruling == null ? [] : [{ value: 'ruling', label: t('papers.ruling') }]),
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
