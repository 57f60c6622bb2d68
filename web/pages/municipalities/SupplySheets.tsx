import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { budgetItemWords } from '#events/glossary'
import type { RegionCode } from '#events/identifiers'
import { BudgetItem } from '#events/palliative'
import type { Answer } from '../../api.ts'
import { date, number } from '../../format.ts'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { CheckedSheet } from './CheckedSheet.tsx'
import { type BudgetDraft, budgeting, type SurveyDraft, surveying } from './palliativeDrafts.ts'

/** Records a survey of the supply: how many there are and how many take patients, area by area. */
export function SurveySheet({
  region,
  areas,
  onClose,
}: {
  readonly region: RegionCode
  /** Codes with the names that the table has. */
  readonly areas: readonly { readonly area: string; readonly name: string }[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const say = useNotice()
  const record = useCommand('RecordSupplySurvey')
  const today = useSession()?.today ?? ''
  const [draft, setDraft] = useState<SurveyDraft>({ surveyedOn: today, response: '', counts: {}, source: '' })
  const change = (part: Partial<SurveyDraft>) => setDraft((was) => ({ ...was, ...part }))
  const { value, problems } = surveying(
    draft,
    areas.map(({ area }) => area),
    today,
  )
  const countOf = (area: string) => draft.counts[area] ?? { providers: '', accepting: '' }
  return (
    <CheckedSheet
      title={t('municipal.forms.surveyTitle')}
      lead={t('municipal.forms.surveyLead')}
      problems={problems}
      busy={record.busy}
      error={record.error}
      onClose={onClose}
      onSubmit={() => {
        if (value === null) return
        record.send(
          { region, ...value },
          {
            onDone: () => {
              say({ text: t('municipal.forms.surveyed', { date: date(value.surveyedOn, language) }) })
              onClose()
            },
          },
        )
      }}
    >
      {(wrong) => (
        <>
          <Field id="survey-on" label={t('municipal.forms.surveyedOn')} error={wrong('survey-on')}>
            {(props) => <DateInput {...props} value={draft.surveyedOn} onChange={(on) => change({ surveyedOn: on })} />}
          </Field>
          {areas.map(({ area, name }) => (
            <fieldset key={area}>
              <legend>{name}</legend>
              <div className="field-row">
                {(['providers', 'accepting'] as const).map((what) => (
                  <Field
                    key={what}
                    id={`survey-${what}-${area}`}
                    label={t(`municipal.forms.${what}`)}
                    error={wrong(`survey-${what}-${area}`)}
                  >
                    {(props) => (
                      <input
                        {...props}
                        inputMode="numeric"
                        value={countOf(area)[what]}
                        onChange={(event) =>
                          change({
                            counts: { ...draft.counts, [area]: { ...countOf(area), [what]: event.target.value } },
                          })
                        }
                      />
                    )}
                  </Field>
                ))}
              </div>
            </fieldset>
          ))}
          <Field
            id="survey-response"
            label={t('municipal.forms.response')}
            hint={t('municipal.forms.optional')}
            error={wrong('survey-response')}
          >
            {(props) => (
              <input
                {...props}
                inputMode="numeric"
                value={draft.response}
                onChange={(event) => change({ response: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('municipal.offer.source')} hint={t('municipal.forms.optional')}>
            {(props) => (
              <input
                {...props}
                maxLength={300}
                value={draft.source}
                onChange={(event) => change({ source: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
    </CheckedSheet>
  )
}

/** Sets the budget of a year. It begins with what the year has, or with the year before it. */
export function BudgetSheet({
  region,
  budgets,
  onClose,
}: {
  readonly region: RegionCode
  readonly budgets: Answer<'palliative'>['budgets']
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const say = useNotice()
  const set = useCommand('SetPalliativeBudget')
  const today = useSession()?.today ?? ''
  const itemsOf = (budget: (typeof budgets)[number] | undefined) =>
    Object.fromEntries((budget?.items ?? []).map(({ item, oere }) => [item, oere === null ? '' : String(oere / 100)]))
  const last = budgets.at(-1)
  const [draft, setDraft] = useState<BudgetDraft>(() => ({
    year: String(last === undefined ? Number(today.slice(0, 4)) + 1 : last.year + 1),
    items: itemsOf(last),
    source: '',
  }))
  const standing = budgets.find(({ year }) => String(year) === draft.year.trim())
  const { value, problems } = budgeting(draft, today)
  return (
    <CheckedSheet
      title={t('municipal.forms.budgetTitle')}
      lead={t('municipal.forms.budgetLead')}
      problems={problems}
      busy={set.busy}
      error={set.error}
      onClose={onClose}
      onSubmit={() => {
        if (value === null) return
        const total = value.items.reduce((sum, { oere }) => sum + (oere ?? 0), 0)
        set.send(
          { region, ...value },
          {
            onDone: () => {
              say({
                text: t('municipal.forms.budgeted', { year: value.year, total: number(total / 100, language) }),
              })
              onClose()
            },
          },
        )
      }}
    >
      {(wrong) => (
        <>
          <Field
            id="budget-year"
            label={t('municipal.forms.year')}
            hint={standing === undefined ? undefined : t('municipal.forms.yearStands', { year: standing.year })}
            error={wrong('budget-year')}
          >
            {(props) => (
              <input
                {...props}
                inputMode="numeric"
                maxLength={4}
                value={draft.year}
                onChange={({ target }) => {
                  const other = budgets.find(({ year }) => String(year) === target.value.trim())
                  setDraft((was) => ({
                    ...was,
                    year: target.value,
                    items: other === undefined ? was.items : itemsOf(other),
                  }))
                }}
              />
            )}
          </Field>
          <fieldset>
            <legend>{t('municipal.forms.amounts')}</legend>
            {BudgetItem.options.map((item) => (
              <Field
                key={item}
                id={`budget-${item}`}
                label={budgetItemWords[item][language]}
                error={wrong(`budget-${item}`)}
              >
                {(props) => (
                  <input
                    {...props}
                    inputMode="numeric"
                    value={draft.items[item] ?? ''}
                    onChange={({ target }) =>
                      setDraft((was) => ({ ...was, items: { ...was.items, [item]: target.value } }))
                    }
                  />
                )}
              </Field>
            ))}
          </fieldset>
          <Field label={t('municipal.offer.source')} hint={t('municipal.forms.optional')}>
            {(props) => (
              <input
                {...props}
                maxLength={300}
                value={draft.source}
                onChange={({ target }) => setDraft((was) => ({ ...was, source: target.value }))}
              />
            )}
          </Field>
        </>
      )}
    </CheckedSheet>
  )
}
