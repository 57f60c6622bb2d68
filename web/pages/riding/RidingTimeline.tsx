import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EffectiveDate } from '#events/time'
import { number } from '../../format.ts'
import { Select } from '../../parts/Select.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { dateAt, dayOf, type Length, spanOf } from '../../time/axis.ts'
import { useMoment, useSetMoment } from '../../time/moment.ts'
import { useWidth } from '../../time/useWidth.ts'
import type { Pending, Riding } from './agreements.ts'
import { scaleOf } from './chartScale.ts'
import { StepChart } from './StepChart.tsx'
import { StepLegend } from './StepLegend.tsx'
import { StepTable } from './StepTable.tsx'
import { type Ceiling, permittedSteps, piecesIn } from './steps.ts'

/** The region's hours over effective time, as a chart and as the same steps in a table. */
export function RidingTimeline({
  data,
  pending,
  ceiling,
  hasRuleSet,
  on,
  today,
}: {
  readonly data: Riding
  readonly pending: Pending | null
  /** The ceiling to draw. */
  readonly ceiling: Ceiling | null
  readonly hasRuleSet: boolean
  readonly on: EffectiveDate
  readonly today: EffectiveDate
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [length, setLength] = useState<Length>('3')
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const first = data.timeline[0]
  const moments = [
    dayOf(on),
    ...(pending === null ? [] : [dayOf(pending.wantedFrom)]),
    ...(pending?.breaches ?? []).flatMap(({ from, to }) => [dayOf(from), ...(to === null ? [] : [dayOf(to)])]),
  ]
  const span = spanOf(length, dayOf(today), first === undefined ? null : dayOf(first.from), moments)
  const permitted = permittedSteps(data.rows, data.coming)
  const lines = [...piecesIn(data.timeline, span), ...piecesIn(pending?.timeline ?? [], span)]
  const scale = scaleOf(
    [...lines.map(({ hoursTenths }) => hoursTenths), ...(ceiling === null ? [] : [ceiling.hoursTenths])],
    4,
  )
  const setMoment = useSetMoment()
  const { asKnownAt } = useMoment()
  const show = (day: number) => setMoment({ asOf: day === dayOf(today) ? undefined : dateAt(day), asKnownAt })
  return (
    <section className="riding-timeline" aria-label={t('riding.chart.title')}>
      <header>
        <h3>{t('riding.chart.title')}</h3>
        <StepLegend pending={pending} hasPermitted={permitted.length > 0} hasCeiling={ceiling !== null} />
        <Select
          label={t('time.span')}
          value={length}
          onChange={setLength}
          options={(['3', '10', 'all'] as const).map((value) => ({ value, label: t(`time.spans.${value}`) }))}
        />
      </header>
      <div ref={box} className="step-chart-box">
        {width > 0 && (
          <StepChart
            timeline={data.timeline}
            permitted={permitted}
            pending={pending}
            ceiling={ceiling}
            span={span}
            scale={scale}
            width={width}
            on={dayOf(on)}
            today={dayOf(today)}
            onDay={show}
          />
        )}
      </div>
      <p className="panel-note step-notes">
        <span>{t(hasRuleSet ? 'riding.capacity.rule' : 'riding.capacity.noCeiling')}</span>
        <span>
          {scale.from === 0
            ? t('riding.chart.axisZero')
            : t('riding.chart.axis', { from: number(scale.from / 10, language, scale.from % 10 === 0 ? 0 : 1) })}{' '}
          {t('riding.chart.click')}
        </span>
      </p>
      <details className="step-details">
        <summary>{t('riding.chart.table')}</summary>
        <StepTable timeline={data.timeline} pending={pending} />
      </details>
    </section>
  )
}
