import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { capacity, date, longDate, number } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import { dateAt, dayAt, dayOf, marksOf, type Span, xOf } from '../../time/axis.ts'
import { Hatch } from './AreaSymbol.tsx'
import type { Pending } from './agreements.ts'
import { type Plot, type Scale, stairPath, yOf } from './chartScale.ts'
import { StepBands } from './StepBands.tsx'
import { StepTip } from './StepTip.tsx'
import { type Ceiling, levelAt, overAt, piecesIn, type Step, stopForKey, stopsOf } from './steps.ts'

/** Room around the plot, in pixels: hours to the left, dates below, words above. */
const edge = { left: 44, right: 12, top: 22, bottom: 22 }
const height = 96

/**
 * The region's hours as a stair over effective time, with the ceiling, what a case would make of it, and where that breaks
 * the ceiling. The pointer or the arrow keys read it out step by step; the table below says the same.
 */
export function StepChart({
  timeline,
  permitted,
  pending,
  ceiling,
  span,
  scale,
  width: outer,
  on,
  today,
  onDay,
}: {
  readonly timeline: readonly Step[]
  readonly permitted: readonly Step[]
  readonly pending: Pending | null
  readonly ceiling: Ceiling | null
  readonly span: Span
  readonly scale: Scale
  readonly width: number
  /** The day looked at. */
  readonly on: number
  readonly today: number
  /** The reader wants to see the page on a day. */
  readonly onDay: (day: number) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const id = useId()
  const [at, setAt] = useState<number | null>(null)
  const width = Math.max(outer - edge.left - edge.right, 1)
  const decided = piecesIn(timeline, span)
  const plot: Plot = {
    span,
    width,
    height,
    x: (day) => xOf(day, span, width),
    y: (hours) => yOf(hours, scale, height),
  }
  const wanted = pending === null ? span.to : dayOf(pending.wantedFrom)
  const after =
    wanted < span.to ? piecesIn(pending?.timeline ?? [], { from: Math.max(wanted, span.from), to: span.to }) : []
  const stops = stopsOf([timeline, pending?.timeline ?? []], [on, today], span)
  const day = at ?? on
  const read = (one: number) => ({
    hours: levelAt(timeline, dateAt(one)),
    granted: pending !== null && dateAt(one) >= pending.wantedFrom ? levelAt(pending.timeline, dateAt(one)) : null,
    over: overAt(pending, dateAt(one)),
  })
  const say = (hoursTenths: number) => capacity(hoursTenths, 'hoursTenths', language)
  const spoken = ({ hours, granted: would, over }: ReturnType<typeof read>) =>
    [
      t('riding.chart.at', { date: longDate(dateAt(day), language), hours: say(hours) }),
      ...(would === null || pending === null
        ? []
        : [t('riding.chart.spokenIfGranted', { hours: say(would), number: pending.number })]),
      ...(over > 0 ? [t('riding.chart.isBreach', { hours: say(over) })] : []),
    ].join('. ')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onDay(day)
    const target = stopForKey(event.key, stops, day)
    if (target === null) return
    event.preventDefault()
    setAt(target)
  }
  return (
    <div className="step-chart" style={{ height: edge.top + height + edge.bottom }}>
      <svg width={outer} height={edge.top + height + edge.bottom} aria-hidden="true">
        <Hatch id={`${id}-permitted`} />
        <Hatch id={`${id}-breach`} tone="var(--breach-fg)" />
        <defs>
          <pattern id={`${id}-future`} width={8} height={8} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="future-line" width={2} height={8} />
          </pattern>
        </defs>
        <g transform={`translate(${edge.left} ${edge.top})`}>
          {today < span.to && (
            <rect
              x={Math.max(0, plot.x(today))}
              width={Math.max(0, width - Math.max(0, plot.x(today)))}
              height={height}
              fill={`url(#${id}-future)`}
            />
          )}
          {scale.marks.map((mark) => (
            <g key={mark} className="hours-mark">
              <path d={`M0 ${plot.y(mark)}H${width}`} />
              <text x={-8} y={plot.y(mark) + 4}>
                {number(mark / 10, language, mark % 10 === 0 ? 0 : 1)}
              </text>
            </g>
          ))}
          <StepBands
            plot={plot}
            decided={decided}
            permitted={permitted}
            pending={pending}
            fills={{ permitted: `url(#${id}-permitted)`, breach: `url(#${id}-breach)` }}
          />
          {after.length > 0 && <path className="stair would" d={stairPath(after, span, scale, width, height)} />}
          <path className="stair" d={stairPath(decided, span, scale, width, height)} />
          {ceiling !== null && dayOf(ceiling.from) < span.to && (
            <path
              className="limit"
              d={`M${plot.x(Math.max(dayOf(ceiling.from), span.from))} ${plot.y(ceiling.hoursTenths)}H${width}`}
            />
          )}
          <DayMark x={plot.x(today)} kind="today" text={t('riding.chart.today')} />
          {on !== today && <DayMark x={plot.x(on)} kind="on" text={date(dateAt(on), language)} />}
          {marksOf(span, width).map((mark) => (
            <g key={mark.date} className={mark.year ? 'mark year' : 'mark'}>
              <path d={`M${mark.x} ${height}v5`} />
              <text x={mark.x} y={height + 18}>
                {mark.year ? mark.date.slice(0, 4) : (date(mark.date, language).split(/[\s\u00A0]/)[1] ?? '')}
              </text>
            </g>
          ))}
          {at !== null && (
            <>
              <path className="cursor" d={`M${plot.x(at)} 0V${height}`} />
              <circle className="cursor-dot" cx={plot.x(at)} cy={plot.y(read(at).hours)} r={4} />
            </>
          )}
        </g>
      </svg>
      <div
        className="step-slider"
        role="slider"
        tabIndex={0}
        aria-label={t('riding.chart.title')}
        aria-description={t('riding.chart.hint')}
        aria-valuemin={span.from}
        aria-valuemax={span.to}
        aria-valuenow={day}
        aria-valuetext={spoken(read(day))}
        onKeyDown={onKeyDown}
        onFocus={() => setAt((was) => was ?? on)}
        onBlur={() => setAt(null)}
        onPointerMove={(event) => {
          const left = event.currentTarget.getBoundingClientRect().left + edge.left
          setAt(dayAt(event.clientX - left, span, width))
        }}
        onPointerLeave={() => setAt(null)}
        onClick={() => at !== null && onDay(at)}
      />
      {at !== null && (
        <StepTip
          left={edge.left + plot.x(at)}
          flip={plot.x(at) > width - 240}
          day={dateAt(at)}
          number={pending?.number ?? null}
          {...read(at)}
        />
      )}
    </div>
  )
}

function DayMark({ x, kind, text }: { readonly x: number; readonly kind: 'today' | 'on'; readonly text: string }) {
  return (
    <g className={`day-mark ${kind}`}>
      <path d={`M${x} -6V${height}`} />
      <text x={x} y={-10}>
        {text}
      </text>
    </g>
  )
}
