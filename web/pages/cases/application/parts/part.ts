import type { NamedField, Values } from '../form.ts'
import type { KindName, ValueOf } from '../kinds.ts'

/** What a field's part gets: its words, its value, and what is wrong with it. */
interface Part<Value> {
  readonly field: NamedField
  readonly label: string
  readonly mark: string | undefined
  readonly hint: string | undefined
  readonly error: string | undefined
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** The whole form, for a part that depends on the rest. */
  readonly values: Values
  readonly today: string
}

/** The same by the kind of the field. */
export type PartProps<Name extends KindName> = Part<ValueOf<Name>>
