import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import type { Answer } from '../../api.ts'
import { date } from '../../format.ts'
import { Button } from '../../parts/Button.tsx'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { fetchProvider } from '../cases/application/picks.ts'
import { SearchPick } from '../cases/SearchPick.tsx'
import { CheckedSheet } from './CheckedSheet.tsx'
import { answers, type JoinDraft, joining, type Said, saidAs } from './palliativeDrafts.ts'

type Member = Answer<'palliative'>['members'][number]

/** A therapist joins the region's agreement. */
export function JoinSheet({
  region,
  members,
  onClose,
}: {
  readonly region: RegionCode
  readonly members: readonly Member[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const say = useNotice()
  const join = useCommand('JoinSection2Agreement')
  const today = useSession()?.today ?? ''
  const [draft, setDraft] = useState<JoinDraft>({
    person: '',
    provider: '',
    training: 'unknown',
    radius: '',
    from: today,
  })
  const change = (part: Partial<JoinDraft>) => setDraft((was) => ({ ...was, ...part }))
  const client = useQueryClient()
  const [clinicName, setClinicName] = useState('')
  const { value, problems } = joining(
    draft,
    members.map(({ person }) => person),
  )
  const pick = async (number: string, clinic: string | null) => {
    const found = clinic === null ? null : await fetchProvider(client, number, clinic, today)
    setClinicName(found?.clinicName ?? '')
    change({ provider: number, person: found?.holder ?? '' })
  }
  return (
    <CheckedSheet
      title={t('municipal.forms.joinTitle')}
      lead={t('municipal.forms.joinLead')}
      problems={problems}
      busy={join.busy}
      error={join.error}
      onClose={onClose}
      onSubmit={() => {
        if (value === null) return
        join.send(
          { region, ...value },
          {
            onDone: () => {
              say({
                text: t('municipal.forms.joined', { person: value.person, date: date(value.effectiveFrom, language) }),
              })
              onClose()
            },
          },
        )
      }}
    >
      {(wrong) => (
        <>
          {draft.provider === '' ? (
            <SearchPick
              id="join-provider"
              label={t('municipal.forms.provider')}
              hint={t('municipal.forms.providerHint')}
              kind="provider"
              none={t('cases.new.none.provider')}
              error={wrong('join-provider')}
              onPick={(hit) => pick(hit.id, hit.clinic)}
            />
          ) : (
            <Field id="join-provider" label={t('municipal.forms.provider')} error={wrong('join-provider')}>
              {(props) => (
                <div className="picked-number" {...props} tabIndex={-1}>
                  <span>{[draft.provider, clinicName, draft.person].filter(Boolean).join(' · ')}</span>
                  <Button kind="text" onPress={() => change({ provider: '', person: '' })}>
                    {t('cases.new.chosen.other')}
                  </Button>
                </div>
              )}
            </Field>
          )}
          <Field
            id="join-radius"
            label={t('municipal.forms.radius')}
            hint={t('municipal.forms.optional')}
            error={wrong('join-radius')}
          >
            {(props) => (
              <input
                {...props}
                inputMode="numeric"
                value={draft.radius}
                onChange={(event) => change({ radius: event.target.value })}
              />
            )}
          </Field>
          <SaidChoice
            label={t('municipal.forms.training')}
            value={draft.training}
            onChange={(training) => change({ training })}
          />
          <Field id="join-from" label={t('municipal.from')} error={wrong('join-from')}>
            {(props) => <DateInput {...props} value={draft.from} onChange={(from) => change({ from })} />}
          </Field>
        </>
      )}
    </CheckedSheet>
  )
}

/** Whether a therapist takes new patients from a day on; saying it again keeps it known for longer. */
export function AcceptanceSheet({
  region,
  member: { person, acceptsNew },
  onClose,
}: {
  readonly region: RegionCode
  readonly member: Member
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const say = useNotice()
  const send = useCommand('ChangeAcceptance')
  const today = useSession()?.today ?? ''
  const [accepts, setAccepts] = useState<Said>(acceptsNew === null ? 'unknown' : acceptsNew ? 'yes' : 'no')
  const [typed, setTyped] = useState(today)
  const from = EffectiveDate.safeParse(typed).data
  return (
    <CheckedSheet
      title={t('municipal.forms.acceptTitle', { person })}
      problems={from === undefined ? [{ field: 'accept-from', code: 'from' }] : []}
      busy={send.busy}
      error={send.error}
      onClose={onClose}
      onSubmit={() => {
        if (from === undefined) return
        send.send(
          { region, person, acceptsNew: saidAs(accepts), effectiveFrom: from },
          {
            onDone: () => {
              say({ text: t(`municipal.forms.accepted.${accepts}`, { person, date: date(from, language) }) })
              onClose()
            },
          },
        )
      }}
    >
      {(wrong) => (
        <>
          <SaidChoice label={t('municipal.forms.accepts')} value={accepts} onChange={setAccepts} />
          <Field id="accept-from" label={t('municipal.forms.saidOn')} error={wrong('accept-from')}>
            {(props) => <DateInput {...props} value={typed} onChange={setTyped} />}
          </Field>
        </>
      )}
    </CheckedSheet>
  )
}

/** A therapist leaves the agreement. */
export function LeaveSheet({
  region,
  member: { person },
  onClose,
}: {
  readonly region: RegionCode
  readonly member: Member
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const say = useNotice()
  const leave = useCommand('LeaveSection2Agreement')
  const today = useSession()?.today ?? ''
  const [typed, setTyped] = useState(today)
  const [reason, setReason] = useState('')
  const from = EffectiveDate.safeParse(typed).data
  return (
    <CheckedSheet
      title={t('municipal.forms.leaveTitle', { person })}
      problems={[
        ...(reason.trim() === '' ? [{ field: 'leave-reason', code: 'reason' as const }] : []),
        ...(from === undefined ? [{ field: 'leave-from', code: 'from' as const }] : []),
      ]}
      busy={leave.busy}
      error={leave.error}
      onClose={onClose}
      onSubmit={() => {
        if (from === undefined) return
        leave.send(
          { region, person, reason: reason.trim(), effectiveFrom: from },
          {
            onDone: () => {
              say({ text: t('municipal.forms.left', { person, date: date(from, language) }) })
              onClose()
            },
          },
        )
      }}
    >
      {(wrong) => (
        <>
          <TextField
            id="leave-reason"
            label={t('municipal.offer.reason')}
            error={wrong('leave-reason')}
            rows={2}
            value={reason}
            onChange={setReason}
          />
          <Field id="leave-from" label={t('municipal.forms.leavesOn')} error={wrong('leave-from')}>
            {(props) => <DateInput {...props} value={typed} onChange={setTyped} />}
          </Field>
        </>
      )}
    </CheckedSheet>
  )
}

function SaidChoice({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: Said
  readonly onChange: (value: Said) => void
}) {
  const { t } = useTranslation()
  return (
    <div className="said-choice">
      <span aria-hidden="true">{label}</span>
      <Segmented
        label={label}
        value={value}
        options={answers.map((one) => ({ value: one, label: t(`municipal.offer.${one}`) }))}
        onChange={onChange}
      />
    </div>
  )
}
