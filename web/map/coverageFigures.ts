import type { Answer } from '../api.ts'
import { type Language, number, percent } from '../format.ts'
import { classOf } from './classes.ts'
import type { Figures } from './figures.ts'

/**
 * Share of each municipality's inhabitants within reach, classed by the answer's own limits. `say` makes the sentence of
 * a share, where it is known.
 */
export function coverageFigures(
  answer: Answer<'coverage'>,
  language: Language,
  say: (share: string, minutes: string) => string,
): Figures {
  const ranked = answer.rows.flatMap(({ share }) => (share === null ? [] : [share])).toSorted((a, b) => b - a)
  return new Map(
    answer.rows.map(({ municipality: code, name, share, meanMinutes, people }) => [
      code,
      {
        code,
        name,
        value: share,
        text: percent(share, language, 0),
        said: say(percent(share, language), number(meanMinutes, language)),
        class: classOf(answer.breaks, share),
        rank: share === null ? null : ranked.indexOf(share) + 1,
        population: people,
      },
    ]),
  )
}
