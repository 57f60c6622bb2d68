import type { Answer } from '../../api.ts'

/** Everything on the page of one meeting. */
export type Meeting = Answer<'meeting'>
export type Item = Meeting['items'][number]

/** What a command to the meeting begins with. */
export function named({ region, meetingOn }: Meeting): Pick<Meeting, 'region' | 'meetingOn'> {
  return { region, meetingOn }
}

/** Numbers of the cases that keep the minutes from being approved: not concluded, or concluded and without minutes. */
export function unminuted({ items }: Pick<Meeting, 'items'>): {
  readonly open: readonly string[]
  readonly unwritten: readonly string[]
} {
  const numbers = (these: readonly Item[]) => these.map(({ row }) => row.number)
  return {
    open: numbers(items.filter(({ result }) => result === null)),
    unwritten: numbers(items.filter(({ result, minutes }) => result !== null && minutes === null)),
  }
}

/** The agenda with one case a place earlier or later; as it was where there is no such place. */
export function reordered(cases: readonly Item['case'][], moved: Item['case'], by: -1 | 1): Item['case'][] {
  const at = cases.indexOf(moved)
  const other = cases[at + by]
  if (at === -1 || other === undefined) return [...cases]
  return cases.map((id, index) => (index === at ? other : index === at + by ? moved : id))
}

/** The case before or after the one looked at; null at the ends. */
export function beside(items: readonly Item[], item: Item | undefined, by: -1 | 1): Item | null {
  const at = items.findIndex((one) => one.case === item?.case)
  return at === -1 ? null : (items[at + by] ?? null)
}
