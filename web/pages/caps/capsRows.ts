import type { Told } from '#api/views/caps'
import { bases, type Cap, type CapArea, type CapCell, type CapGroup, type Caps, cellOf } from './capsAnswer.ts'

/** One line of the file: a cell of the board by one way of counting. */
export interface CapsLine {
  readonly area: CapArea
  readonly group: CapGroup
  readonly cell: CapCell
  readonly cap: Cap
  /** Where the size of the group is from; of a family, of each of its diagnoses. */
  readonly sources: readonly string[]
  readonly versions: readonly string[]
}

/** Every cell by every way of counting, as the service tells it. */
export function capsLines(data: Caps): readonly CapsLine[] {
  return data.areas.flatMap((area) =>
    data.groups.flatMap((group) => {
      const cell = cellOf(area, group.id)
      if (cell === undefined) return []
      return bases.flatMap((basis) => {
        const cap = cell.caps.find((one) => one.basis === basis)
        if (cap === undefined) return []
        const from = group.sources.filter((one) => one.basis === basis)
        return [
          {
            area,
            group,
            cell,
            cap,
            sources: unique(from.map(({ source }) => (source === null ? null : `${source.kind} ${source.id}`))),
            versions: unique(from.map(({ dataVersion }) => dataVersion)),
          },
        ]
      })
    }),
  )
}

/** The columns that are numbers. What is hidden or unknown is a word, never an empty cell and never zero. */
export function capsNumbers(
  { area, cell, cap }: CapsLine,
  told: (count: Told) => string,
  say: (value: number, decimals?: number) => string,
  unknown: string,
): readonly string[] {
  const known = (value: number | null, decimals = 0) => (value === null ? unknown : say(value, decimals))
  const [low, high] = cap.cap === null ? (cap.between ?? [null, null]) : [cap.cap, cap.cap]
  return [
    say(area.inhabitants),
    say(area.physiotherapists),
    say(cell.documented.valid),
    say(cell.documented.grace),
    told(cap.people),
    told(cap.all),
    known(cap.share, 2),
    known(cap.cap),
    known(low),
    known(high),
    known(cap.excess),
  ]
}

function unique(texts: readonly (string | null)[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => text ?? []))]
}
