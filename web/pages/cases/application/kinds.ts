import { z } from 'zod'
import { PersonId, ProviderNumber } from '#events/identifiers'
import { type Address, PlacementCertainty, Position2d } from '#events/place'
import type { CoverageArea } from '#events/ridingAgreement'
import { isDate } from '../days.ts'
import { AgreementPick, ClinicPick, ProviderPick, SchoolPick } from './picks.ts'
import { quantityText, typedQuantity } from './typedQuantity.ts'

/** What can be wrong with a field before the command's own schema is asked. */
export type ProblemCode =
  | 'missing'
  | 'date'
  | 'postcode'
  | 'tooLong'
  | 'confirmMunicipality'
  | 'person'
  | 'providerNumber'
  | 'hours'
  | 'hoursOrNone'
  | 'units'
  | 'kroner'
  | 'share'
  | 'kilometres'
  | 'noAddress'
  | 'noMunicipality'
  | 'noCounty'
  | 'endsBeforeMove'
  | 'samePlace'
  | 'sameHolder'
  | 'sameStatus'
  | 'invalid'

/** What a field tells: a value, nothing (null), or what is wrong with it; `at` is an input inside it. */
export type Told<T> = { readonly told: T | null } | { readonly code: ProblemCode; readonly at?: string }

/** What a field may have to know of the rest: the first day of the change, which decides the unit of capacity. */
export interface Moment {
  readonly wantedFrom: string
}

/** A kind of field: what it holds while it is typed, what that tells, and the way back for a correction. */
interface Kind<Value, T> {
  readonly schema: z.ZodType<Value>
  readonly empty: Value
  /** Parses a stored value first, so that any text of this browser is safe to read. */
  readonly read: (value: unknown, at: Moment) => Told<T>
  readonly show: (told: T | null, at: Moment) => Value
}

function kind<Value, T>(
  schema: z.ZodType<Value>,
  empty: Value,
  read: (value: Value, at: Moment) => Told<T>,
  show: (told: T, at: Moment) => Value,
): Kind<Value, T> {
  return {
    schema,
    empty,
    read: (value, at) => read(schema.parse(value), at),
    show: (told, at) => (told === null ? empty : show(told, at)),
  }
}

/** A line of text that must fit a pattern when there is any. */
function line(code: ProblemCode, fits: (text: string) => boolean): Kind<string, string> {
  return kind(
    z.string(),
    '',
    (value) => {
      const text = value.trim()
      if (text === '') return { told: null }
      return fits(text) ? { told: text } : { code }
    },
    (told) => told,
  )
}

function quantity(code: ProblemCode, decimals: number, bounds: readonly [number, number]): Kind<string, number> {
  return kind(
    z.string(),
    '',
    (value) => {
      if (value.trim() === '') return { told: null }
      const told = typedQuantity(value, decimals, bounds)
      return told === null ? { code } : { told }
    },
    (told) => quantityText(told, decimals),
  )
}

/** Something of the register, chosen or not. */
function pick<T>(schema: z.ZodType<T>): Kind<T | null, T> {
  return kind(
    schema.nullable(),
    null,
    (told) => ({ told }),
    (told) => told,
  )
}

/** First day on which capacity is counted in units (S_NYOK). */
const unitsFrom = '2024-01-01'
const hoursBounds = [1, 100_000] as const
const unitsBounds = [0, 1_000_000] as const
const hours = quantity('hours', 1, hoursBounds)
const hoursOrNone = quantity('hoursOrNone', 1, [0, hoursBounds[1]])
const units = quantity('units', 2, unitsBounds)
const share = quantity('share', 2, [1, 100])

/** The unit of planned capacity on the date: hours a week before 2024, units from then on. */
export function capacityUnit({ wantedFrom }: Moment): 'hours' | 'units' {
  return isDate(wantedFrom) && wantedFrom < unitsFrom ? 'hours' : 'units'
}

export const AddressForm = z.object({
  text: z.string(),
  postcode: z.string(),
  town: z.string(),
  position: Position2d.nullable(),
  /** Empty until the geometry or a person has said which. */
  municipality: z.string(),
  /** `confirm`: near a border, and nobody has chosen yet. */
  certainty: PlacementCertainty,
})
export type AddressForm = z.infer<typeof AddressForm>

const noAddress: AddressForm = {
  text: '',
  postcode: '',
  town: '',
  position: null,
  municipality: '',
  certainty: 'unknown',
}

const AreaForm = z.object({
  kind: z.enum(['municipality', 'county', 'unknown']),
  codes: z.array(z.string()),
  county: z.string(),
})

/** Another agreement that gives up hours on the same date: what it has left, `0` when it ends. */
const ReductionForm = z.object({ agreement: AgreementPick, left: z.string() })
const ShareForm = z.object({ holder: z.string(), share: z.string() })
/** A school that a receiver asks permission for, and the municipalities asked for. */
const SchoolAreaForm = z.object({ school: SchoolPick, codes: z.array(z.string()) })

/** An area as the form tells it; the command's schema brands its codes. */
type Area = z.input<typeof CoverageArea>
/** An address as the form tells it. */
export type ToldAddress = z.input<typeof Address>

/** Every kind of field that an application has. */
export const kinds = {
  text: line('tooLong', (text) => text.length <= 200),
  note: line('tooLong', (text) => text.length <= 2000),
  date: line('date', isDate),
  person: line('person', (text) => PersonId.safeParse(text).success),
  newNumber: line('providerNumber', (text) => ProviderNumber.safeParse(text).success),
  choice: line('invalid', () => true),
  hours,
  /** Hours that may be none. */
  hoursOrNone,
  capacity: kind<string, number>(
    z.string(),
    '',
    (value, at) => (capacityUnit(at) === 'hours' ? hoursOrNone : units).read(value, at),
    (told, at) => quantityText(told, capacityUnit(at) === 'hours' ? 1 : 2),
  ),
  kroner: quantity('kroner', 2, [0, 100_000_000_000]),
  kilometres: quantity('kilometres', 0, [1, 200]),
  yesNo: kind<string, boolean>(
    z.enum(['', 'yes', 'no']),
    '',
    (value) => ({ told: value === '' ? null : value === 'yes' }),
    (told) => (told ? 'yes' : 'no'),
  ),
  clinic: pick(ClinicPick),
  provider: pick(ProviderPick),
  school: pick(SchoolPick),
  agreement: pick(AgreementPick),
  address: kind<AddressForm, ToldAddress>(AddressForm, noAddress, readAddress, (told) => ({
    text: told.text,
    postcode: told.postcode ?? '',
    town: told.town ?? '',
    position: told.position,
    municipality: told.municipality ?? '',
    certainty: told.certainty,
  })),
  area: kind<z.infer<typeof AreaForm>, Area>(
    AreaForm,
    { kind: 'municipality', codes: [], county: '' },
    (value) => {
      if (value.kind === 'unknown') return { told: { kind: 'unknown' } }
      if (value.kind === 'county')
        return value.county === ''
          ? { code: 'noCounty' }
          : { told: { kind: 'county', county: value.county, codes: value.codes } }
      return value.codes.length === 0
        ? { code: 'noMunicipality' }
        : { told: { kind: 'municipality', codes: value.codes } }
    },
    (told) => ({
      kind: told.kind,
      codes: told.kind === 'unknown' ? [] : [...told.codes],
      county: told.kind === 'county' ? told.county : '',
    }),
  ),
  reductions: kind<
    z.infer<typeof ReductionForm>[],
    { readonly agreement: AgreementPick; readonly hoursTenths: number }[]
  >(
    z.array(ReductionForm),
    [],
    (rows) =>
      readRows(rows, ({ agreement, left }) => {
        const hoursTenths = typedQuantity(left, 1, [0, hoursBounds[1]])
        return hoursTenths === null ? 'hoursOrNone' : { agreement, hoursTenths }
      }),
    (rows) => rows.map(({ agreement, hoursTenths }) => ({ agreement, left: quantityText(hoursTenths, 1) })),
  ),
  shares: kind<z.infer<typeof ShareForm>[], { readonly holder: string; readonly shareHundredths: number }[]>(
    z.array(ShareForm),
    [
      { holder: '', share: '' },
      { holder: '', share: '' },
    ],
    (rows, at) =>
      readRows(
        rows.filter((row) => row.holder.trim() !== '' || row.share.trim() !== ''),
        (row) => {
          const told = share.read(row.share, at)
          const shareHundredths = 'told' in told ? told.told : null
          if (!PersonId.safeParse(row.holder.trim()).success) return 'person'
          return shareHundredths === null ? 'share' : { holder: row.holder.trim(), shareHundredths }
        },
      ),
    (rows) => rows.map(({ holder, shareHundredths }) => ({ holder, share: quantityText(shareHundredths, 2) })),
  ),
  share,
  schoolAreas: kind<z.infer<typeof SchoolAreaForm>[], z.infer<typeof SchoolAreaForm>[]>(
    z.array(SchoolAreaForm),
    [],
    (told) => ({ told }),
    (told) => told,
  ),
  agreements: kind<AgreementPick[], AgreementPick[]>(
    z.array(AgreementPick),
    [],
    (told) => ({ told }),
    (told) => told,
  ),
} as const

export type KindName = keyof typeof kinds
/** What a kind of field holds while it is typed. */
export type ValueOf<Name extends KindName> = (typeof kinds)[Name]['empty']
/** What a kind of field tells once it is in order. */
export type ToldOf<Name extends KindName> = (typeof kinds)[Name] extends Kind<infer _, infer T> ? T : never

/** Every row must be in order; an empty list tells nothing. */
function readRows<Row, T>(rows: readonly Row[], read: (row: Row) => T | ProblemCode): Told<T[]> {
  const told: T[] = []
  for (const row of rows) {
    const one = read(row)
    if (typeof one === 'string') return { code: one as ProblemCode }
    told.push(one)
  }
  return { told: told.length === 0 ? null : told }
}

function readAddress(form: AddressForm): Told<ToldAddress> {
  const [text, postcode, town] = [form.text.trim(), form.postcode.trim(), form.town.trim()]
  if (text === '' && postcode === '' && town === '' && form.position === null && form.municipality === '')
    return { told: null }
  if (text === '') return { code: 'missing', at: 'text' }
  if (text.length > 200) return { code: 'tooLong', at: 'text' }
  if (postcode !== '' && !/^\d{4}$/.test(postcode)) return { code: 'postcode', at: 'postcode' }
  if (town.length > 80) return { code: 'tooLong', at: 'town' }
  if (form.certainty === 'confirm') return { code: 'confirmMunicipality', at: 'municipality' }
  return {
    told: {
      text,
      postcode: postcode === '' ? null : postcode,
      town: town === '' ? null : town,
      darId: null,
      position: form.position,
      municipality: form.municipality === '' ? null : form.municipality,
      certainty: form.certainty,
    },
  }
}
