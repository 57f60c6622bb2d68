import { stringify } from 'csv-stringify/sync'
import writeXlsxFile from 'write-excel-file/node'
import { halfYearFileWords } from '#events/halfYearWords'
import type { Language } from '#events/say/numbers'
import { type PublishedPackage, type Sheet, type SheetCell, sheetsOf } from './sheet.ts'

/**
 * The package as a table for spreadsheets: semicolons, a byte order mark, decimal commas in Danish, and text that would be
 * a formula made harmless. Every row tells whose it is, which edition, and the checksum of what was published.
 */
export function packageCsv(published: PublishedPackage, language: Language): string {
  const { figures, keyFigures } = sheetsOf(published, language)
  const say = (key: 'municipality' | 'code' | 'period' | 'edition' | 'checksum') => halfYearFileWords[key][language]
  const { municipality, name, period, edition } = published
  const head = [say('municipality'), say('code'), say('period'), say('edition'), ...figures.head, say('checksum')]
  const rows = [...figures.rows, ...keyFigures.rows].map((row) => [
    name,
    municipality,
    period,
    edition.edition,
    ...row.map((cell) => plain(cell, language)),
    edition.checksum,
  ])
  return stringify([head, ...rows], { delimiter: ';', bom: true, escape_formulas: true, record_delimiter: 'windows' })
}

/** The package as a workbook of three sheets: figures, key figures, and what the package is. */
export async function packageXlsx(published: PublishedPackage, language: Language): Promise<Buffer> {
  const { figures, keyFigures, about } = sheetsOf(published, language)
  const of = ({ title, head, rows }: Sheet) => ({
    sheet: title,
    columns: head.map((_, index) => ({ width: index < 2 ? 38 : 22 })),
    stickyRowsCount: 1,
    data: [
      head.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })),
      ...rows.map((row) => row.map(workbookCell)),
    ],
  })
  return await writeXlsxFile([of(figures), of(keyFigures), of(about)]).toBuffer()
}

function plain(cell: SheetCell, language: Language): string {
  if (typeof cell === 'string') return cell
  const fixed = cell.value.toFixed(cell.decimals)
  return language === 'da' ? fixed.replace('.', ',') : fixed
}

/** A number stays a number, and is shown as the reader's own program shows numbers. */
function workbookCell(cell: SheetCell) {
  if (typeof cell === 'string') return { value: cell, type: String, wrap: true }
  const format = cell.decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(cell.decimals)}`
  return { value: cell.value, type: Number, format }
}
