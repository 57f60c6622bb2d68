import { useTranslation } from 'react-i18next'
import type { Answer } from '../api.ts'
import { danishDate, date } from '../format.ts'
import { useLanguage } from '../text/i18n.ts'
import { dayOf, marksOf, type Span, type Tick, ticksOf, xOf } from './axis.ts'

type Timeline = Answer<'timeline'>

/** Heights of the drawing in pixels: the middle of each track, and half a track. */
export const upper = 20
export const lower = 58
const half = 8
export const height = 92

/**
 * The two tracks with their ticks, the lines between the two times of one event, and the axis. A picture: the handles
 * over it and the event list carry the meaning for screen readers.
 */
export function TimeTracks({
  timeline,
  span,
  width,
  today,
}: {
  readonly timeline: Timeline | undefined
  readonly span: Span
  readonly width: number
  readonly today: number
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const x = (day: number) => xOf(day, span, width)
  const now = x(today)
  const marks = marksOf(span, width)
  return (
    <svg className="time-tracks" width={width} height={height} aria-hidden="true">
      <defs>
        <pattern id="future" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="3" height="8" />
        </pattern>
      </defs>
      <rect className="track" x={0} y={upper - half} width={width} height={2 * half} rx={half} />
      <rect className="future" x={now} y={upper - half} width={Math.max(0, width - now)} height={2 * half} rx={half} />
      <rect className="track" x={0} y={lower - half} width={Math.max(0, now)} height={2 * half} rx={half} />
      <Links timeline={timeline} span={span} width={width} />
      <Ticks ticks={ticksOf(timeline?.effective ?? [], span, width)} y={upper} after={now} />
      <Ticks ticks={ticksOf(timeline?.recorded ?? [], span, width)} y={lower} after={Number.POSITIVE_INFINITY} />
      {timeline !== undefined && timeline.adoptedNotInForce > 0 && width - now > 190 && (
        <text className="note" x={width - 8} y={upper + 4} textAnchor="end">
          {t('time.adopted', { count: timeline.adoptedNotInForce })}
        </text>
      )}
      {width - now > 250 && (
        <text className="note" x={now + 16} y={lower + 4}>
          {t('time.nowNote')}
        </text>
      )}
      {marks.map((mark) => (
        <g key={mark.date} className={mark.year ? 'mark year' : 'mark'}>
          <path d={`M${mark.x} ${height - 21}v5`} />
          <text x={mark.x} y={height - 4}>
            {mark.year ? mark.date.slice(0, 4) : (date(mark.date, language).split(/[\s\u00A0]/)[1] ?? '')}
          </text>
        </g>
      ))}
    </svg>
  )
}

function Ticks({ ticks, y, after }: { readonly ticks: readonly Tick[]; readonly y: number; readonly after: number }) {
  const { t } = useTranslation()
  const most = Math.max(...ticks.map(({ count }) => count), 1)
  return ticks.map(({ x, count }) => {
    // The root keeps single events visible beside days with hundreds.
    const tall = 5 + 9 * Math.sqrt(count / most)
    return (
      <rect
        key={x}
        className={x > after ? 'tick hollow' : 'tick'}
        x={x - 1.25}
        y={y - tall / 2}
        width={2.5}
        height={tall}
        rx={1}
      >
        <title>{t('time.events', { count })}</title>
      </rect>
    )
  })
}

/** Lines between the two times of one event; a correction that reaches out of sight to the left ends in an arrow. */
function Links({
  timeline,
  span,
  width,
}: {
  readonly timeline: Timeline | undefined
  readonly span: Span
  readonly width: number
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const events = (timeline?.notable ?? []).map((event) => ({
    event,
    from: dayOf(event.effectiveFrom),
    to: dayOf(danishDate(event.recordedAt)),
  }))
  const seen = events.filter(({ from, to }) => to >= span.from && to <= span.to && from <= span.to)
  const far = seen.find(({ event, from }) => event.corrects !== null && from < span.from)
  const middle = (upper + lower) / 2
  return (
    <>
      {seen
        .filter(({ from }) => from >= span.from)
        .map(({ event, from, to }) => {
          const [a, b] = [xOf(from, span, width), xOf(to, span, width)]
          return (
            <path
              key={event.id}
              className={event.corrects === null ? 'link' : 'link correction'}
              d={`M${a} ${upper + half}C${a} ${middle + 4} ${b} ${middle - 4} ${b} ${lower - half}`}
            />
          )
        })}
      {far !== undefined && (
        <g className="far">
          <path d={`M14 ${middle}H${Math.max(20, xOf(far.to, span, width) - 10)}q8 0 8 ${lower - half - middle}`} />
          <path className="head" d={`M4 ${middle}l10 -5v10z`} />
          <text x={20} y={middle + 4}>
            {t('time.correction', { date: date(far.event.effectiveFrom, language) })}
          </text>
        </g>
      )}
    </>
  )
}
