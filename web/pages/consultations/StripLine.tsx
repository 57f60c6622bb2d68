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
