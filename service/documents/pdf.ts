import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import pdfmake from 'pdfmake'
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Paper, PaperBlock, PaperCell, PaperLine } from '#api/views/paper'
import type { Outcome } from '#events/finding'
import { verdictShapes } from '#events/say/verdictShapes'
import { fill } from '#events/words'
import { dateOf } from '../clock.ts'
import { paperWords } from './paperWords.ts'
import { drawingsOf } from './pdfDrawings.ts'
import { page, room, sans } from './pdfStyle.ts'
import { withAddress } from './printedAddress.ts'

const fontFile = (family: string, weight: 400 | 600, slant: 'normal' | 'italic' = 'normal') =>
  createRequire(import.meta.url).resolve(`@fontsource/${family}/files/${family}-latin-${weight}-${slant}.woff`)
const family = (name: string) => ({
  normal: fontFile(name, 400),
  bold: fontFile(name, 600),
  italics: fontFile(name, 400, 'italic'),
  bolditalics: fontFile(name, 600, 'italic'),
})
const fonts = { Serif: family('source-serif-4'), Sans: family('noto-sans') }
const fontFolders = new Set(Object.values(fonts).map(({ normal }) => dirname(normal)))

pdfmake.setFonts(fonts)
// A paper is made of what it is given: nothing is fetched, and no file is read but the fonts.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => fontFolders.has(dirname(path)))

const rule = (thickness: number, colour = '#000000'): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: room, y2: 0, lineWidth: thickness, lineColor: colour }],
})

/** What is printed of a paper, whatever it is about. */
export type Printable = Omit<Paper, 'kind' | 'draft' | 'figures' | 'stamp'> & {
  readonly stamp: Pick<Paper['stamp'], 'recordedAt'>
  /** Stands beside the occasion. */
  readonly draft?: string | null
}

/**
 * The paper as a PDF for A4, its fonts embedded. References are links below `origin`, which is written at the end. The same paper and origin make the
 * same bytes: the dates in it are the paper's own.
 */
export async function pdfOf(paper: Printable, origin: string): Promise<Buffer> {
  const links = new Map(paper.references.map(({ ref, path }) => [ref, origin + path]))
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [page.side, page.top, page.side, page.bottom],
    defaultStyle: { font: 'Serif', fontSize: 9.75, lineHeight: 1.2, color: '#000000' },
    info: {
      title: paper.title,
      author: paper.head.left.join(', '),
      subject: paper.checksum,
      creator: 'Praksiskort',
      producer: 'Praksiskort',
      creationDate: dateOf(paper.stamp.recordedAt),
      modDate: dateOf(paper.stamp.recordedAt),
    },
    language: paper.language === 'da' ? 'da-DK' : 'en-GB',
    header: () => headOf(paper),
    footer: (current, pages) => footOf(paper, current, pages),
    content: [
      { text: paper.title, bold: true, fontSize: 17, lineHeight: 1.1, margin: [0, 4, 0, 10] },
      factsOf(paper),
      ...together(withAddress(paper, origin).blocks).map((blocks): Content => {
        const stack = blocks.map((block) => blockOf(block, links))
        return blocks.every(isWhole) || blocks.length > 1 ? { stack, unbreakable: true } : stack
      }),
    ],
    // A heading that nothing follows on its page goes to the next one.
    pageBreakBefore: ({ headlineLevel }, nodes) => headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
  }
  return await pdfmake.createPdf(definition).getBuffer()
}

/** Rows of a table that one page can be asked to hold whole. */
const wholeRows = 6
/** Letters of a text that is not parted. */
const wholeText = 600

/** A heading stays with what it is the heading of, and a text with the table after it, where that runs over no page itself. */
function together(blocks: readonly PaperBlock[]): PaperBlock[][] {
  const groups: PaperBlock[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    const leads = before?.kind === 'text' && isWhole(before) && block.kind === 'table'
    const isKept = leads || (before?.kind === 'heading' && before.newPage !== true)
    if (last !== undefined && isKept && isWhole(block)) last.push(block)
    else groups.push([block])
  }
  return groups
}

/** True for what stands on one page. */
function isWhole(block: PaperBlock): boolean {
  if (block.kind === 'heading') return false
  if (block.kind === 'table') return block.rows.length <= wholeRows
  return block.kind !== 'text' || JSON.stringify(block.line).length <= wholeText
}

function headOf({ head, draft = null }: Printable): Content {
  const [occasion = '', ...more] = head.right
  const small = { ...sans, fontSize: 8.8 }
  const first = [{ text: occasion }, ...(draft === null ? [] : [{ text: ` · ${draft}`, bold: true }])]
  return {
    margin: [page.side, 34, page.side, 0],
    stack: [
      {
        columns: [
          { stack: head.left.map((text) => ({ text, ...small })), width: '*' },
          {
            stack: [{ text: first, ...small }, ...more.map((text) => ({ text, ...small }))],
            width: 'auto',
            alignment: 'right',
          },
        ],
      },
      { ...line(1.4), margin: [0, 6, 0, 0] },
    ],
  }
}

function line(thickness: number) {
  return { stack: [rule(thickness)] }
}

function footOf({ foot, language }: Printable, current: number, pages: number): Content {
  const text = fill(paperWords.page[language], { page: current, pages })
  const small = { ...sans, fontSize: 6.8 }
  return {
    margin: [page.side, 12, page.side, 0],
    stack: [
      { ...line(0.5), margin: [0, 0, 0, 5] },
      {
        columns: [
          { stack: foot.map((one) => ({ text: one, ...small })), width: '*' },
          { text, ...small, width: 'auto', alignment: 'right' },
        ],
        columnGap: 12,
      },
    ],
  }
}

function factsOf({ facts }: Printable): Content {
  return {
    columns: facts.map(({ label, text }) => ({
      stack: [
        { text: label, ...sans, color: '#444444' },
        { text, ...sans, bold: true },
      ],
      width: 'auto',
    })),
    columnGap: 22,
    margin: [0, 0, 0, 10],
  }
}

type Links = ReadonlyMap<string, string>

function inline(spans: PaperLine, links: Links): Content[] {
  return spans.map((span): Content => {
    if (typeof span === 'string') return { text: span }
    if ('strong' in span) return { text: span.strong, bold: true }
    const link = links.get(span.ref)
    const text = { text: `[${span.ref}]`, font: 'Sans', fontSize: 7 }
    return link === undefined ? text : { ...text, link }
  })
}

function blockOf(block: PaperBlock, links: Links): Content {
  switch (block.kind) {
    case 'heading':
      return {
        text: block.text,
        bold: true,
        fontSize: block.newPage === true ? 14 : 11.6,
        margin: [0, 9, 0, 4],
        headlineLevel: 1,
        ...(block.newPage === true ? { pageBreak: 'before' as const } : {}),
      }
    case 'text':
      return { text: inline(block.line, links), margin: [0, 2, 0, 4] }
    case 'list':
      return { ol: block.items.map((item) => ({ text: inline(item, links) })), margin: [0, 2, 0, 4] }
    case 'frame':
      return frameOf(block, links)
    case 'table':
      return tableOf(block, links)
    case 'drawings':
      return drawingsOf(block)
    case 'ballot':
      return {
        columns: block.choices.map((text) => ({
          columns: [
            {
              svg: '<svg viewBox="0 0 12 12"><rect x="0.5" y="0.5" width="11" height="11" fill="none" stroke="#000"/></svg>',
              width: 10,
            },
            { text, ...sans, width: 'auto' },
          ],
          columnGap: 6,
          width: 'auto',
        })),
        columnGap: 24,
        margin: [0, 4, 0, 6],
      }
  }
}

function frameOf({ title, lines, items }: Extract<PaperBlock, { kind: 'frame' }>, links: Links): Content {
  const body: Content[] = [
    { text: title, bold: true, fontSize: 11.6, margin: [0, 0, 0, 3] },
    ...lines.map((one) => ({
      text: inline(one, links),
      margin: [0, 1, 0, 2] satisfies [number, number, number, number],
    })),
    ...(items.length === 0 ? [] : [{ ol: items.map((one) => ({ text: inline(one, links) })) }]),
  ]
  return {
    table: { widths: ['*'], body: [[{ stack: body, margin: [6, 4, 4, 4] }]] },
    layout: {
      hLineWidth: () => 0.8,
      vLineWidth: (column) => (column === 0 ? 3 : 0.8),
    },
    margin: [0, 0, 0, 6],
  }
}

function tableOf({ columns, rows }: Extract<PaperBlock, { kind: 'table' }>, links: Links): Content {
  const gap = 8 * (columns.length - 1)
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => (width === undefined ? '*' : (room - gap) * width)),
      body: [
        columns.map(({ title, isNumber }) => ({ text: title, ...sans, bold: true, ...side(isNumber) })),
        ...rows.map((row) => row.map((one, index) => cellOf(one, columns[index]?.isNumber, links))),
      ],
    },
    layout: {
      hLineWidth: (row, node) => (row === 0 ? 0 : row === 1 || row === node.table.body.length ? 0.8 : 0.4),
      hLineColor: (row) => (row === 1 ? '#000000' : '#999999'),
      vLineWidth: () => 0,
      paddingLeft: (column) => (column === 0 ? 0 : 8),
      paddingRight: () => 0,
      paddingTop: () => 3,
      paddingBottom: () => 3,
    },
    margin: [0, 2, 0, 8],
  }
}

function side(isNumber: boolean | undefined) {
  return isNumber === true ? { alignment: 'right' as const } : {}
}

function cellOf({ line: spans, note, icon }: PaperCell, isNumber: boolean | undefined, links: Links): TableCell {
  const text = { text: inline(spans, links), ...sans, ...side(isNumber) }
  const noted: Content =
    note === undefined ? text : { stack: [text, { text: note, ...sans, fontSize: 7.4, color: '#333333' }] }
  if (icon === undefined) return noted
  return {
    columns: [
      { svg: iconOf(icon), width: 11 },
      { ...noted, width: '*' },
    ],
    columnGap: 4,
  }
}

function iconOf(outcome: Outcome): string {
  const { outline, mark, filled } = verdictShapes[outcome]
  const shape =
    outline === '' ? '' : `<path d="${outline}" fill="${filled ? '#000' : 'none'}" stroke="#000" stroke-width="1.8"/>`
  const sign = `<path d="${mark}" fill="none" stroke="${filled ? '#fff' : '#000'}" stroke-width="2" stroke-linecap="round"/>`
  return `<svg viewBox="0 0 24 24">${shape}${sign}</svg>`
}
