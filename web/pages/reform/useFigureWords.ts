import { useTranslation } from 'react-i18next'
import { capacity, kroner, none, number } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import { difference, type FigureLine } from './figureLines.ts'
import type { Figures } from './reformAnswer.ts'

/** Says what a line is called, what one region has of it, and what the second date has above the first. */
export function useFigureWords() {
  const { t } = useTranslation()
  const language = useLanguage()
  const written = (value: number, { unit }: FigureLine) =>
    unit === 'count'
      ? number(value, language)
      : unit === 'oere'
        ? kroner(value, language)
        : capacity(value, unit, language)
  return {
    name: ({ key, specialty }: FigureLine) => t(`reform.figures.${key}`, { specialty: specialty ?? '' }),
    value: (figures: Figures | null, line: FigureLine) => {
      if (figures === null) return none
      const value = line.read(figures)
      if (value === 'absent') return none
      if (value !== null) return written(value, line)
      return t(line.key === 'openCases' || line.key === 'rulings' ? 'reform.figures.hidden' : 'reform.figures.unknown')
    },
    difference: (before: Figures | null, after: Figures | null, line: FigureLine) => {
      if (before === null || after === null) return none
      const by = difference(line.read(before), line.read(after))
      if (by === null) return none
      if (by === 0) return t('reform.figures.none')
      return by > 0 ? `+${written(by, line)}` : written(by, line)
    },
  }
}
