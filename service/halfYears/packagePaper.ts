import type { PaperBlock, PaperCell } from '#api/views/paper'
import { halfYearFileWords, notToldWords } from '#events/halfYearWords'
import { date, instant } from '#events/say/format'
import { type Language, number } from '#events/say/numbers'
import { fill } from '#events/words'
import type { Printable } from '../documents/pdf.ts'
import { type PublishedPackage, periodName, type Sheet, type SheetCell, sheetsOf } from './sheet.ts'

/** The package as it is printed: its figures, its key figures and what is hidden, with the checksum at the foot of each page. */
export function packagePaper(published: PublishedPackage, language: Language): Printable {
  const say = (key: keyof typeof halfYearFileWords) => halfYearFileWords[key][language]
  const { figures, keyFigures, complete } = sheetsOf(published, language)
  const { edition, content, name, regionName, period } = published
  const checksum = edition.checksum ?? ''
  const inhabitants = content.inhabitants.own
  const title = `${say('title')}, ${periodName(period, language)}`
  return {
    language,
    title: `${title}: ${name}`,
    head: { left: [regionName], right: [title, name] },
    facts: [
      { label: say('edition'), text: String(edition.edition) },
      { label: say('deliveredOn'), text: date(edition.deliveredOn, language) },
      { label: say('recordedAt'), text: instant(edition.recordedAt, language) },
      { label: say('complete'), text: complete },
      {
        label: say('inhabitants'),
        text: inhabitants === null ? notToldWords.unknown[language] : number(inhabitants, language),
      },
    ],
    blocks: [
      ...(edition.reason === null ? [] : [textOf(`${say('reason')}: ${edition.reason}`)]),
      ...blocksOf(figures, language),
      ...onNewPage(blocksOf(keyFigures, language)),
      textOf(`${notToldWords.hidden[language]}: ${fill(say('hiddenNote'), content)}`),
      textOf(`${notToldWords.unknown[language]}: ${say('unknownNote')}`),
    ],
    references: [],
    stamp: { recordedAt: edition.recordedAt },
    foot: [
      `${name}, ${title}, ${say('edition').toLocaleLowerCase('da')} ${edition.edition}`,
      `${say('checksum')} ${checksum}`,
    ],
    checksum,
  }
}

function textOf(text: string): PaperBlock {
  return { kind: 'text', line: [text] }
}

/** The blocks from the top of a page on, so that figures and key figures are a page each. */
function onNewPage([first, ...rest]: readonly PaperBlock[]): PaperBlock[] {
  if (first === undefined) return []
  return [first.kind === 'heading' ? { ...first, newPage: true } : first, ...rest]
}

/** A heading and a table for each specialty, whose name is the first cell of its rows. */
function blocksOf({ title, head, rows }: Sheet, language: Language): PaperBlock[] {
  const names = [...new Set(rows.map(([specialty]) => specialty))].filter((specialty) => typeof specialty === 'string')
  return names.flatMap((specialty): PaperBlock[] => [
    { kind: 'heading', text: `${title}: ${specialty}` },
    {
      kind: 'table',
      caption: `${title}: ${specialty}`,
      columns: head
        .slice(1)
        .map((text, index) => ({ title: text, isNumber: index > 1, width: index === 0 ? 0.3 : 0.14 })),
      rows: rows
        .filter(([own]) => own === specialty)
        .map((row) => row.slice(1).map((cell): PaperCell => ({ line: [plain(cell, language)] }))),
    },
  ])
}

function plain(cell: SheetCell, language: Language): string {
  return typeof cell === 'string' ? cell : number(cell.value, language, cell.decimals)
}
