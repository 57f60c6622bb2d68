import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { Awaited } from '../../parts/Awaited.tsx'
import { Button } from '../../parts/Button.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useSession } from '../../session.ts'
import { useWords } from '../../text/words.ts'
import { useMoment } from '../../time/moment.ts'
import { ChangePanel } from '../cases/ChangePanel.tsx'
import type { CaseFile } from '../cases/caseFile.ts'
import { DecisionPanel } from '../cases/DecisionPanel.tsx'
import { FindingsPanel } from '../cases/FindingsPanel.tsx'
import { HearingPanel } from '../cases/HearingPanel.tsx'
import { isOpen } from '../cases/progress.ts'
import { RecommendationPanel } from '../cases/RecommendationPanel.tsx'
import { RulingPanel } from '../cases/RulingPanel.tsx'
import { TablingPanel } from '../cases/TablingPanel.tsx'
import { ConflictsPanel } from './ConflictsPanel.tsx'
import { MinutesPanel } from './MinutesPanel.tsx'
import { beside, type Item, type Meeting } from './meetingAnswer.ts'

/** One case at the table: what it changes, what the rules found, what was answered, and the decision. */
export function ItemView({
  meeting,
  item,
  onShow,
}: {
  readonly meeting: Meeting
  readonly item: Item
  readonly onShow: (item: Item | null) => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const { params } = useMoment()
  const { data, error, refetch } = useQuery(viewQuery('caseFile', { ...params, case: item.case }))
  const { items } = meeting
  const [before, after] = [beside(items, item, -1), beside(items, item, 1)]
  return (
    <section className="item-view" aria-labelledby="item-title">
      <header className="item-head">
        <div>
          <p className="breadcrumb">
            {t('meetings.item.place', { n: items.indexOf(item) + 1, of: items.length })}{' '}
            <span className="item-keys">· {t('meetings.item.keys')}</span>
          </p>
          <h2 id="item-title">
            {item.row.number} {item.row.applicant}
          </h2>
          <p className="case-sub">
            {words.type(item.row.type)} · {words.status(item.row.status)} ·{' '}
            <Link to="/sager/$case" params={{ case: item.case }}>
              {t('meetings.item.open')}
            </Link>
          </p>
        </div>
        <div className="item-turn">
          <Button icon="left" notReady={before === null} onPress={() => onShow(before)}>
            {t('meetings.item.previous')}
          </Button>
          <Button icon="right" notReady={after === null} onPress={() => onShow(after)}>
            {t('meetings.item.next')}
          </Button>
        </div>
      </header>
      {data === undefined ? (
        <Awaited rows={8} error={error} onRetry={() => void refetch()} />
      ) : (
        <div className="item-columns">
          <div className="case-column">
            <ChangePanel file={data} />
            <FindingsPanel file={data} />
            <HearingPanel file={data} />
          </div>
          <div className="case-column">
            <RecommendationPanel file={data} />
            <ConflictsPanel meeting={meeting} item={item} />
            <Decision meeting={meeting} item={item} file={data} />
            <MinutesPanel meeting={meeting} item={item} />
          </div>
        </div>
      )}
    </section>
  )
}

/** The decision while the meeting sits over the case; what became of it afterwards. */
function Decision({
  meeting,
  item,
  file,
}: {
  readonly meeting: Meeting
  readonly item: Item
  readonly file: CaseFile
}) {
  const { t } = useTranslation()
  const words = useWords()
  const session = useSession()
  if (item.result === 'disagreed')
    return (
      <Panel title={words.itemResult('disagreed')}>
        <h3>{t('meetings.item.sides')}</h3>
        <p className="statement">{item.sides}</p>
      </Panel>
    )
  if (item.result === 'postponed') return <Panel title={words.itemResult('postponed')}>{null}</Panel>
  if (!isOpen(file.row.status)) return <RulingPanel file={file} />
  return (
    <>
      {meeting.state === 'begun' && session?.actions.includes('case.rule') === true && (
        <DecisionPanel key={item.case} file={file} author={session.user?.userId ?? 'public'} />
      )}
      <TablingPanel file={file} isNext={false} />
    </>
  )
}
