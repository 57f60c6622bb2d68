import type { Paper, PaperFigure, PaperReference } from '#api/views/paper'
import type { Language } from '#events/say/numbers'
import type { Names } from '#events/say/sayable'
import { wordsIn } from '#events/say/words'
import { fill } from '#events/words'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { paperWords } from './paperWords.ts'

/** Everything that a part of a paper says itself with. */
export interface Telling {
  readonly language: Language
  readonly names: Names
  readonly words: ReturnType<typeof wordsIn>
  /** A text of the papers, filled. */
  readonly say: (key: keyof typeof paperWords, params?: Readonly<Record<string, string | number>>) => string
  /** Where in the product something is shown at the paper's two times. */
  readonly path: (page: string, search?: Readonly<Record<string, string>>) => string
  /** Notes a figure under a reference, which it answers. */
  readonly figure: (figure: PaperFigure) => string
  /** Notes what a reference stands for, once. */
  readonly refer: (reference: PaperReference) => string
  readonly figures: readonly PaperFigure[]
  readonly references: readonly PaperReference[]
}

/** Begins a paper in a language at two times that stand still. */
export function tellingIn(
  language: Language,
  { effectiveOn, recordedAt }: Pick<Paper['stamp'], 'effectiveOn' | 'recordedAt'>,
  areas: AreaCatalogue,
): Telling {
  const names = namesIn(areas)
  const figures: PaperFigure[] = []
  const references: PaperReference[] = []
  return {
    language,
    names,
    words: wordsIn(language, names),
    say: (key, params = {}) => fill(paperWords[key][language], params),
    path: (page, search = {}) =>
      `${page}?${new URLSearchParams({ ...search, asOf: effectiveOn, asKnownAt: recordedAt, lang: language })}`,
    figure(figure) {
      figures.push(figure)
      return figure.ref
    },
    refer(reference) {
      if (!references.some(({ ref }) => ref === reference.ref)) references.push(reference)
      return reference.ref
    },
    figures,
    references,
  }
}

function namesIn({ municipalities, regions }: AreaCatalogue): Names {
  const nameIn = (list: readonly { readonly code: string; readonly name: string }[]) => {
    const byCode = new Map(list.map(({ code, name }) => [code, name]))
    return (code: string) => byCode.get(code) ?? code
  }
  return { municipality: nameIn(municipalities), region: nameIn(regions) }
}
