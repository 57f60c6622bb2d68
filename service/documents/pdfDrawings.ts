import type { Content } from 'pdfmake/interfaces.js'
import type { PaperBlock } from '#api/views/paper'
import { sans } from './pdfStyle.ts'

/** Drawings side by side with the keys under them. */
export function drawingsOf({ drawings, keys }: Extract<PaperBlock, { kind: 'drawings' }>): Content {
  const width = drawings.length === 1 ? 150 : 220
  return {
    stack: [
      {
        columns: drawings.map(({ title, svg }) => ({
          stack: [
            { text: title, ...sans, bold: true, margin: [0, 0, 0, 2] },
            { svg, width },
          ],
          width,
        })),
        columnGap: 20,
      },
      { text: '', margin: [0, 0, 0, 4] },
      ...rowsOf(keys).map((row) => ({
        columns: row.map(({ svg, text }) => ({
          columns: [
            { svg, width: 15 },
            { text, ...sans, fontSize: 7.2, width: 'auto', noWrap: true },
          ],
          columnGap: 4,
          width: 'auto',
        })),
        columnGap: 12,
        margin: [0, 1, 0, 2] satisfies [number, number, number, number],
      })),
    ],
    margin: [0, 2, 0, 6],
    unbreakable: true,
  }
}

/** Keys side by side, as many as there is room for. */
function rowsOf<Key>(keys: readonly Key[]): Key[][] {
  const inRow = 5
  return Array.from({ length: Math.ceil(keys.length / inRow) }, (_, row) => keys.slice(row * inRow, (row + 1) * inRow))
}
