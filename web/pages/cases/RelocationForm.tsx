import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RequestError } from '../../api.ts'
import { instant } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Button } from '../../parts/Button.tsx'
import { DateInput } from '../../parts/DateInput.tsx'
import { ErrorSummary } from '../../parts/ErrorSummary.tsx'
import { Field } from '../../parts/Field.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useDraft } from '../../parts/useDraft.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { AddressFields } from './AddressFields.tsx'
import { ClinicField } from './ClinicField.tsx'
import { daysBetween, isDate } from './days.ts'
import {
  checkRelocation,
  emptyRelocation,
  type FieldProblem,
  type RelocationField,
  type RelocationForm as Values,
} from './openCaseForm.ts'
import { RelocationDraft } from './relocationDraft.ts'

/** The form of a relocation: kept as a draft, every problem at once, and then the case's own page. */
export function RelocationForm({
  today,
  author,
  region,
  nextCase,
}: {
  readonly today: string
  readonly author: string
  readonly region: string
  readonly nextCase: string
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const navigate = useNavigate()
  const say = useNotice()
  const why = useWriting()('case.open')
  const open = useCommand('OpenCase')
  const empty = useMemo(() => emptyRelocation(today), [today])
  const draft = useDraft(`open-case.${author}`, RelocationDraft, empty)
  const [attempt, setAttempt] = useState(0)
  const target = { case: nextCase, region }
  const { value } = draft
  const checked = attempt > 0 ? checkRelocation(value, target) : null
  const problems = checked !== null && 'problems' in checked ? checked.problems : []
  const codeOf = (field: RelocationField) => problems.find((problem) => problem.field === field)?.code
  const words = ({ field, code }: FieldProblem) =>
    code === 'missing' ? t(`cases.new.errors.missing.${field}`) : t(`cases.new.errors.${code}`)
  const wordsOf = (field: RelocationField) => {
    const code = codeOf(field)
    return code === undefined ? undefined : words({ field, code })
  }
  const change = (part: Partial<Values>) => draft.update((was) => ({ ...was, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (why !== undefined || open.busy) return
    const result = checkRelocation(value, target)
    if (!('command' in result)) return setAttempt((was) => was + 1)
    open.send(result.command, {
      onDone: () => {
        draft.discard()
        void navigate({ to: '/sager/$case', params: { case: nextCase } })
      },
    })
  }
  const discard = () => {
    const was = draft.discard()
    setAttempt(0)
    say({ text: t('cases.new.discarded'), undo: { label: t('cases.decision.undo'), act: () => draft.change(was) } })
  }
  const overlap =
    isDate(value.wantedFrom) && isDate(value.previousUntil) ? daysBetween(value.wantedFrom, value.previousUntil) : 0
  const taken = open.error instanceof RequestError && open.error.problem.code === 'case.exists'
  return (
    <form className="new-case panel" onSubmit={submit} noValidate>
      <ErrorSummary
        title={t('cases.new.errorTitle', { count: problems.length })}
        attempt={attempt}
        problems={problems.map((problem) => ({ field: problem.field, text: words(problem) }))}
      />
      <section>
        <h2>{t('cases.new.clinic')}</h2>
        <ClinicField
          value={value.clinic}
          today={today}
          error={wordsOf('clinic')}
          onChange={(clinic) =>
            change({ clinic, ...(value.applicant === '' && clinic !== null ? { applicant: clinic.name } : {}) })
          }
        />
        <Field
          id="applicant"
          label={t('cases.new.applicant')}
          hint={t('cases.new.applicantHint')}
          error={wordsOf('applicant')}
        >
          {(props) => (
            <input
              {...props}
              type="text"
              maxLength={200}
              value={value.applicant}
              onChange={(event) => change({ applicant: event.target.value })}
            />
          )}
        </Field>
      </section>
      <section>
        <h2>{t('cases.new.newAddress')}</h2>
        <AddressFields value={value} from={value.clinic?.from.position ?? null} onChange={change} errorOf={codeOf} />
      </section>
      <section>
        <h2>{t('cases.new.dates')}</h2>
        <div className="field-row">
          <DateField name="receivedOn" value={value} error={wordsOf('receivedOn')} onChange={change} />
          <DateField
            name="wantedFrom"
            value={value}
            error={wordsOf('wantedFrom')}
            onChange={({ wantedFrom = '' }) =>
              // The old address ends with the move until somebody says otherwise.
              change({
                wantedFrom,
                ...(value.previousUntil === '' || value.previousUntil === value.wantedFrom
                  ? { previousUntil: wantedFrom }
                  : {}),
              })
            }
          />
          <DateField name="previousUntil" value={value} error={wordsOf('previousUntil')} onChange={change} />
        </div>
        <p className="field-hint">
          {t('cases.new.previousUntilHint')}{' '}
          {overlap > 0 && <strong>{t('cases.new.overlap', { count: overlap })}</strong>}
        </p>
      </section>
      <section>
        <Field
          id="accessibility"
          label={t('cases.new.accessibility')}
          hint={t('cases.new.accessibilityHint')}
          error={wordsOf('accessibility')}
        >
          {(props) => (
            <textarea
              {...props}
              rows={3}
              maxLength={2000}
              value={value.accessibility}
              onChange={(event) => change({ accessibility: event.target.value })}
            />
          )}
        </Field>
      </section>
      {taken ? (
        <p className="refused" role="alert">
          {t('cases.new.numberTaken', { number: nextCase.replace('-', '/') })}
        </p>
      ) : (
        <Refused error={open.error} />
      )}
      <div className="form-actions">
        <WriteButton kind="primary" type="submit" why={why} showWhy busy={open.busy}>
          {open.busy ? t('cases.new.creating') : t('cases.new.submit')}
        </WriteButton>
        <Link to="/sager" className="button button-secondary">
          {t('cases.new.cancel')}
        </Link>
        {draft.savedAt !== null && (
          <>
            <Button kind="text" onPress={discard}>
              {t('cases.new.discard')}
            </Button>
            <span className="muted">{t('cases.write.draftAt', { at: instant(draft.savedAt, language) })}</span>
          </>
        )}
        <span className="muted form-number">
          {t('cases.new.asPart', { number: nextCase.replace('-', '/'), region: names.region(region) })}
        </span>
      </div>
    </form>
  )
}

function DateField({
  name,
  value,
  error,
  onChange,
}: {
  readonly name: 'receivedOn' | 'wantedFrom' | 'previousUntil'
  readonly value: Values
  readonly error: string | undefined
  readonly onChange: (part: Partial<Values>) => void
}) {
  const { t } = useTranslation()
  return (
    <Field id={name} label={t(`cases.new.${name}`)} error={error}>
      {(props) => <DateInput {...props} value={value[name]} onChange={(next) => onChange({ [name]: next })} />}
    </Field>
  )
}
