import type { Paper, PaperBlock } from '#api/views/paper'
import { date, instant } from '#events/say/format'
import { number } from '#events/say/numbers'
import { digestOf, shortDigest } from '../canonical.ts'
import { cell } from './caseSections.ts'
import type { Telling } from './telling.ts'

/** Everything of a paper that its parts have said, without what is computed over the whole. */
export type Unfinished = Omit<Paper, 'figures' | 'references' | 'foot' | 'checksum'>

/** Adds the references, the foot and the checksum. */
export function finished(paper: Unfinished, telling: Telling): Paper {
  const { say, language, figures, references } = telling
  const { stamp } = paper
  const blocks = [...paper.blocks, ...referenceTable(paper.kind, telling)]
  const body = { ...paper, blocks, figures: [...figures], references: [...references] }
  const checksum = digestOf(body)
  const short = shortDigest(checksum)
  const made = say('footMade', {
    on: date(stamp.effectiveOn, language),
    event: number(stamp.event, language),
    known: instant(stamp.recordedAt, language),
  })
  const rules =
    stamp.ruleSet === null || stamp.ruleSetVersion === null
      ? say('footNoRules', { checksum: short })
      : say('footRules', { ruleSet: stamp.ruleSet, version: stamp.ruleSetVersion, checksum: short })
  return { ...body, foot: [made, stamp.synthetic ? `${rules} ${say('demoData')}` : rules], checksum }
}

/** What the references stand for: under a heading of its own where no appendix on figures is before it. */
function referenceTable(kind: Paper['kind'], { say, references }: Telling): PaperBlock[] {
  if (references.length === 0) return []
  const columns = [
    { title: say('reference'), width: 0.14 },
    { title: say('standsFor'), width: 0.4 },
    { title: say('proof'), width: 0.46 },
  ]
  const rows = references.map(({ ref, text, path }) => [cell({ ref }), cell(text), cell(withoutTimes(path))])
  const isAlone = kind === 'agenda' || kind === 'minutes'
  return [
    ...(isAlone ? [{ kind: 'heading' as const, text: say('references') }] : []),
    { kind: 'table', caption: say('references'), columns, rows },
  ]
}

/** An address as people type it: the two times stand at the foot. */
function withoutTimes(path: string): string {
  const [page = path, search = ''] = path.split('?')
  const own = new URLSearchParams(search)
  for (const name of ['asOf', 'asKnownAt', 'lang']) own.delete(name)
  return own.size === 0 ? page : `${page}?${own}`
}
