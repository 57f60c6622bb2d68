import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { capacity, date, instant, none } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { BeforeAfter } from '../../parts/BeforeAfter.tsx'
import { Button } from '../../parts/Button.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { useMoment } from '../../time/moment.ts'
import { type CaseFile, correctionOf, placeLine, relocationOf } from './caseFile.ts'
import { daysBetween } from './days.ts'
import { ProgressSteps } from './ProgressSteps.tsx'
import { isOpen } from './progress.ts'
import { WithdrawSheet } from './WithdrawSheet.tsx'

/** Number, title, progress, and the six facts that the case turns on. */
export function CaseHeader({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const words = useWords()
  const names = useAreaNames()
  const move = relocationOf(file)
  const why = useWriting()('case.prepare')
  const [withdrawing, setWithdrawing] = useState(false)
  return (
    <header className="case-head">
      <div className="case-head-top">
        <div>
          <nav aria-label={t('cases.header.breadcrumb')} className="breadcrumb">
            <Link to="/sager">{t('cases.list.title')}</Link> <span aria-hidden="true">/</span> {file.row.number}
          </nav>
          <h1>
            {move === null
              ? words.type(file.row.type)
              : t('cases.header.titleMove', {
                  type: words.type(file.row.type),
                  from: placeLine(move.from),
                  to: placeLine(move.to),
                })}
          </h1>
          <p className="case-sub">
            {file.clinicName ?? file.row.applicant}
            {file.clinicName !== null && file.clinicName !== file.row.applicant
              ? ` · ${t('cases.header.applicant', { applicant: file.row.applicant })}`
              : ''}
            {` · ${names.region(file.row.region)} · ${words.status(file.row.status)}`}
          </p>
        </div>
        <div className="case-head-side">
          <div className="case-head-actions">
            <CopyLink />
            {isOpen(file.row.status) && (
              <WriteButton why={why} kind="text" onPress={() => setWithdrawing(true)}>
                {t('cases.header.withdraw')}
              </WriteButton>
            )}
          </div>
          <ProgressSteps file={file} />
        </div>
      </div>
      {move !== null && <Facts file={file} />}
      <WithdrawSheet file={file} open={withdrawing} onClose={() => setWithdrawing(false)} />
    </header>
  )
}

function Facts({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const move = relocationOf(file)
  if (move === null) return null
  const from = names.municipality(move.from.municipality)
  const to = names.municipality(move.to.municipality)
  const overlap = daysBetween(file.row.wantedFrom, move.previousUntil)
  return (
    <dl className="case-facts" aria-label={t('cases.header.facts')}>
      <Fact label={t('cases.header.address')} corrected={<Corrected file={file} field="to" />}>
        <BeforeAfter before={placeLine(move.from)} after={placeLine(move.to)} />
      </Fact>
      <Fact label={t('cases.header.municipality')}>{from === to ? to : <BeforeAfter before={from} after={to} />}</Fact>
      <Fact label={t('cases.header.capacity')}>
        <ClinicCapacity clinic={move.clinic} />
      </Fact>
      <Fact label={t('cases.header.previousUntil')} corrected={<Corrected file={file} field="previousUntil" />}>
        {date(move.previousUntil, language)}
        {overlap > 0 && <span className="fact-note">{t('cases.header.overlap', { count: overlap })}</span>}
      </Fact>
      <Fact label={t('cases.header.receivedOn')} corrected={<Corrected file={file} field="receivedOn" />}>
        {date(file.row.receivedOn, language)}
      </Fact>
      <Fact label={t('cases.header.wantedFrom')} corrected={<Corrected file={file} field="wantedFrom" />}>
        {date(file.row.wantedFrom, language)}
      </Fact>
    </dl>
  )
}

/** What the whole clinic has today, all of which moves along. */
function ClinicCapacity({ clinic }: { readonly clinic: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { params } = useMoment()
  const { data } = useQuery(viewQuery('clinic', { ...params, clinic }))
  if (data === undefined || data.capacity === null) return none
  const unit = t(data.unit === 'hoursTenths' ? 'cases.header.unitHours' : 'cases.header.unitUnits')
  return `${capacity(data.capacity, data.unit, language)} ${unit}`
}

function Fact({
  label,
  corrected,
  children,
}: {
  readonly label: string
  readonly corrected?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {children} {corrected}
      </dd>
    </div>
  )
}

function Corrected({
  file,
  field,
}: {
  readonly file: CaseFile
  readonly field: CaseFile['corrections'][number]['correction']['field']
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const found = correctionOf(file, field)
  if (found === undefined || found.correction.field === 'subject') return null
  const { old } = found.correction
  const was = old === null ? none : typeof old === 'string' ? date(old, language) : placeLine(old)
  const sentence = t('cases.header.correctedWhy', {
    date: instant(found.recordedAt, language),
    reason: found.reason,
    old: was,
  })
  return (
    <Link to="/haendelser" search={{ stream: `case-${file.row.case}` }} className="corrected" title={sentence}>
      {t('cases.header.corrected')}
      <span className="visually-hidden">. {sentence}</span>
    </Link>
  )
}

function CopyLink() {
  const { t } = useTranslation()
  const say = useNotice()
  const moment = useMoment()
  const session = useSession()
  const copy = () => {
    const url = new URL(window.location.href)
    // A link always carries both times, so that its reader sees the same.
    if (session !== undefined) {
      url.searchParams.set('asOf', moment.on ?? session.today)
      url.searchParams.set('asKnownAt', moment.asKnownAt ?? session.now)
    }
    void navigator.clipboard.writeText(url.toString()).then(() => say({ text: t('cases.header.linkCopied') }))
  }
  return (
    <Button icon="link" onPress={copy}>
      {t('cases.header.copyLink')}
    </Button>
  )
}
