import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { aboutOf } from '#events/say/caseFacts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Button } from '../../parts/Button.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { personsIn, usePersonNames } from '../../parts/usePersonNames.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { useMoment } from '../../time/moment.ts'
import { CaseFacts } from './CaseFacts.tsx'
import type { CaseFile } from './caseFile.ts'
import { ProgressSteps } from './ProgressSteps.tsx'
import { isOpen } from './progress.ts'
import { WithdrawSheet } from './WithdrawSheet.tsx'

/** Number, title, progress, and the six facts that the case turns on. */
export function CaseHeader({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const words = useWords()
  const names = useAreaNames()
  const language = useLanguage()
  const person = usePersonNames(personsIn(file))
  const about = aboutOf({ ...file, wantedFrom: file.row.wantedFrom }, { language, names: { ...names, person } })
  const why = useWriting()('case.prepare')
  const [withdrawing, setWithdrawing] = useState(false)
  return (
    <header className="case-head">
      <div className="case-head-grid">
        <div>
          <nav aria-label={t('cases.header.breadcrumb')} className="breadcrumb">
            <Link to="/sager">{t('cases.list.title')}</Link> <span aria-hidden="true">/</span> {file.row.number}
          </nav>
          <h1>
            {words.type(file.row.type)}
            {about !== null && `: ${about}`}
          </h1>
        </div>
        <div className="case-head-actions">
          <CopyLink />
          <Link to="/sager/$case/bilag" params={{ case: file.row.case }} className="button button-secondary">
            <Icon name="file" size={16} />
            {t('papers.open')}
          </Link>
          {isOpen(file.row.status) && (
            <WriteButton why={why} kind="text" onPress={() => setWithdrawing(true)}>
              {t('cases.header.withdraw')}
            </WriteButton>
          )}
        </div>
        <div className="case-head-lead">
          <p className="case-sub">
            {file.clinicName ?? file.row.applicant}
            {file.clinicName !== null && file.clinicName !== file.row.applicant
              ? ` · ${t('cases.header.applicant', { applicant: file.row.applicant })}`
              : ''}
            {` · ${names.region(file.row.region)} · ${words.status(file.row.status)}`}
          </p>
          <ProgressSteps file={file} />
        </div>
      </div>
      <CaseFacts file={file} />
      <WithdrawSheet file={file} open={withdrawing} onClose={() => setWithdrawing(false)} />
    </header>
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
