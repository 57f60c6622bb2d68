import type { Figures } from './reformAnswer.ts'

/** How the numbers of a line are written. */
type LineUnit = 'count' | 'hoursTenths' | 'unitsHundredths' | 'oere'

/** One line of the table of figures. */
export interface FigureLine {
  readonly key:
    | 'municipalities'
    | 'inhabitants'
    | 'clinics'
    | 'providers'
    | 'capacityUnits'
    | 'capacityHours'
    | 'specialtyUnits'
    | 'specialtyHours'
    | 'specialtyOere'
    | 'ridingSchools'
    | 'ridingAgreements'
    | 'ridingHours'
    | 'ridingCeiling'
    | 'palliativeTherapists'
    | 'openCases'
    | 'rulings'
  readonly specialty: string | null
  readonly unit: LineUnit
  /** The number of one region; `absent` where the line does not speak of its unit, null when unknown or not to be seen. */
  readonly read: (figures: Figures) => number | null | 'absent'
}

type Counted = Exclude<FigureLine['key'], `capacity${string}` | `specialty${string}` | `riding${'Hours' | 'Ceiling'}`>

/** Lines for regions; capacity has a line for each unit and specialty that any of them counts in. */
export function figureLines(all: readonly Figures[]): readonly FigureLine[] {
  const specialties = [...new Set(all.flatMap(({ bySpecialty }) => bySpecialty.map(({ specialty }) => specialty)))]
  const units = (['hoursTenths', 'unitsHundredths'] as const).filter((unit) => all.some((one) => one.unit === unit))
  return [
    ...(['municipalities', 'inhabitants', 'clinics', 'providers'] as const).map(counted),
    ...units.map(
      (unit): FigureLine => ({
        key: unit === 'hoursTenths' ? 'capacityHours' : 'capacityUnits',
        specialty: null,
        unit,
        read: (figures) => (figures.unit === unit ? figures.capacity : 'absent'),
      }),
    ),
    ...specialties
      .toSorted()
      .flatMap((specialty) => [
        ...units.map((unit) => bySpecialty(specialty, unit)),
        ...(units.includes('unitsHundredths') ? [bySpecialty(specialty, 'oere')] : []),
      ]),
    ...(['ridingSchools', 'ridingAgreements'] as const).map(counted),
    line('ridingHours', 'hoursTenths', ({ ridingHoursTenths }) => ridingHoursTenths),
    line('ridingCeiling', 'hoursTenths', ({ ridingCeilingTenths }) => ridingCeilingTenths),
    ...(['palliativeTherapists', 'openCases', 'rulings'] as const).map(counted),
  ]
}

function counted(key: Counted): FigureLine {
  return line(key, 'count', (figures) => figures[key])
}

function line(key: FigureLine['key'], unit: LineUnit, read: (figures: Figures) => number | null): FigureLine {
  return { key, specialty: null, unit, read }
}

function bySpecialty(specialty: string, unit: Exclude<LineUnit, 'count'>): FigureLine {
  const own = (figures: Figures) => figures.bySpecialty.find((one) => one.specialty === specialty)
  if (unit === 'oere')
    return {
      key: 'specialtyOere',
      specialty,
      unit,
      read: (figures) => (figures.unit === 'hoursTenths' ? 'absent' : oereOf(own(figures))),
    }
  return {
    key: unit === 'hoursTenths' ? 'specialtyHours' : 'specialtyUnits',
    specialty,
    unit,
    // No clinic of the region has the specialty: none, not unknown.
    read: (figures) => (figures.unit === unit ? (own(figures)?.capacity ?? 0) : 'absent'),
  }
}

function oereOf(own: Figures['bySpecialty'][number] | undefined): number | null {
  return own === undefined ? 0 : own.oere
}

/** What the second is above the first; null where one of them is not a number of the same unit. */
export function difference(before: number | null | 'absent', after: number | null | 'absent'): number | null {
  return typeof before === 'number' && typeof after === 'number' ? after - before : null
}
