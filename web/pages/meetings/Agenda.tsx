import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { instant } from '../../format.ts'
import { IconButton } from '../../parts/Button.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { type Item, type Meeting, named, reordered } from './meetingAnswer.ts'

/** The cases of the meeting in their order; one is shown. Moved up and down until the minutes are locked. */
export function Agenda({
  meeting,
  shown,
  onShow,
}: {
  readonly meeting: Meeting
  readonly shown: Item['case'] | undefined
  readonly onShow: (item: Item) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const why = useWriting()('meeting.run')
  const order = useCommand('OrderAgenda')
  const [announcing, setAnnouncing] = useState(false)
  const { items, notice, state } = meeting
  const cases = items.map((item) => item.case)
  const isComing = state === 'called' || state === 'announced'
  const mayOrder = why === undefined && (isComing || state === 'begun')
  const move = (id: Item['case'], by: -1 | 1) =>
    order.send({ ...named(meeting), cases: reordered(cases, id, by) }, { expected: meeting.revision })
  return (
    <Panel
      title={t('meetings.agenda.title')}
      aside={
        notice === null ? undefined : t('meetings.agenda.announcedAt', { at: instant(notice.recordedAt, language) })
      }
      className="agenda-panel"
      footer={
        isComing && items.length > 0 ? (
          <WriteButton why={why} icon="send" onPress={() => setAnnouncing(true)}>
            {t(notice === null ? 'meetings.agenda.announce' : 'meetings.agenda.announceAgain')}
          </WriteButton>
        ) : undefined
      }
    >
      {items.length === 0 && <p className="panel-note">{t('meetings.agenda.empty')}</p>}
      <ol className="agenda">
        {items.map((item, index) => (
          <li key={item.case} className={item.case === shown ? 'is-shown' : ''}>
            <button
              type="button"
              className="agenda-item"
              aria-current={item.case === shown ? 'true' : undefined}
              onClick={() => onShow(item)}
            >
              <span className="agenda-number">{index + 1}</span>
              <span>
                <span className="cell-main">
                  {item.row.number} {item.row.applicant}
                </span>
                <span className="cell-sub">{words.kind(item.row)}</span>
                <span className="cell-sub">
                  {item.result === null
                    ? t('meetings.agenda.open')
                    : item.ruling === null
                      ? words.itemResult(item.result)
                      : `${words.ruling(item.ruling.outcome)} (${item.ruling.number})`}
                </span>
              </span>
            </button>
            {mayOrder && (
              <span className="agenda-moves">
                {index > 0 && (
                  <IconButton
                    icon="up"
                    label={t('meetings.agenda.up', { number: item.row.number })}
                    onPress={() => move(item.case, -1)}
                  />
                )}
                {index < items.length - 1 && (
                  <IconButton
                    icon="down"
                    label={t('meetings.agenda.down', { number: item.row.number })}
                    onPress={() => move(item.case, 1)}
                  />
                )}
              </span>
            )}
          </li>
        ))}
      </ol>
      {notice !== null && isComing && notice.cases.join() !== cases.join() && (
        <p className="panel-note" role="status">
          {t('meetings.agenda.changed')}
        </p>
      )}
      <Refused error={order.error} />
      <Announce meeting={meeting} cases={cases} open={announcing} onClose={() => setAnnouncing(false)} />
    </Panel>
  )
}

/** Keeps the agenda as the members get it. */
function Announce({
  meeting,
  cases,
  open,
  onClose,
}: {
  readonly meeting: Meeting
  readonly cases: readonly Item['case'][]
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const say = useNotice()
  const announce = useCommand('SendMeetingNotice')
  const [note, setNote] = useState('')
  return (
    <FormSheet
      title={t('meetings.agenda.announce')}
      lead={t('meetings.agenda.announceWhy', { count: cases.length })}
      open={open}
      onClose={onClose}
      submit={t('meetings.agenda.announce')}
      busy={announce.busy}
      error={announce.error}
      notReady={undefined}
      onSubmit={() =>
        announce.send(
          { ...named(meeting), cases: [...cases], note: note.trim() === '' ? null : note },
          {
            expected: meeting.revision,
            onDone: () => {
              onClose()
              say({ text: t('meetings.agenda.announced') })
            },
          },
        )
      }
    >
      <TextField
        label={t('meetings.agenda.note')}
        hint={t('consultations.reply.privacy')}
        value={note}
        onChange={setNote}
      />
    </FormSheet>
  )
}
