import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding, FindingSet } from '#events/finding'
import { danishDate, date, instant } from '../../format.ts'
import { Icon } from '../../parts/Icon.tsx'
import { StrengthTag } from '../../parts/StrengthTag.tsx'
import { Verdict } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { FindingDetails } from './FindingDetails.tsx'
import { SourceButton } from './SourceSheet.tsx'

/** One finding: closed it is a sentence with its verdict and source; open it shows what was measured against what. */
export function FindingRow({
  finding,
  changed,
  startsOpen,
  caseId,
  set,
  region,
}: {
  readonly finding: Finding
  readonly changed: { readonly set: FindingSet; readonly finding: Finding } | undefined
  readonly startsOpen: boolean
  readonly caseId: string
  readonly set: FindingSet
  readonly region: string
}) {
  const { t } = useTranslation()
  const words = useWords()
  const [chosen, setChosen] = useState<boolean | null>(null)
  const open = chosen ?? startsOpen
  const id = useId()
  return (
    <li className={`finding finding-${finding.outcome}`} id={`finding-${finding.rule}`}>
      <span className="finding-token">{finding.rule}</span>
      <div className="finding-main">
        <div className="finding-head">
          <h3>
            <button
              type="button"
              className="finding-toggle"
              aria-expanded={open}
              aria-controls={id}
              onClick={() => setChosen(!open)}
            >
              <span>
                {words.rule(finding.rule)} <Icon name={open ? 'up' : 'down'} size={14} />{' '}
                <StrengthTag strength={finding.strength} />
              </span>
            </button>
          </h3>
          <span className="finding-verdict">
            <Verdict outcome={finding.outcome} />
          </span>
        </div>
        <p className="finding-sentence">{words.finding(finding)}</p>
        {changed !== undefined && (
          <ChangedLine changed={changed} caseId={caseId} rule={finding.rule} shownAt={set.knownAt} />
        )}
        <div id={id} hidden={!open}>
          {open && <FindingDetails finding={finding} />}
        </div>
        <SourceButton finding={finding} set={set} region={region} label={t('cases.findings.source')} />
      </div>
    </li>
  )
}

/** What the same rule said earlier, with the way back to how it looked then. */
function ChangedLine({
  changed: { set, finding },
  caseId,
  rule,
  shownAt,
}: {
  readonly changed: { readonly set: FindingSet; readonly finding: Finding }
  readonly caseId: string
  readonly rule: string
  readonly shownAt: string
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  // On the same day as the findings shown, only the time of day tells the two apart.
  const day = danishDate(set.knownAt)
  const on = day === danishDate(shownAt) ? instant(set.knownAt, language) : date(day, language)
  return (
    <p className="finding-changed">
      <span className="correction-dot" aria-hidden="true" />
      {t('cases.findings.earlier', { date: on })}: <Verdict outcome={finding.outcome} />
      <Link to="/sager/$case" params={{ case: caseId }} search={{ asKnownAt: set.knownAt, finding: rule }}>
        {t('cases.findings.seeAt', { date: on })}
      </Link>
    </p>
  )
}
