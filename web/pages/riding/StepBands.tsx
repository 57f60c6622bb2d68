import { useTranslation } from 'react-i18next'
import { capacity, date } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import { dateAt, dayOf } from '../../time/axis.ts'
import type { Pending } from './agreements.ts'
import type { Plot } from './chartScale.ts'
import { breachSpans, levelAt, type Piece, piecesIn, type Step } from './steps.ts'

/** Hatched parts of the chart: what is permitted and has not begun, and what would lie over the ceiling, with its words. */
export function StepBands({
  plot,
  decided,
  permitted,
  pending,
  fills,
}: {
  readonly plot: Plot
  readonly decided: readonly Piece[]
  readonly permitted: readonly Step[]
  readonly pending: Pending | null
  readonly fills: { readonly permitted: string; readonly breach: string }
}) {
  const bands = decided.flatMap((piece) =>
    piecesIn(permitted, piece)
      .filter(({ hoursTenths }) => hoursTenths > 0)
      .map((part) => ({ ...part, top: piece.hoursTenths })),
  )
  return (
    <>
      {bands.map(({ from, to, hoursTenths, top }) => (
        <rect
          key={`${from} ${to}`}
          className="band"
          x={plot.x(from)}
          width={plot.x(to) - plot.x(from)}
          y={plot.y(top)}
          height={Math.min(plot.y(top - hoursTenths), plot.height) - plot.y(top)}
          fill={fills.permitted}
        />
      ))}
      {pending !== null && <Breaches plot={plot} pending={pending} fill={fills.breach} />}
    </>
  )
}

function Breaches({ plot, pending, fill }: { readonly plot: Plot; readonly pending: Pending; readonly fill: string }) {
  return (
    <>
      {piecesIn(pending.breaches, plot.span).map(({ from, to, hoursTenths }) => {
        const level = levelAt(pending.timeline, dateAt(from))
        const top = plot.y(level)
        return (
          <rect
            key={from}
            className="breach-band"
            x={plot.x(from)}
            width={Math.max(plot.x(to) - plot.x(from), 3)}
            y={top}
            height={Math.max(plot.y(level - hoursTenths) - top, 2)}
            fill={fill}
          />
        )
      })}
      {breachSpans(pending.breaches).map((breach) => (
        <BreachWords key={breach.from} plot={plot} breach={breach} level={levelAt(pending.timeline, breach.from)} />
      ))}
    </>
  )
}

function BreachWords({ plot, breach, level }: { readonly plot: Plot; readonly breach: Step; readonly level: number }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const from = plot.x(dayOf(breach.from))
  const to = breach.to === null ? plot.width : Math.min(plot.x(dayOf(breach.to)), plot.width)
  const isRight = from > plot.width / 2
  const words = {
    from: date(breach.from, language),
    hours: capacity(breach.hoursTenths, 'hoursTenths', language),
  }
  return (
    <text className="breach-words" x={isRight ? to : from} y={plot.y(level) - 7} textAnchor={isRight ? 'end' : 'start'}>
      {breach.to === null
        ? t('riding.chart.breachOpen', words)
        : t('riding.chart.breach', { ...words, to: date(dateAt(dayOf(breach.to) - 1), language) })}
    </text>
  )
}
