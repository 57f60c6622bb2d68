import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/Button.tsx'
import { EventList } from '../../parts/EventList.tsx'
import { Panel } from '../../parts/Panel.tsx'
import type { CaseFile } from './caseFile.ts'
import { historyOf } from './history.ts'

/** Events shown before the rest is asked for. */
const FIRST = 8

/** What happened in the case, the latest first, each with both times. */
export function HistoryPanel({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const events = historyOf(file.events)
  const shown = all ? events : events.slice(0, FIRST)
  return (
    <Panel
      title={t('cases.history.title')}
      aside={
        <Link to="/haendelser" search={{ stream: `case-${file.row.case}` }}>
          {t('cases.history.openLog')}
        </Link>
      }
      className="history-panel"
    >
      {shown.length === 0 ? <p className="panel-note">{t('cases.history.empty')}</p> : <EventList events={shown} />}
      {shown.length < events.length && (
        <Button kind="text" onPress={() => setAll(true)}>
          {t('cases.history.more', { count: events.length })}
        </Button>
      )}
    </Panel>
  )
}
