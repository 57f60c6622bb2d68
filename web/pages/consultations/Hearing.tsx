import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { aboutOf, factsOf } from '#events/say/caseFacts'
import { type Answer, viewQuery } from '../../api.ts'
import { date } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { RulingWords } from '../../parts/RulingWords.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { StrengthTag } from '../../parts/StrengthTag.tsx'
import { Verdict } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { useMoment } from '../../time/moment.ts'
import type { CaseFile } from '../cases/caseFile.ts'
import { worstFirst } from '../cases/findingTokens.ts'
import { ProposalPanel } from '../cases/ProposalPanel.tsx'
import { isOpen } from '../cases/progress.ts'
import { SourceButton } from '../cases/SourceSheet.tsx'
import { concerns } from './concerns.ts'
import { MayObject } from './MayObject.tsx'
import { OwnArea } from './OwnArea.tsx'
import { OwnNumbers } from './OwnNumbers.tsx'
import { Reply } from './Reply.tsx'

type Row = Answer<'consultations'>['rows'][number]

/** One hearing: what the application means for the municipality, what the rules found about it, and the reply. */
export function Hearing({
  row,
  later,
  isOwn,
}: {
  readonly row: Row
  /** Number of the newest round that was sent, where it is not this one. */
  readonly later: number | null
  readonly isOwn: boolean
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const names = useAreaNames()
  const { params } = useMoment()
  const { data: file, isPending } = useQuery(viewQuery('caseFile', { ...params, case: row.case }))
  const about = file === undefined ? null : aboutOf({ ...file, wantedFrom: file.row.wantedFrom }, { language, names })
  return (
    <>
      <article className="hearing">
        <header className="hearing-head">
          <Link to="/hoeringer" className="hearing-back">
            <Icon name="left" size={16} /> {t('consultations.page.back')}
          </Link>
          <MayObject row={row} later={later} />
          <p className="muted">
            {row.sentOn === null
              ? t('consultations.page.leadNotSent', { number: row.caseNumber })
              : t('consultations.page.lead', {
                  number: row.caseNumber,
                  date: date(row.sentOn, language),
                  region: names.region(file?.row.region ?? null),
                })}
          </p>
          <h1 className="hearing-title">
            {`${row.applicant}: ${words.type(row.type)}`}
            {about !== null && `, ${about}`}
          </h1>
          {file !== undefined && (
            <p className="hearing-lead">
              {t('consultations.page.wantedFrom', { date: date(file.row.wantedFrom, language) })}{' '}
              {file.tabledFor !== null &&
                isOpen(row.caseStatus) &&
                t('consultations.page.tabled', { date: date(file.tabledFor, language) })}{' '}
              {!isOwn && (
                <Link to="/sager/$case" params={{ case: row.case }}>
                  {t('consultations.page.openCase')}
                </Link>
              )}
            </p>
          )}
        </header>
        {file !== undefined && file.ruling !== null && (
          <Panel
            title={t('cases.ruling.title', { number: file.ruling.number })}
            aside={
              <strong className={`ruled ruled-${file.ruling.outcome}`}>{words.ruling(file.ruling.outcome)}</strong>
            }
            className="ruling-panel"
          >
            <p className="ruling-date">
              {t('cases.ruling.effectiveFrom', { date: date(file.ruling.effectiveFrom, language) })}
            </p>
            <RulingWords ruling={file.ruling} />
          </Panel>
        )}
        {row.questions !== '' && (
          <Panel title={t('consultations.page.questions')}>
            <p className="statement">{row.questions}</p>
          </Panel>
        )}
        {isPending && <Skeleton rows={8} />}
        {file !== undefined && <OwnArea file={file} municipality={row.municipality} />}
        {file?.subject.type === 'A16' && <ProposalPanel file={file} municipality={row.municipality} />}
        {file !== undefined && <OwnFindings file={file} municipality={row.municipality} />}
        {file !== undefined && <OwnNumbers municipality={row.municipality} region={file.row.region} />}
        {file !== undefined && <Application file={file} />}
      </article>
      <Reply row={row} isOwn={isOwn} />
    </>
  )
}

function OwnFindings({ file, municipality }: { readonly file: CaseFile; readonly municipality: string }) {
  const { t } = useTranslation()
  const words = useWords()
  const findings = worstFirst(file.findings).filter((finding) => concerns(finding, municipality))
  return (
    <Panel title={t('consultations.page.findings', { count: findings.length })} className="own-findings">
      {findings.length === 0 ? (
        <p className="panel-note">{t('consultations.page.noFindings')}</p>
      ) : (
        <ul>
          {findings.map((finding) => (
            <li key={finding.rule} className={`finding finding-${finding.outcome}`}>
              <span className="finding-token">{finding.rule}</span>
              <div className="finding-main">
                <div className="finding-head">
                  <h3>{words.rule(finding.rule)}</h3>
                  <StrengthTag strength={finding.strength} />
                  <span className="finding-verdict">
                    <Verdict outcome={finding.outcome} />
                  </span>
                </div>
                <p className="finding-sentence">{words.finding(finding)}</p>
                {file.findings !== null && (
                  <SourceButton
                    finding={finding}
                    set={file.findings}
                    region={file.row.region}
                    label={t('cases.findings.source')}
                  />
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Application({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const told = factsOf({ ...file, wantedFrom: file.row.wantedFrom }, { language, names })
  const facts: readonly (readonly [string, string])[] = [
    [t('consultations.page.applicant'), file.row.applicant],
    ...told.map(({ label, before, after }): [string, string] => [
      label,
      before === undefined ? after : t('shell.beforeAfter', { before, after }),
    ]),
    [t('cases.header.wantedFrom'), date(file.row.wantedFrom, language)],
    [t('consultations.page.receivedOn'), date(file.row.receivedOn, language)],
    ...(file.subject.type === 'A3'
      ? [
          [
            t('consultations.page.accessibility'),
            file.subject.accessibility ?? t('consultations.page.noAccessibility'),
          ] as const,
        ]
      : []),
  ]
  return (
    <Panel title={t('consultations.page.application')}>
      <dl className="pairs">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
