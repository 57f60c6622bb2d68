import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newCase } from '../../../text/da/newCase.ts'
import type { FieldName, NamedField, Problem, Values } from './form.ts'
import { type KindName, kinds } from './kinds.ts'
import { AddressPart } from './parts/AddressPart.tsx'
import { AgreementPart } from './parts/AgreementPart.tsx'
import { AreaPart } from './parts/AreaPart.tsx'
import { ClinicPart } from './parts/ClinicPart.tsx'
import { ProviderPart } from './parts/ProviderPart.tsx'
import type { PartProps } from './parts/part.ts'
import { AgreementsPart, ReductionsPart, SchoolAreasPart, SharesPart } from './parts/RowParts.tsx'
import { SchoolPart } from './parts/SchoolPart.tsx'
import { ChoicePart, DatePart, LinePart, NotePart, PersonPart, QuantityPart, YesNoPart } from './parts/SimpleParts.tsx'
import { useProblemText } from './useProblemText.ts'

const parts: { readonly [Name in Exclude<KindName, 'address'>]: (props: PartProps<Name>) => ReactNode } = {
  text: LinePart,
  newNumber: LinePart,
  person: PersonPart,
  note: NotePart,
  date: DatePart,
  choice: ChoicePart,
  yesNo: YesNoPart,
  hours: QuantityPart,
  hoursOrNone: QuantityPart,
  capacity: QuantityPart,
  kroner: QuantityPart,
  kilometres: QuantityPart,
  share: QuantityPart,
  clinic: ClinicPart,
  provider: ProviderPart,
  school: SchoolPart,
  agreement: AgreementPart,
  area: AreaPart,
  reductions: ReductionsPart,
  shares: SharesPart,
  schoolAreas: SchoolAreasPart,
  agreements: AgreementsPart,
}

/** One field of an application, by its kind, with its words and what is wrong with it. */
export function FieldPart({
  field,
  values,
  problem,
  today,
  onChange,
}: {
  readonly field: NamedField
  readonly values: Values
  readonly problem: Problem | undefined
  readonly today: string
  /** `part` is laid over what is there by now where a field is changed in parts. */
  readonly onChange: (name: FieldName, value: (was: unknown) => unknown) => void
}) {
  const { t } = useTranslation()
  const words = useProblemText()
  const { name } = field
  const shared = {
    field,
    values,
    today,
    label: t(`cases.new.fields.${name}`),
    mark: field.optional ? t('cases.new.optional') : undefined,
    hint: isHinted(name) ? t(`cases.new.hints.${name}`) : undefined,
    error: problem === undefined || problem.input !== name ? undefined : words.beside(problem),
  }
  if (field.kind === 'address')
    return (
      <AddressPart
        {...shared}
        value={kinds.address.schema.parse(values[name])}
        inputErrors={problem === undefined ? {} : { [problem.input]: words.beside(problem) }}
        onChange={(part) => onChange(name, (was) => ({ ...kinds.address.schema.parse(was), ...part }))}
      />
    )
  // The part of a kind takes what that kind's schema gives.
  const Part = parts[field.kind] as (props: Omit<PartProps<'text'>, 'value' | 'onChange'> & Untyped) => ReactNode
  return (
    <Part
      {...shared}
      value={kinds[field.kind].schema.parse(values[name])}
      onChange={(value) => onChange(name, () => value)}
    />
  )
}

interface Untyped {
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

function isHinted(name: FieldName): name is FieldName & keyof typeof newCase.hints {
  return name in newCase.hints
}
