import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { date, instant } from '../../format.ts'
import { DaysLeft } from '../../parts/DaysLeft.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { CorrectSheet } from './CorrectSheet.tsx'
import type { CaseFile } from './caseFile.ts'
import { isOpen } from './progress.ts'
import { RequestSheet } from './RequestSheet.tsx'

/** What the applicant still owes, what was corrected, and how to ask, receive and correct. */
export function InformationPanel({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const say = useNotice()
  const why = useWriting()('case.prepare')
  const supply = useCommand('SupplyInformation')
  const today = useSession()?.today ?? ''
  const { subject } = file
  const [sheet, setSheet] = useState<'request' | 'correct' | null>(null)
  const open = isOpen(file.row.status)
  return (
    <Panel
      title={t('cases.information.title')}
      className="information-panel"
      footer={
        open || file.ruling !== null ? (
          <div className="panel-actions">
            {open && (
              <WriteButton why={why} onPress={() => setSheet('request')}>
                {t('cases.information.request')}
              </WriteButton>
            )}
            {subject.type !== 'A16' && (
              <WriteButton why={why} icon="edit" onPress={() => setSheet('correct')}>
                {t('cases.information.correct')}
              </WriteButton>
            )}
            {!open && <span className="write-why">{t('rulings.replay.correctLate')}</span>}
          </div>
        ) : undefined
      }
    >
      <h3>{t('cases.information.missing')}</h3>
      {file.missing.length === 0 ? (
        <p className="panel-note">{t('cases.information.noneMissing')}</p>
      ) : (
        <ul className="missing">
          {file.missing.map(({ item, dueOn }) => (
            <li key={item}>
              <span>
                {words.condition(item)}{' '}
                <span className="muted">{t('cases.information.dueOn', { date: date(dueOn, language) })}</span>{' '}
                <DaysLeft dueOn={dueOn} />
              </span>
              {open && (
                <WriteButton
                  kind="text"
                  why={why}
                  busy={supply.busy}
                  onPress={() =>
                    supply.send(
                      { case: file.row.case, items: [item] },
                      { expected: file.revision, onDone: () => say({ text: t('cases.information.supplied') }) },
                    )
                  }
                >
                  {t('cases.information.supply')}
                </WriteButton>
              )}
            </li>
          ))}
        </ul>
      )}
      <Refused error={supply.error} />
      {file.subject.type === 'A3' && (
        <>
          <h3>{t('cases.information.accessibility')}</h3>
          <p className="statement">{file.subject.accessibility ?? t('cases.information.noAccessibility')}</p>
        </>
      )}
      {file.corrections.length > 0 && (
        <>
          <h3>{t('cases.information.corrections')}</h3>
          <ul className="corrections">
            {file.corrections.map(({ correction, reason, recordedAt }) => (
              <li key={`${recordedAt} ${correction.field}`}>
                <span className="correction-dot" aria-hidden="true" />
                <span>
                  <strong>{words.field(correction.field)}</strong>: {reason}
                  <span className="muted"> {instant(recordedAt, language)}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <RequestSheet file={file} open={sheet === 'request'} onClose={() => setSheet(null)} />
      {subject.type !== 'A16' && (
        <CorrectSheet
          file={{ ...file, subject }}
          today={today}
          open={sheet === 'correct'}
          onClose={() => setSheet(null)}
        />
      )}
    </Panel>
  )
}
