import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { RelatedCase } from '#events/case'
import { caseNumber } from '#events/say/caseNumber'
import { RequestError } from '../../../api.ts'
import { instant } from '../../../format.ts'
import { useAreaNames } from '../../../parts/areaNames.ts'
import { Button } from '../../../parts/Button.tsx'
import { ErrorSummary } from '../../../parts/ErrorSummary.tsx'
import { useNotice } from '../../../parts/Notice.tsx'
import { Refused } from '../../../parts/Refused.tsx'
import { useCommand } from '../../../parts/useCommand.ts'
import { useDraft } from '../../../parts/useDraft.ts'
import { useWriting } from '../../../parts/useWriting.ts'
import { WriteButton } from '../../../parts/WriteButton.tsx'
import { useLanguage } from '../../../text/i18n.ts'
import { ApplicationFields } from './ApplicationFields.tsx'
import { type ApplicationForm, openingCase, slugged, type Values } from './form.ts'
import { clinicNameIn } from './named.ts'
import { Overlap } from './Overlap.tsx'
import { SameCases } from './SameCases.tsx'
import { useProblemText } from './useProblemText.ts'

/** A new application of one type: kept as a draft, every problem at once, and then the case's own page. */
export function OpenCaseForm({
  form,
  today,
  author,
  region,
  nextCase,
  relates,
}: {
  readonly form: ApplicationForm
  readonly today: string
  readonly author: string
  readonly region: string
  readonly nextCase: string
  /** The earlier case that this one is about; null where it stands alone. */
  readonly relates: RelatedCase | null
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const navigate = useNavigate()
  const say = useNotice()
  const why = useWriting()('case.open')
  const open = useCommand('OpenCase')
  const words = useProblemText()
  const schema = useMemo(() => z.object({ random: z.string().regex(/^[a-z0-9]{6}$/), values: form.schema }), [form])
  const empty = useMemo(() => ({ random: crypto.randomUUID().slice(0, 6), values: form.empty(today) }), [form, today])
  const draft = useDraft(`open-case.${form.type}.${author}`, schema, empty)
  const [attempt, setAttempt] = useState(0)
  const { values, random } = draft.value
  const check = () =>
    openingCase(form, values, { case: nextCase, region }, (prefix, about) => slugged(prefix, about, random))
  const checked = attempt > 0 ? check() : null
  const problems = checked !== null && 'problems' in checked ? checked.problems : []
  const change = (next: (was: Values) => Values) =>
    draft.update(({ random: kept, values: was }) => ({ random: kept, values: withApplicant(next(was), was) }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (why !== undefined || open.busy) return
    const result = check()
    if ('problems' in result) return setAttempt((was) => was + 1)
    open.send(relates === null ? result.command : { ...result.command, relates }, {
      onDone: () => {
        // The form is empty from here on; what it lacks is no error of anybody's.
        setAttempt(0)
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
  const taken = open.error instanceof RequestError && open.error.problem.code === 'case.taken'
  return (
    <form className="new-case panel" onSubmit={submit} noValidate>
      <ErrorSummary
        title={t('cases.new.errorTitle', { count: problems.length })}
        attempt={attempt}
        problems={problems.map((problem) => ({ field: problem.input, text: words.summary(problem) }))}
      />
      {form.fields.some(({ optional }) => optional) && <p className="field-hint">{t('cases.new.optionalWhy')}</p>}
      <ApplicationFields form={form} values={values} problems={problems} today={today} hasCommon onChange={change} />
      <Overlap values={values} />
      <SameCases values={values} />
      {taken ? (
        <p className="refused" role="alert">
          {t('cases.new.numberTaken', { number: caseNumber(nextCase) })}
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
          {t('cases.new.asPart', { number: caseNumber(nextCase), region: names.region(region) })}
        </span>
      </div>
    </form>
  )
}

/** The applicant is the clinic, the one last chosen, until somebody writes another. */
function withApplicant(values: Values, was: Values): Values {
  const name = clinicNameIn(values)
  const isOurs = values.applicant === '' || values.applicant === clinicNameIn(was)
  return isOurs && name !== null ? { ...values, applicant: name } : values
}
