import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useMay } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { CalledMeetings } from './CalledMeetings.tsx'
import type { CaseFile } from './caseFile.ts'
import { isDate } from './days.ts'
import { HearingStillOpen } from './HearingStillOpen.tsx'

/** The meeting that the case is on, and moving it on or off. `isNext` when nothing but a meeting is left before a ruling. */
export function TablingPanel({ file, isNext }: { readonly file: CaseFile; readonly isNext: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const say = useNotice()
  const why = useWriting()('case.prepare')
  const mayMeet = useMay()('meeting.read')
  const table = useCommand('TableCase')
  const postpone = useCommand('PostponeCase')
  const [sheet, setSheet] = useState<'table' | 'postpone' | null>(null)
  const [meetingOn, setMeetingOn] = useState('')
  const [reason, setReason] = useState('')
  const close = (text: string) => {
    setSheet(null)
    setReason('')
    say({ text })
  }
  return (
    <Panel
      title={t('cases.tabling.title')}
      footer={
        <div className="panel-actions">
          <WriteButton
            id="case-tabling"
            kind={isNext ? 'primary' : 'secondary'}
            why={why}
            icon="calendar"
            onPress={() => setSheet('table')}
          >
            {t(file.tabledFor === null ? 'cases.tabling.table' : 'cases.tabling.move')}
          </WriteButton>
          {file.tabledFor !== null && (
            <WriteButton why={why} onPress={() => setSheet('postpone')}>
              {t('cases.tabling.postpone')}
            </WriteButton>
          )}
        </div>
      }
    >
      <p className={file.tabledFor === null ? 'panel-note' : 'statement'}>
        {file.tabledFor === null
          ? t(isNext ? 'cases.tabling.next' : 'cases.tabling.none')
          : t('cases.tabling.tabledFor', { date: date(file.tabledFor, language) })}
      </p>
      {file.tabledFor !== null && <HearingStillOpen file={file} />}
      {file.tabledFor !== null && mayMeet && (
        <Link to="/moeder/$committee/$day" params={{ committee: file.committee, day: file.tabledFor }}>
          {t('cases.tabling.openMeeting')}
        </Link>
      )}
      <FormSheet
        title={t('cases.tabling.table')}
        open={sheet === 'table'}
        onClose={() => setSheet(null)}
        submit={t('cases.tabling.table')}
        busy={table.busy}
        error={table.error}
        notReady={isDate(meetingOn) ? undefined : t('cases.write.required')}
        onSubmit={() =>
          table.send(
            { case: file.row.case, meetingOn, reason: reason.trim() === '' ? null : reason },
            { expected: file.revision, onDone: () => close(t('cases.tabling.done')) },
          )
        }
      >
        <HearingStillOpen file={file} />
        <CalledMeetings committee={file.committee} value={meetingOn} onChange={setMeetingOn} />
        <Field label={t('cases.tabling.meetingOn')}>
          {(props) => <DateInput {...props} value={meetingOn} onChange={setMeetingOn} />}
        </Field>
        <TextField
          label={t('cases.tabling.reason')}
          hint={t('cases.tabling.reasonHint')}
          value={reason}
          onChange={setReason}
        />
      </FormSheet>
      <FormSheet
        title={t('cases.tabling.postponeTitle')}
        open={sheet === 'postpone'}
        onClose={() => setSheet(null)}
        submit={t('cases.tabling.postpone')}
        busy={postpone.busy}
        error={postpone.error}
        notReady={reason.trim() === '' ? t('cases.write.required') : undefined}
        onSubmit={() =>
          postpone.send(
            { case: file.row.case, reason },
            { expected: file.revision, onDone: () => close(t('cases.tabling.postponed')) },
          )
        }
      >
        <TextField label={t('cases.tabling.postponeReason')} value={reason} onChange={setReason} />
      </FormSheet>
    </Panel>
  )
}
