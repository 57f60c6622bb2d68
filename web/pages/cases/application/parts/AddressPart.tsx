import { AddressFields } from '../../AddressFields.tsx'
import type { AddressForm } from '../kinds.ts'
import { ClinicPick } from '../picks.ts'
import { Group } from './Group.tsx'
import type { PartProps } from './part.ts'

/** An address with its point; the clinic's present place stands beside it on the map. */
export function AddressPart({
  field,
  value,
  onChange,
  values,
  label,
  mark,
  hint,
  error,
  inputErrors,
}: Omit<PartProps<'address'>, 'onChange'> & {
  readonly inputErrors: Readonly<Record<string, string>>
  readonly onChange: (part: Partial<AddressForm>) => void
}) {
  const clinic = ClinicPick.nullable().parse(values.clinic ?? null)
  return (
    <Group id={field.name} label={label} mark={mark} hint={hint} error={error}>
      <AddressFields value={value} from={clinic?.place?.position ?? null} onChange={onChange} errors={inputErrors} />
    </Group>
  )
}
