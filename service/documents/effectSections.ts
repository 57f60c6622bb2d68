import type { AsOf } from '#api/asOf'
import type { PaperBlock, PaperCell } from '#api/views/paper'
import type { SubjectOf } from '#events/caseSubject'
import { capacity, signed } from '#events/say/format'
import { none, number } from '#events/say/numbers'
import type { Views } from '../projections/views.ts'
import { type ClinicFigures, clinicFigures } from '../queries/capacity.ts'
import { holdingsIn } from '../queries/ridingEffects.ts'
import { type CaseFile, cell } from './caseSections.ts'
import type { Telling } from './telling.ts'

/** A municipality's figure before and after, in the stored step. */
interface Row {
  readonly municipality: string
  readonly before: number | null
  readonly after: number | null
}

/** What goes into a sum: who has how much, and the events that say so. */
type Part = { readonly id: string; readonly value: number | null; readonly events: readonly string[] }

/** Capacity of the municipalities that a clinic leaves and comes to, each figure with the clinics that it is the sum of. */
export function capacityEffects(
  file: CaseFile,
  subject: SubjectOf<'A3'>,
  views: Views,
  at: AsOf,
  telling: Telling,
): PaperBlock[] {
  const { say, language, figure } = telling
  if (file.effects.length === 0) return []
  const all = [...clinicFigures(views, at).values()]
  const partsOf = (municipality: string, place: 'from' | 'to') =>
    all
      .filter(
        (one) => (one.clinic === subject.clinic ? subject[place].municipality : one.municipality) === municipality,
      )
      .map(partOf)
  const rows = file.effects.map((row, index): PaperCell[] => {
    const ref = (side: number) => `T${index * 2 + side}`
    figure(
      sumOf(ref(1), `capacity before ${row.municipality}`, row.before, file.unit, partsOf(row.municipality, 'from')),
    )
    figure(sumOf(ref(2), `capacity after ${row.municipality}`, row.after, file.unit, partsOf(row.municipality, 'to')))
    for (const [side, place, clinics] of [
      [1, 'from', row.clinicsBefore],
      [2, 'to', row.clinicsAfter],
    ] as const) {
      const items = partsOf(row.municipality, place).map(({ id }) => id)
      const label = `clinics ${place === 'from' ? 'before' : 'after'} ${row.municipality}`
      figure({ ref: ref(side), label, value: clinics, unit: 'count', formula: 'count@1', inputs: { items } })
      noted(ref(side), row, file, telling)
    }
    return [
      cell(row.name),
      cell(capacity(row.before, file.unit, language), ' ', { ref: ref(1) }),
      cell({ strong: capacity(row.after, file.unit, language) }, ' ', { ref: ref(2) }),
      cell(changeOf(row, file.unit, telling)),
      cell(number(row.clinicsBefore, language)),
      cell(number(row.clinicsAfter, language)),
    ]
  })
  const heading = say(file.unit === 'hoursTenths' ? 'capacityHours' : 'capacityUnits')
  return [
    {
      kind: 'table',
      caption: heading,
      columns: [
        { title: heading, width: 0.3 },
        { title: say('before'), isNumber: true },
        { title: say('after'), isNumber: true },
        { title: say('difference'), isNumber: true },
        { title: say('clinicsBefore'), isNumber: true },
        { title: say('clinicsAfter'), isNumber: true },
      ],
      rows,
    },
  ]
}

/** Riding hours of the municipalities that the application touches, each figure with the agreements that it is the sum of. */
export function ridingHours(file: CaseFile, views: Views, at: AsOf, telling: Telling): PaperBlock[] {
  const { say, language, figure } = telling
  if (file.ridingEffects.length === 0) return []
  const rows = file.ridingEffects.map((row, index): PaperCell[] => {
    const ref = (side: number) => `R${index * 2 + side}`
    const parts = holdingsIn(views, at, row.municipality).map(
      ({ agreement, hoursTenths, inputs }): Part => ({ id: agreement, value: hoursTenths, events: inputs }),
    )
    const change: Part = { id: 'change', value: row.after - row.before, events: [] }
    const label = (side: string) => `riding hours ${side} ${row.municipality}`
    figure(sumOf(ref(1), label('before'), row.before, 'hoursTenths', parts))
    figure(sumOf(ref(2), label('after'), row.after, 'hoursTenths', [...parts, change]))
    noted(ref(1), row, file, telling)
    noted(ref(2), row, file, telling)
    return [
      cell(row.name),
      cell(capacity(row.before, 'hoursTenths', language), ' ', { ref: ref(1) }),
      cell({ strong: capacity(row.after, 'hoursTenths', language) }, ' ', { ref: ref(2) }),
      cell(changeOf(row, 'hoursTenths', telling)),
    ]
  })
  return [
    {
      kind: 'table',
      caption: say('ridingHours'),
      columns: [
        { title: say('ridingHours'), width: 0.4 },
        { title: say('before'), isNumber: true },
        { title: say('after'), isNumber: true },
        { title: say('difference'), isNumber: true },
      ],
      rows,
    },
  ]
}

function partOf({ clinic, capacity: value, inputs }: ClinicFigures): Part {
  return { id: clinic, value, events: value === null ? [] : inputs() }
}

function sumOf(ref: string, label: string, value: number | null, unit: string, parts: readonly Part[]) {
  return { ref, label, value, unit, formula: 'sum@1', inputs: { parts } }
}

function noted(ref: string, { municipality }: Row, { row: { case: id } }: CaseFile, telling: Telling): void {
  const { refer, names, path, say } = telling
  refer({
    ref,
    text: `${say('effects')}: ${names.municipality(municipality)}`,
    path: path(`/sager/${id}`, { map: 'change' }),
  })
}

function changeOf({ before, after }: Row, unit: CaseFile['unit'], { language }: Telling): string {
  if (before === null || after === null) return none
  if (before === after) return '±0'
  return unit === 'hoursTenths'
    ? signed((after - before) / 10, language, 1)
    : signed((after - before) / 100, language, 2)
}
