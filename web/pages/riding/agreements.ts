import type { z } from 'zod'
import type { ridingView } from '#api/views/riding'

export type Riding = z.infer<(typeof ridingView)['response']>
export type Agreement = Riding['rows'][number]
export type Pending = Riding['pending'][number]

/** Which agreements the table shows; all when the address bar says nothing. */
export const filters = ['under-10', 'open-case', 'undocumented'] as const
export type Filter = (typeof filters)[number] | 'all'

/** Columns of the table, in order. */
export const columns = ['school', 'therapist', 'accession', 'hours', 'minHours', 'area', 'status', 'case'] as const
export type Column = (typeof columns)[number]

const kept: Readonly<Record<Filter, (row: Agreement) => boolean>> = {
  all: () => true,
  'under-10': ({ shortTenths }) => shortTenths > 0,
  'open-case': ({ openCases }) => openCases.length > 0,
  // R-19 is about agreements that hold hours; one that is only asked for has nothing to document yet.
  undocumented: ({ status, undocumented }) => status !== 'requested' && undocumented.length > 0,
}

/** The agreements of one segment. Counts beside the segments are the lengths of these. */
export function filtered(rows: readonly Agreement[], filter: Filter): readonly Agreement[] {
  return rows.filter(kept[filter])
}

/** The sort in the address bar; most hours first when it is left out or names no column. */
export function sortIn(text: string | undefined): { readonly column: Column; readonly descending: boolean } {
  const descending = text?.startsWith('-') === true
  const column = columns.find((one) => one === (descending ? text?.slice(1) : text))
  return column === undefined ? { column: 'hours', descending: true } : { column, descending }
}

/** The reverse of `sortIn`. */
export function sortText(column: Column, descending: boolean): string {
  return descending ? `-${column}` : column
}

/** Agreements in order; what is unknown stands last whichever way. `areaOf` is the area in the reader's words. */
export function sorted(
  rows: readonly Agreement[],
  column: Column,
  descending: boolean,
  areaOf: (row: Agreement) => string,
): readonly Agreement[] {
  const sign = descending ? -1 : 1
  const danish = new Intl.Collator('da')
  const named = (a: Agreement, b: Agreement) =>
    danish.compare(a.schoolName, b.schoolName) || danish.compare(a.agreement, b.agreement)
  return rows.toSorted((a, b) => {
    const [x, y] = [keyOf(a, column, areaOf), keyOf(b, column, areaOf)]
    if (x === null || y === null) return x === y ? named(a, b) : x === null ? 1 : -1
    const order = typeof x === 'string' || typeof y === 'string' ? danish.compare(String(x), String(y)) : x - y
    return sign * order || named(a, b)
  })
}

const statuses = ['started', 'permitted', 'requested']

function keyOf(row: Agreement, column: Column, areaOf: (row: Agreement) => string): string | number | null {
  switch (column) {
    case 'school':
      return row.schoolName
    case 'therapist':
      return row.clinicName ?? row.provider ?? row.therapist
    case 'accession':
      return row.accessionDate
    case 'hours':
      return row.hoursTenths
    case 'minHours':
      return row.shortTenths
    case 'area':
      return row.area.kind === 'unknown' ? null : areaOf(row)
    case 'status':
      return statuses.indexOf(row.status)
    case 'case':
      return row.openCases[0]?.number ?? null
    default:
      return column satisfies never
  }
}

/** The agreement that the address bar names: by its own id, or by the provider number of its therapist. */
export function selectedIn(rows: readonly Agreement[], sel: string | undefined): Agreement | null {
  return rows.find(({ agreement }) => agreement === sel) ?? rows.find(({ provider }) => provider === sel) ?? null
}

/** The case that the ceiling is shown for: the one asked for, the selected agreement's, else the one that needs most care. */
export function pendingIn(
  pending: readonly Pending[],
  asked: string | undefined,
  selected: Agreement | null,
): Pending | null {
  const mine = new Set(selected?.openCases.map((one) => one.case))
  return (
    pending.find((one) => one.case === asked) ??
    pending.find((one) => mine.has(one.case)) ??
    pending.find(({ breaches }) => breaches.length > 0) ??
    pending[0] ??
    null
  )
}
