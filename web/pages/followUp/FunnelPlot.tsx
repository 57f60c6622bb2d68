import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { kroner, number } from '../../format.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWidth } from '../../time/useWidth.ts'
import { type FollowUp, isUnmet } from './answer.ts'

const height = 320
const inside = { left: 64, right: 12, top: 12, bottom: 36 }
/** Standard deviations that hold 95 of 100 by chance. */
const spread95 = 1.96

/** Round steps between the axis marks: 1, 2 or 5 times a power of ten, at most `most` of them. */
function marks(low: number, high: number, most: number): readonly number[] {
  const rough = (high - low) / most
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power
  const first = Math.ceil(low / step)
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => (first + index) * step)
}

/** Providers whose number of patients and cost may both be told. */
function pointsOf(control: FollowUp['control']) {
  return control.rows.flatMap(({ about, name, patients: { value: patients }, averageOere, finding }) =>
    patients === null || averageOere === null
      ? []
      : [{ id: about.id, name, patients, averageOere, unmet: isUnmet(finding) }],
  )
}

/** Cost per patient against number of patients, with the mean, the line of R-21 and the funnel. The table is its twin. */
export function FunnelPlot({ control }: { readonly control: FollowUp['control'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const { mean, thresholdPercent: percent, minPatients } = control
  const points = pointsOf(control)
  return (
    <figure className="funnel">
      <div ref={box} className="funnel-box">
        {width > 0 && mean !== null && points.length > 0 && (
          <Plot control={control} mean={mean} points={points} width={width} />
        )}
      </div>
      <ul className="funnel-legend" aria-hidden="true">
        <li className="key-unmet">{t('followUp.funnel.toLookAt')}</li>
        <li className="key-other">{t('followUp.funnel.other')}</li>
        <li className="key-mean">{t('followUp.funnel.mean')}</li>
        {percent !== null && <li className="key-limit">{t('followUp.funnel.limit', { percent })}</li>}
        {minPatients !== null && <li className="key-few">{t('followUp.funnel.few', { count: minPatients })}</li>}
      </ul>
      <figcaption>
        {percent !== null &&
          mean !== null &&
          `${t('followUp.funnel.description', { mean: kroner(mean.averageOere, language), percent })} `}
        {t('followUp.funnel.table')}
      </figcaption>
    </figure>
  )
}

function Plot({
  control: { spreadOere, thresholdPercent: percent, minPatients },
  mean,
  points,
  width,
}: {
  readonly control: FollowUp['control']
  readonly mean: NonNullable<FollowUp['control']['mean']>
  readonly points: ReturnType<typeof pointsOf>
  readonly width: number
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const most = Math.max(...points.map(({ patients }) => patients)) * 1.05
  const limit = percent === null ? null : mean.averageOere * (1 + percent / 100)
  const low = Math.min(...points.map(({ averageOere }) => averageOere), mean.averageOere * 0.9) * 0.98
  const high = Math.max(...points.map(({ averageOere }) => averageOere), mean.averageOere * 1.15) * 1.02
  const x = (patients: number) => inside.left + (patients / most) * (width - inside.left - inside.right)
  const y = (oere: number) =>
    height - inside.bottom - ((oere - low) / (high - low)) * (height - inside.top - inside.bottom)
  const clamp = (oere: number) => Math.max(low, Math.min(high, oere))
  const funnel = (sign: number) =>
    Array.from({ length: 60 }, (_, index) => ((index + 1) / 60) * most)
      .map(
        (patients) =>
          `${x(patients)} ${y(clamp(mean.averageOere + (sign * spread95 * (spreadOere ?? 0)) / Math.sqrt(patients)))}`,
      )
      .join('L')
  return (
    <svg width={width} height={height} aria-hidden="true">
      {marks(low / 100, high / 100, 6).map((kr) => (
        <g key={kr}>
          <path className="grid" d={`M${inside.left} ${y(kr * 100)}H${width - inside.right}`} />
          <text x={inside.left - 6} y={y(kr * 100) + 4} textAnchor="end">
            {number(kr, language)}
          </text>
        </g>
      ))}
      {marks(0, most, Math.max(2, Math.floor(width / 70))).map((patients) => (
        <text key={patients} x={x(patients)} y={height - inside.bottom + 16} textAnchor="middle">
          {number(patients, language)}
        </text>
      ))}
      <text x={width - inside.right} y={height - 4} textAnchor="end">
        {t('followUp.funnel.x')}
      </text>
      <text x={4} y={inside.top} textAnchor="start">
        {t('followUp.funnel.y')}
      </text>
      {minPatients !== null && (
        <rect
          className="few"
          x={inside.left}
          y={inside.top}
          width={Math.max(0, x(minPatients) - inside.left)}
          height={height - inside.top - inside.bottom}
        />
      )}
      {spreadOere !== null && (
        <>
          <path className="funnel-edge" d={`M${funnel(1)}`} />
          <path className="funnel-edge" d={`M${funnel(-1)}`} />
        </>
      )}
      <path className="mean" d={`M${inside.left} ${y(mean.averageOere)}H${width - inside.right}`} />
      {limit !== null && <path className="limit" d={`M${inside.left} ${y(limit)}H${width - inside.right}`} />}
      {points.map((point) => (
        <g key={point.id}>
          <title>{`${point.name}: ${number(point.patients, language)}, ${kroner(point.averageOere, language)}`}</title>
          {point.unmet ? (
            <path className="point-out" d={`M${x(point.patients)} ${y(point.averageOere) - 5}l5 5-5 5-5-5Z`} />
          ) : (
            <circle className="point-in" cx={x(point.patients)} cy={y(point.averageOere)} r={3.5} />
          )}
        </g>
      ))}
    </svg>
  )
}
