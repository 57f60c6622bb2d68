import { useTranslation } from 'react-i18next'

/**
 * All municipalities on one line: own filled, the region's mean as a bar, others hollow. The values stand beside it in
 * the table, so to a screen reader there is nothing more to say.
 */
export function StripLine({
  values,
  own,
  mean,
}: {
  readonly values: readonly { readonly code: string; readonly value: number }[]
  readonly own: string
  readonly mean: number | null
}) {
  const highest = Math.max(...values.map(({ value }) => value), 0)
  const x = (value: number) => 6 + (highest === 0 ? 0 : (value / highest) * 188)
  const mine = values.find(({ code }) => code === own)
  return (
    <svg className="strip-plot strip-line" viewBox="0 0 200 16" aria-hidden="true">
      <path className="axis" d="M6 8H194" />
      {values
        .filter(({ code }) => code !== own)
        .map(({ code, value }) => (
          <circle key={code} className="other" cx={x(value)} cy={8} r={3.5} />
        ))}
      {mean !== null && <path className="mean" d={`M${x(mean)} 1V15`} />}
      {mine !== undefined && <circle className="own" cx={x(mine.value)} cy={8} r={5} />}
    </svg>
  )
}

const symbols = {
  own: <circle className="own" cx={8} cy={8} r={5} />,
  region: <path className="mean" d="M8 1V15" />,
  others: <circle className="other" cx={8} cy={8} r={3.5} />,
}

/** What the marks of the lines stand for. */
export function StripLegend() {
  const { t } = useTranslation()
  return (
    <span className="strip-legend">
      {(['own', 'region', 'others'] as const).map((key) => (
        <span key={key}>
          <svg className="strip-plot" viewBox="0 0 16 16" width={16} height={16} aria-hidden="true">
            {symbols[key]}
          </svg>
          {t(`hearings.numbers.${key}`)}
        </span>
      ))}
    </span>
  )
}
