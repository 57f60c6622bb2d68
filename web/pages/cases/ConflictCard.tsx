import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { instant } from '../../format.ts'
import { Button } from '../../parts/Button.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { Verdict } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import type { CaseFile } from './caseFile.ts'
import { sameRule, worstFirst } from './findingTokens.ts'

/** The case moved while a ruling was written: the draft stays, the findings stand old beside new, and the author says so. */
export function ConflictCard({
  seen,
  file,
  onConfirmed,
}: {
  readonly seen: CaseFile
  readonly file: CaseFile
  readonly onConfirmed: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const compute = useCommand('ComputeFindings')
  const [fetched, setFetched] = useState(false)
  const known = new Set(seen.events.map(({ id }) => id))
  const fresh = file.events.filter(({ id }) => !known.has(id))
  const moved = file.findings !== null && file.findings.docketRevision !== seen.findings?.docketRevision
  const rows = worstFirst(file.findings)
    .map((finding) => ({ finding, before: sameRule(seen.findings ?? undefined, finding) }))
    .filter(({ finding, before }) => before?.outcome !== finding.outcome || before?.code !== finding.code)
  const needsFetch = file.stale || (!moved && rows.length === 0 && !fetched)
  return (
    <div className="conflict" role="alert">
      <p className="conflict-title">
        <Icon name="warning" size={16} /> {t('cases.conflict.title')}
      </p>
      <p>
        {t('cases.conflict.draftKept')} {moved && t('cases.conflict.docket')}
      </p>
      {fresh.length > 0 && (
        <ul className="conflict-events">
          {fresh.map((event) => (
            <li key={event.id}>
              {instant(event.recordedAt, language)}: {words.event(event)}
            </li>
          ))}
        </ul>
      )}
      {rows.length > 0 ? (
        <table className="conflict-table">
          <caption>{t('cases.conflict.compare')}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('cases.conflict.before')}</th>
              <th scope="col">{t('cases.conflict.now')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ finding, before }) => (
              <tr key={finding.rule}>
                <th scope="row">
                  {finding.rule} {words.rule(finding.rule)}
                </th>
                <td>
                  {before === undefined ? (
                    t('cases.conflict.gone')
                  ) : (
                    <>
                      <Verdict outcome={before.outcome} /> {words.finding(before)}
                    </>
                  )}
                </td>
                <td>
                  <Verdict outcome={finding.outcome} /> {words.finding(finding)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        !needsFetch && <p>{t('cases.conflict.same')}</p>
      )}
      <Refused error={compute.error} />
      <div className="panel-actions">
        {needsFetch ? (
          <Button
            kind="primary"
            busy={compute.busy}
            onPress={() => compute.send({ case: file.row.case }, { onDone: () => setFetched(true) })}
          >
            {t('cases.conflict.fetch')}
          </Button>
        ) : (
          <Button kind="primary" onPress={onConfirmed}>
            {t('cases.conflict.confirm')}
          </Button>
        )}
      </div>
    </div>
  )
}
