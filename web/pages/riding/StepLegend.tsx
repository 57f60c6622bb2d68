import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Hatch } from './AreaSymbol.tsx'
import type { Pending } from './agreements.ts'

/** The chart's signs in words; only those that it shows. */
export function StepLegend({
  pending,
  hasPermitted,
  hasCeiling,
}: {
  readonly pending: Pending | null
  readonly hasPermitted: boolean
  readonly hasCeiling: boolean
}) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <ul className="step-legend">
      <li>
        <svg width={22} height={10} aria-hidden="true">
          <path className="stair" d="M1 7h10V3h10" />
        </svg>
        {t('riding.chart.legend.total')}
      </li>
      {pending !== null && (
        <li>
          <svg width={22} height={10} aria-hidden="true">
            <path className="stair would" d="M1 5h20" />
          </svg>
          {t('riding.chart.legend.pending', { number: pending.number })}
        </li>
      )}
      {hasCeiling && (
        <li>
          <svg width={22} height={10} aria-hidden="true">
            <path className="limit" d="M1 5h20" />
          </svg>
          {t('riding.chart.legend.ceiling')}
        </li>
      )}
      {pending !== null && pending.breaches.length > 0 && (
        <li>
          <svg width={22} height={10} aria-hidden="true">
            <Hatch id={`${id}-breach`} tone="var(--breach-fg)" />
            <rect className="key-breach" x={1} y={1} width={20} height={8} fill={`url(#${id}-breach)`} />
          </svg>
          {t('riding.chart.legend.breach')}
        </li>
      )}
      {hasPermitted && (
        <li>
          <svg width={22} height={10} aria-hidden="true">
            <Hatch id={`${id}-permitted`} />
            <rect className="key-permitted" x={1} y={1} width={20} height={8} fill={`url(#${id}-permitted)`} />
          </svg>
          {t('riding.chart.legend.permitted')}
        </li>
      )}
      <li>
        <svg width={22} height={10} aria-hidden="true">
          <Hatch id={`${id}-future`} tone="var(--future-hatch)" />
          <rect x={1} y={1} width={20} height={8} fill={`url(#${id}-future)`} />
        </svg>
        {t('riding.chart.legend.future')}
      </li>
    </ul>
  )
}
