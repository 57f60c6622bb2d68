/** Highest cap that can be set. */
export const maxCap = 999

/** What was typed or pasted for one cell: a cap, nothing (the cell stays as it is), or something that is no cap. */
export type Given =
  | { readonly kind: 'cap'; readonly cap: number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'wrong'; readonly why: 'notNumber' | 'notWhole' | 'outside' }

/**
 * A cap as a Dane writes it: `1.200` is out of range, `3,0` is three, `3,5` is no whole number. A blank or a dash leaves
 * the cell as it is.
 */
export function givenCap(text: string): Given {
  const trimmed = text.replaceAll(/[\u00A0\u202F]/g, ' ').trim()
  if (trimmed === '' || trimmed === '–' || trimmed === '-') return { kind: 'nothing' }
  const plain = trimmed.replace('−', '-')
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(plain)) return { kind: 'wrong', why: 'notNumber' }
  const value = Number(plain.replaceAll('.', '').replace(',', '.'))
  if (!Number.isInteger(value)) return { kind: 'wrong', why: 'notWhole' }
  return value < 0 || value > maxCap ? { kind: 'wrong', why: 'outside' } : { kind: 'cap', cap: value }
}

/** A block of cells as a spreadsheet hands it over: tabs between columns, line ends between rows, one last line end. */
export function blockOf(text: string): readonly (readonly string[])[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.replace(/^"(.*)"$/, '$1')))
}

/** Cells as a spreadsheet reads them. */
export function blockText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.join('\t')).join('\r\n')
}

/** Where a block is pasted: how to find the cell at a row and column counted from its first, and whether it is locked. */
export interface PasteTarget<Cell> {
  readonly cellAt: (row: number, column: number) => { readonly cell: Cell; readonly locked: boolean } | null
}

/** One thing wrong with a block; row and column count from 0 in the block. */
export interface PasteError<Cell> {
  readonly row: number
  readonly column: number
  readonly text: string
  /** Null outside the grid. */
  readonly cell: Cell | null
  readonly why: 'notNumber' | 'notWhole' | 'outside' | 'locked' | 'noCell'
}

/**
 * What a block would set, and everything that is wrong with it at once; when anything is wrong nothing should be set. A
 * single value fills all `filled` cells.
 */
export function pasted<Cell>(
  block: readonly (readonly string[])[],
  { cellAt }: PasteTarget<Cell>,
  filled: { readonly rows: number; readonly columns: number } = { rows: 1, columns: 1 },
): {
  readonly caps: readonly { readonly cell: Cell; readonly cap: number }[]
  readonly errors: readonly PasteError<Cell>[]
} {
  const single = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined
  const rows =
    single === undefined ? block : Array.from({ length: filled.rows }, () => Array<string>(filled.columns).fill(single))
  const caps: { readonly cell: Cell; readonly cap: number }[] = []
  const errors: PasteError<Cell>[] = []
  for (const [row, texts] of rows.entries()) {
    for (const [column, text] of texts.entries()) {
      const given = givenCap(text)
      if (given.kind === 'nothing') continue
      const target = cellAt(row, column)
      const why =
        target === null ? 'noCell' : given.kind === 'wrong' ? given.why : target.locked ? ('locked' as const) : null
      if (why !== null) errors.push({ row, column, text: text.trim(), cell: target?.cell ?? null, why })
      else if (target !== null && given.kind === 'cap') caps.push({ cell: target.cell, cap: given.cap })
    }
  }
  return { caps, errors }
}
