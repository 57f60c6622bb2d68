import { memo, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { number, percent, signed } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { Compared, ComparedFigure } from './useComparison.ts'

/**
 * A figure as it is shown. `over` counts the matrix beside the panel, whatever its areas are; the service's own count of caps
 * breached is that of the regions, and would say something else.
 */
type Shown = Pick<ComparedFigure, 'unit' | 'a' | 'b'> & {
  readonly figure: Exclude<ComparedFigure['figure'], 'capsBreached'> | 'over'
}

/** The figures that stand before the map; the others are asked for. */
const headlines: ReadonlySet<Shown['figure']> = new Set(['coveredShare', 'meanCost', 'worstTenth', 'over'])

/** A, B and how they differ: four headline figures, and the rest on request. Stale figures are dotted. */
export const ComparisonFigures = memo(function ComparisonFigures({
  compared,
  overA,
  overB,
  stale,
}: {
  readonly compared: Compared
  readonly overA: number | null
  readonly overB: number | null
  readonly stale: boolean
}) {
  const { t } = useTranslation()
  const id = useId()
  const say = useFigureWords()
  const [all, setAll] = useState(false)
  const of = { max: compared.max, unit: t(`laboratory.comparison.${compared.unit}`) }
  const figures: readonly Shown[] = [
    ...compared.figures.flatMap(({ figure, ...rest }): Shown[] =>
      figure === 'capsBreached' ? [] : [{ figure, ...rest }],
    ),
    { figure: 'over', unit: 'count', a: overA, b: overB },
  ]
  const shown = [
    ...figures.filter(({ figure }) => headlines.has(figure)),
    ...(all ? figures.filter(({ figure }) => !headlines.has(figure)) : []),
  ]
  return (
    <>
      <table id={id} className={`table lab-figures ${stale ? 'is-stale' : ''}`}>
        <caption className="visually-hidden">{t('laboratory.comparison.figure')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('laboratory.comparison.figure')}</th>
            <th scope="col" className="num">
              {t('laboratory.comparison.a')}
            </th>
            <th scope="col" className="num">
              {t('laboratory.comparison.b')}
            </th>
            <th scope="col" className="num">
              {t('laboratory.comparison.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((figure) => (
            <tr key={figure.figure}>
              <th scope="row">{t(`laboratory.comparison.${figure.figure}`, of)}</th>
              <td className="num">{say.value(figure, figure.a)}</td>
              <td className="num lab-now">{say.value(figure, figure.b)}</td>
              <td className={`num ${betterClass(figure)}`}>{say.difference(figure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="lab-more">
        <button
          type="button"
          className="link-button"
          aria-expanded={all}
          aria-controls={id}
          onClick={() => setAll(!all)}
        >
          {t(all ? 'laboratory.comparison.fewer' : 'laboratory.comparison.more')}
        </button>
      </p>
    </>
  )
})

/** Figures of which more is better; of the others less is, and of the number of specialists neither. */
const moreIsBetter: ReadonlySet<Shown['figure']> = new Set(['coveredShare', 'coveredPeople'])

function betterClass({ figure, a, b }: Shown): string {
  if (a === null || b === null || a === b || figure === 'specialists') return ''
  return b > a === moreIsBetter.has(figure) ? 'lab-better' : 'lab-worse'
}

function useFigureWords() {
  const { t } = useTranslation()
  const language = useLanguage()
  const decimals = { share: 1, people: 0, minutes: 1, km: 1, count: 0 } as const
  const unit = ({ unit }: Shown) =>
    unit === 'minutes' || unit === 'km' ? `\u00A0${t(`laboratory.comparison.${unit}`)}` : ''
  return {
    value: (figure: Shown, value: number | null) =>
      value === null
        ? t('caps.told.unknown')
        : figure.unit === 'share'
          ? percent(value, language)
          : `${number(value, language, decimals[figure.unit])}${unit(figure)}`,
    difference: (figure: Shown) => {
      const { a, b } = figure
      if (a === null || b === null) return t('caps.told.unknown')
      return figure.unit === 'share'
        ? t('laboratory.comparison.points', { value: signed((b - a) * 100, language, 1) })
        : `${signed(b - a, language, decimals[figure.unit])}${unit(figure)}`
    },
  }
}
