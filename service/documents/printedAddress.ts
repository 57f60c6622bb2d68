import { fill } from '#events/words'
import { paperWords } from './paperWords.ts'
import type { Printable } from './pdf.ts'

/**
 * A paper as it leaves the screen: where its references are pages, at which address they are. Not a part of the paper
 * itself, whose checksum is the same wherever the service runs.
 */
export function withAddress(paper: Printable, origin: string): Printable {
  if (paper.references.length === 0) return paper
  const line = [fill(paperWords.pagesAt[paper.language], { origin })]
  return { ...paper, blocks: [...paper.blocks, { kind: 'text', line }] }
}
