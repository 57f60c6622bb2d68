import { useTranslation } from 'react-i18next'
import { FieldPart } from './FieldPart.tsx'
import {
  type ApplicationForm,
  type FieldName,
  type NamedField,
  type Problem,
  sectionOf,
  sections,
  type Values,
} from './form.ts'

/** What every application has, besides what its type asks. */
const applicant: NamedField = { name: 'applicant', kind: 'text', optional: false }
const dates: readonly NamedField[] = [
  { name: 'receivedOn', kind: 'date', optional: false },
  { name: 'wantedFrom', kind: 'date', optional: false },
]

/** The fields of a form in their sections: what is applied for, the place, the dates, the remarks. */
export function ApplicationFields({
  form,
  values,
  problems,
  today,
  hasCommon,
  onChange,
}: {
  readonly form: ApplicationForm
  readonly values: Values
  readonly problems: readonly Problem[]
  readonly today: string
  /** Whether applicant and dates of the application are asked too; a correction of the subject does not. */
  readonly hasCommon: boolean
  readonly onChange: (values: (was: Values) => Values) => void
}) {
  const { t } = useTranslation()
  const change = (name: FieldName, value: (was: unknown) => unknown) =>
    onChange((was) => form.follow({ ...was, [name]: value(was[name]) }, name, was))
  const fields = hasCommon ? [...form.fields, applicant, ...dates] : form.fields
  const ordered = [...fields].toSorted((a, b) => Number(dates.includes(b)) - Number(dates.includes(a)))
  return sections.map((section) => {
    const shown = ordered.filter((field) => sectionOf(field) === section)
    if (shown.length === 0) return null
    return (
      <section key={section} aria-label={t(`cases.new.sections.${section}`)}>
        <h2>{t(`cases.new.sections.${section}`)}</h2>
        <div className="part-grid">
          {shown.map((field) => (
            <FieldPart
              key={field.name}
              field={field}
              values={values}
              today={today}
              problem={problems.find((problem) => problem.field === field.name)}
              onChange={change}
            />
          ))}
        </div>
      </section>
    )
  })
}
