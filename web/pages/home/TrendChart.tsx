import { useRef } from 'react'
import { useWidth } from '../../time/useWidth.ts'

/** One period of a trend; null where a figure is not told. */
export interface TrendPoint {
  readonly label: string
  /** Place on the axis: neighbours are one apart, and only neighbours are joined. */
  readonly at: number
  readonly own: number | null
  readonly region: number | null
  readonly band: { readonly low: number; readonly high: number } | null
}

const height = 132
const inside = { left: 8, right: 8, top: 12, bottom: 24 }

/** The municipality's figure over time, with the region's and the middle half of its peers behind it. */
export function TrendChart({ points, label }: { readonly points: readonly TrendPoint[]; readonly label: string }) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  return (
    <div ref={box} className="trend">
      {width > 0 && <Plot points={points} label={label} width={width} />}
    </div>
  )
}

function Plot({
  points,
  label,
  width,
}: {
  readonly points: readonly TrendPoint[]
  readonly label: string
  readonly width: number
}) {
  const values = points.flatMap(({ own, region, band }) =>
    [own ?? [], region ?? [], band?.low ?? [], band?.high ?? []].flat(),
  )
  const [low, high] = [Math.min(...values), Math.max(...values)]
  // A figure that hardly moves must not look as if it did: the axis spans at least a tenth of the highest.
  const span = Math.max(high - low, high / 10, 1e-9)
  const bottom = Math.max(0, (low + high - span * 1.3) / 2)
  // A long gap between two periods is as wide as two steps, and not drawn across.
  const steps = points.map(({ at }, index) => (index === 0 ? 0 : Math.min(2, at - (points[index - 1]?.at ?? at))))
  const places = steps.map((_, index) => steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0))
  const last = Math.max(1, places.at(-1) ?? 1)
  const room = width - inside.left - inside.right - 36
  const x = (index: number) =>
    inside.left + 18 + (points.length === 1 ? room / 2 : ((places[index] ?? 0) / last) * room)
  const y = (value: number) => {
    const share = (value - bottom) / (span * 1.3)
    return height - inside.bottom - Math.min(1, Math.max(0, share)) * (height - inside.top - inside.bottom)
  }
  const joined = (of: (point: TrendPoint) => number | null) =>
    points.slice(1).flatMap((point, index) => {
      const before = points[index]
      const [from, to] = [before === undefined ? null : of(before), of(point)]
      const isNext = before !== undefined && point.at - before.at === 1
      return from === null || to === null || !isNext ? [] : [`M${x(index)} ${y(from)}L${x(index + 1)} ${y(to)}`]
    })
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      <line className="trend-axis" x1={0} x2={width} y1={height - inside.bottom} y2={height - inside.bottom} />
      {points.map(({ band, label: name }, index) =>
        band === null ? null : (
          <rect
            key={name}
            className="trend-band"
            x={x(index) - 9}
            width={18}
            y={y(band.high)}
            height={Math.max(2, y(band.low) - y(band.high))}
          />
        ),
      )}
      <path className="trend-region" d={joined(({ region }) => region).join('')} />
      <path className="trend-own" d={joined(({ own }) => own).join('')} />
      {points.map(({ label: name, own, region }, index) => (
        <g key={name}>
          {region !== null && (
            <rect className="trend-region-point" x={x(index) - 3.5} y={y(region) - 3.5} width={7} height={7} />
          )}
          {own !== null && <circle className="trend-own-point" cx={x(index)} cy={y(own)} r={4.5} />}
          <text x={x(index)} y={height - 7} textAnchor="middle">
            {name}
          </text>
        </g>
      ))}
    </svg>
  )
}
