import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { capacity, date, kroner } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import { dateAt, dayOf, plusMonths, type Span, xOf } from '../../time/axis.ts'
import './clinicTimeline.css'

type Steps = Answer<'clinic'>['capacityTimeline']

const width = 320
const height = 72
/** Room for the words above and the years below. */
const edge = { top: 16, bottom: 16 }
/** The first year drawn: older steps begin at the left edge, and the table says when. */
const firstYear = '2014-01-01'
/** The day on which hours became units (S_NYOK). */
const regimeBreak = '2024-01-01'

/** A clinic's capacity over time on both sides of the break of 2024: hours before it, units and their bend limit after. */
export function ClinicTimeline({ steps, on }: { readonly steps: Steps; readonly on: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [first] = steps
  if (first === undefined) return null
  const last = steps.at(-1) ?? first
  const span: Span = {
    from: dayOf(first.from > firstYear ? first.from : firstYear),
    to: Math.max(plusMonths(dayOf(on), 12), plusMonths(dayOf(last.from), 12), dayOf(regimeBreak) + 365),
  }
  const x = (day: string) => Math.min(width, Math.max(0, xOf(dayOf(day), span, width)))
  const most = (unit: string) => Math.max(1, ...steps.flatMap((one) => (one.unit === unit ? (one.capacity ?? 0) : [])))
  const said = (one: Steps[number]) =>
    one.capacity === null
      ? t('map.inspector.timelineUnknown')
      : `${capacity(one.capacity, one.unit, language)} ${t(`map.unit.${one.unit}`)}`
  const limitOf = ({ bySpecialty }: Steps[number]) => {
    const known = bySpecialty.flatMap(({ limitOere }) => limitOere ?? [])
    return known.length === 0 ? null : known.reduce((sum, limit) => sum + limit, 0)
  }
  const before = steps.findLast(({ regime }) => regime === 'HOURS')
  const after = steps.find(({ regime }) => regime !== 'HOURS')
  return (
    <section className="inspector-section clinic-timeline">
      <h3>{t('map.inspector.timeline')}</h3>
      <svg viewBox={`0 0 ${width} ${edge.top + height + edge.bottom}`} aria-hidden="true">
        <g transform={`translate(0 ${edge.top})`}>
          {steps.map((one) => {
            const tall = ((one.capacity ?? 0) / most(one.unit)) * (height - 8)
            const left = x(one.from)
            const right = one.to === null ? width : x(one.to)
            return right <= left ? null : (
              <rect
                key={one.from}
                className={one.capacity === null ? 'unknown' : one.regime === 'HOURS' ? 'hours' : 'units'}
                x={left}
                width={right - left}
                y={one.capacity === null ? height - 4 : height - tall}
                height={one.capacity === null ? 4 : tall}
              />
            )
          })}
          <path className="axis" d={`M0 ${height}H${width}`} />
          <path className="break" d={`M${x(regimeBreak)} -4V${height}`} />
          <path className="now" d={`M${x(on)} 0V${height}`} />
          {before !== undefined && first.from < regimeBreak && (
            <text x={x(regimeBreak) - 4} y={-5} textAnchor="end">
              {said(before)}
            </text>
          )}
          {after !== undefined && (
            <text x={x(regimeBreak) + 4} y={-5}>
              {said(after)}
            </text>
          )}
          <text x={0} y={height + 13}>
            {dateAt(span.from).slice(0, 4)}
          </text>
          <text x={x(regimeBreak)} y={height + 13} textAnchor="middle">
            2024
          </text>
        </g>
      </svg>
      <p className="meta">{t('map.inspector.timelineBreak')}</p>
      <details>
        <summary>{t('map.inspector.timelineTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('map.inspector.timelineFrom')}</th>
              <th scope="col">{t('map.inspector.timelineCapacity')}</th>
              <th scope="col">{t('map.inspector.timelineLimit')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((one) => {
              const limit = limitOf(one)
              return (
                <tr key={one.from}>
                  <th scope="row">{date(one.from, language)}</th>
                  <td>
                    {said(one)}
                    {one.bySpecialty.map(({ specialty, capacity: amount }) => (
                      <span className="meta" key={specialty}>
                        {specialty}: {capacity(amount, one.unit, language)}
                      </span>
                    ))}
                  </td>
                  <td>
                    {one.regime === 'HOURS'
                      ? t('map.inspector.timelineNoLimit')
                      : limit === null
                        ? t('map.inspector.timelineUnknown')
                        : kroner(limit, language)}
                    {one.bySpecialty.map(({ specialty, limitOere }) =>
                      limitOere === null ? null : (
                        <span className="meta" key={specialty}>
                          {specialty}: {kroner(limitOere, language)}
                        </span>
                      ),
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </details>
    </section>
  )
}
