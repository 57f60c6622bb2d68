import { useTranslation } from 'react-i18next'
import { Panel } from '../../parts/Panel.tsx'
import type { CaseFile } from './caseFile.ts'
import { EarlierRounds } from './EarlierRounds.tsx'
import { HearingRowView } from './HearingRowView.tsx'
import { hearingRows } from './hearingRows.ts'
import { noHearing } from './noHearing.ts'
import { isOpen } from './progress.ts'
import { SendHearing } from './SendHearing.tsx'

/** The hearing of this round: whom the rules name, whom a person asked, and what came back; or why there is none. */
export function HearingPanel({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const rows = hearingRows(file)
  const why = noHearing(file)
  if (why !== null)
    return (
      <Panel title={t('cases.hearing.title')} aside={t('cases.hearing.notNeeded')} className="hearing-panel">
        <p className="panel-note">{t(`cases.hearing.why.${why}`)}</p>
      </Panel>
    )
  const unsent = rows.filter(({ state }) => state === 'not-sent')
  const exempt = rows.filter(({ state }) => state === 'not-required')
  return (
    <Panel
      title={t('cases.hearing.title')}
      aside={file.round > 0 ? t('cases.hearing.round', { round: file.round }) : undefined}
      className="hearing-panel"
    >
      <EarlierRounds file={file} />
      {rows.length === 0 ? (
        <p className="panel-note">{t('cases.hearing.notProposed')}</p>
      ) : (
        <ul className="hearing-rows">
          {rows.map((row) => (
            <HearingRowView key={row.municipality} file={file} row={row} />
          ))}
        </ul>
      )}
      {unsent.length > 0 && isOpen(file.row.status) && (
        <SendHearing key={unsent.map(({ municipality }) => municipality).join()} file={file} unsent={unsent} />
      )}
      {exempt.length > 0 && isOpen(file.row.status) && (
        <details>
          <summary>{t('hearings.exempt.after')}</summary>
          <SendHearing key={exempt.map(({ municipality }) => municipality).join()} file={file} unsent={exempt} />
        </details>
      )}
    </Panel>
  )
}
