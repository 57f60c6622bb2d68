import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { capacity, number } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import { dateAt, dayOf } from '../../time/axis.ts'
import { Hatch } from './AreaSymbol.tsx'
import type { Pending } from './agreements.ts'
import { scaleOf } from './chartScale.ts'
import { afterCase, type Ceiling, levelAt, type Step } from './steps.ts'

const bar = { top: 4, height: 24, axis: 52 }

/** The end of the region's bar, enlarged: what it has the day before the case would take effect, and what it would have. */
export function CaseEnd({
  timeline,
  pending,
  ceiling,
}: {
  readonly timeline: readonly Step[]
  readonly pending: Pending
  readonly ceiling: Ceiling | null
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const id = useId()
  const say = (hoursTenths: number) => capacity(hoursTenths, 'hoursTenths', language)
  const before = levelAt(timeline, dateAt(dayOf(pending.wantedFrom) - 1))
  const after = afterCase(pending)
  const limit = ceiling?.hoursTenths ?? before
  const [low, high] = [Math.min(before, after, limit), Math.max(before, after, limit)]
  const room = Math.max(high - low, 40)
  const scale = scaleOf([Math.max(0, low - room), high + room], 4)
  const share = (hoursTenths: number) => ((hoursTenths - scale.from) / (scale.to - scale.from)) * 100
  const isOver = after > limit
  return (
    <>
      <svg className="case-end" width="100%" height={bar.axis} aria-hidden="true">
        <Hatch id={`${id}-over`} tone="var(--breach-fg)" />
        <Hatch id={`${id}-more`} />
        <rect className="case-track" x={0} y={bar.top} width="100%" height={bar.height} rx={3} />
        <rect
          className="case-now"
          x={0}
          y={bar.top}
          width={`${share(Math.min(before, after))}%`}
          height={bar.height}
          rx={3}
        />
        <rect
          className={isOver ? 'case-change over' : 'case-change'}
          x={`${share(Math.min(before, after))}%`}
          y={bar.top + 4}
          width={`${Math.abs(share(after) - share(before))}%`}
          height={bar.height - 8}
          fill={`url(#${id}-${isOver ? 'over' : 'more'})`}
        />
        <line
          className="case-limit"
          x1={`${share(limit)}%`}
          x2={`${share(limit)}%`}
          y1={0}
          y2={bar.top + bar.height + 4}
        />
        <text className="case-before" x={8} y={bar.top + 16}>
          {t('riding.capacity.before', { hours: say(before) })}
        </text>
        <text className={isOver ? 'case-after over' : 'case-after'} x={`${share(high)}%`} dx={8} y={bar.top + 16}>
          {say(after)}
        </text>
        {scale.marks.map((mark, at) => (
          <text
            key={mark}
            className="case-mark"
            x={`${share(mark)}%`}
            y={bar.axis - 4}
            textAnchor={at === 0 ? 'start' : at === scale.marks.length - 1 ? 'end' : 'middle'}
          >
            {number(mark / 10, language, mark % 10 === 0 ? 0 : 1)}
          </text>
        ))}
      </svg>
      <p className="meta case-zoom">
        {t('riding.capacity.zoomed', {
          from: number(scale.from / 10, language, scale.from % 10 === 0 ? 0 : 1),
          to: number(scale.to / 10, language, scale.to % 10 === 0 ? 0 : 1),
        })}
      </p>
    </>
  )
}
