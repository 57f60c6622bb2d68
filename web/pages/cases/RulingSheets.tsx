import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegionCode } from '#events/identifiers'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useSession } from '../../session.ts'
import type { CaseFile } from './caseFile.ts'
import { isDate } from './days.ts'

/** A party's demand that the case goes to the national committee. */
export function DemandSheet({
  file,
  committee,
  open,
  onClose,
}: {
  readonly file: CaseFile
  readonly committee: RegionCode
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const say = useNotice()
  const today = useSession()?.today ?? ''
  const demand = useCommand('DemandReferral')
  const [by, setBy] = useState('')
  const [on, setOn] = useState<string | null>(null)
  const receivedOn = on ?? today
  return (
    <FormSheet
      title={t('cases.ruling.demand')}
      open={open}
      onClose={onClose}
      busy={demand.busy}
      error={demand.error}
      notReady={by.trim() === '' || !isDate(receivedOn) ? t('cases.write.required') : undefined}
      onSubmit={() =>
        demand.send(
          { committee, case: file.row.case, by, receivedOn },
          {
            onDone: () => {
              onClose()
              say({ text: t('cases.ruling.demandDone') })
            },
          },
        )
      }
    >
      <Field label={t('cases.ruling.demandBy')} hint={t('consultations.reply.privacy')}>
        {(props) => <input {...props} type="text" value={by} onChange={(event) => setBy(event.target.value)} />}
      </Field>
      <Field label={t('cases.ruling.demandOn')}>
        {(props) => <DateInput {...props} value={receivedOn} onChange={setOn} />}
      </Field>
    </FormSheet>
  )
}

/** The committee takes its ruling back, with the reason. */
export function WithdrawRulingSheet({
  file,
  committee,
  number,
  open,
  onClose,
}: {
  readonly file: CaseFile
  readonly committee: RegionCode
  readonly number: string
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const withdraw = useCommand('WithdrawRuling')
  const [reason, setReason] = useState('')
  return (
    <FormSheet
      title={t('cases.ruling.withdrawRuling')}
      lead={t('cases.ruling.withdrawWhy')}
      open={open}
      onClose={onClose}
      submit={t('cases.ruling.withdrawRuling')}
      busy={withdraw.busy}
      error={withdraw.error}
      notReady={reason.trim() === '' ? t('cases.write.required') : undefined}
      onSubmit={() => withdraw.send({ committee, case: file.row.case, number, reason }, { onDone: onClose })}
    >
      <TextField label={t('cases.ruling.withdrawReason')} value={reason} onChange={setReason} />
    </FormSheet>
  )
}
