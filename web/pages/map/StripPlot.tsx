import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { useScope } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { Row } from './sorting.ts'

/**
 * All municipalities on one line: own filled, the mean of the area as a bar, others hollow. The values stand in the
 * table, so to a screen reader the plot is only its caption.
 */
export function StripPlot({
  rows,
  code,
  decimals,
  name,
}: {
  readonly rows: readonly Row[]
  readonly code: string
  readonly decimals: number
  readonly name: string
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { region } = useScope()
  const known = rows.flatMap(({ code, per10000, population }) =>
    per10000 === null || population === null ? [] : [{ code, value: per10000, population }],
  )
  const highest = Math.max(...known.map(({ value }) => value), 1)
  const people = known.reduce((sum, { population }) => sum + population, 0)
  const mean = people === 0 ? null : known.reduce((sum, one) => sum + one.value * one.population, 0) / people
  const x = (value: number) => 6 + (value / highest) * 328
  const own = known.find((one) => one.code === code)
  const at = own === undefined ? null : known.filter(({ value }) => value > own.value).length + 1
  return (
    <figure className="strip-plot">
      <svg viewBox="0 0 340 22" aria-hidden="true">
        <path className="axis" d="M6 11H334" />
        {known
          .filter((one) => one.code !== code)
          .map((one) => (
            <circle key={one.code} className="other" cx={x(one.value)} cy={11} r={4} />
          ))}
        {mean !== null && <path className="mean" d={`M${x(mean)} 2V20`} />}
        {own && <circle className="own" cx={x(own.value)} cy={11} r={6} />}
      </svg>
      <figcaption>
        <span>{at !== null && t('map.inspector.rank', { name, at, of: known.length })}</span>
        {mean !== null && (
          <span>
            {t(region === null ? 'map.inspector.countryMean' : 'map.inspector.regionMean', {
              value: number(mean, language, decimals),
            })}
          </span>
        )}
      </figcaption>
    </figure>
  )
}
