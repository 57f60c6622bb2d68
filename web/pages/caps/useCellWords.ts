import { useTranslation } from 'react-i18next'
import type { CapBasis } from '#api/views/caps'
import { number } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { Summed } from './board.ts'
import { adoptedIn, type CapArea, type CapCell, cellOf, measureOf } from './capsAnswer.ts'
import { useGroupName } from './useGroupName.ts'
import { useToldWords } from './useToldWords.ts'

/** Cells of the board as they are spoken: everything that squares and colours show. */
export function useCellWords() {
  const { t } = useTranslation()
  const language = useLanguage()
  const nameOf = useGroupName()
  const told = useToldWords()
  const say = (value: number) => number(value, language)
  const capWords = (cap: number | null, between: readonly [number, number] | null) => {
    if (cap !== null) return t('caps.spoken.cap', { cap: say(cap) })
    if (between === null) return t('caps.spoken.noCap')
    return t('caps.spoken.between', { low: say(between[0]), high: say(between[1]) })
  }
  const adoptedWords = (cell: CapCell | undefined) => {
    const adopted = adoptedIn(cell)
    return adopted === undefined ? null : t('caps.spoken.adopted', { cap: say(adopted.cap) })
  }
  const excessWords = (excess: number | null) =>
    excess === null
      ? t('caps.spoken.noExcess')
      : excess === 0
        ? t('caps.spoken.within')
        : t('caps.board.over', { count: excess })
  return {
    cell: (area: CapArea, group: string, basis: CapBasis): string => {
      const cell = cellOf(area, group)
      const measure = measureOf(cell, basis)
      return t('caps.spoken.cell', {
        group: nameOf(group),
        area: area.name,
        documented: say(cell?.documented.valid ?? 0),
        cap: adoptedWords(cell) ?? capWords(measure?.cap ?? null, measure?.between ?? null),
        excess: excessWords(measure?.excess ?? null),
        people: cell === undefined ? '' : told(cell.expected[basis]),
        basis: t(`caps.basisLong.${basis}`),
      })
    },
    municipality: (area: CapArea, group: string, basis: CapBasis): string => {
      const cell = cellOf(area, group)
      const words = t('caps.spoken.municipality', {
        group: nameOf(group),
        area: area.name,
        documented: say(cell?.documented.valid ?? 0),
        people: cell === undefined ? '' : told(cell.expected[basis]),
        basis: t(`caps.basisLong.${basis}`),
      })
      return [words, adoptedWords(cell)].flatMap((one) => one ?? []).join(', ')
    },
    sum: (name: string, group: string, { documented, cap, excess }: Summed): string =>
      t('caps.spoken.sum', {
        group: nameOf(group),
        area: name,
        documented: say(documented),
        cap: capWords(cap, null),
        excess: excessWords(excess),
      }),
  }
}
