import { useTranslation } from 'react-i18next'
import { capacity } from '../format.ts'
import { useLanguage } from '../text/i18n.ts'
import type { Figures } from './figures.ts'

/** What the pointer or the keyboard is at, and where on the map's frame, in pixels. */
export type Tip = { readonly x: number; readonly y: number } & (
  | { readonly kind: 'municipality'; readonly code: string; readonly name: string }
  | { readonly kind: 'clinic' | 'school'; readonly name: string; readonly capacity: number | null }
  | { readonly kind: 'cluster'; readonly count: number }
  | { readonly kind: 'supply'; readonly name: string; readonly said: string }
  | { readonly kind: 'square'; readonly name: string; readonly said: string }
)

/** Name, value and rank beside the pointer or the focus. Holds no actions; the list beside the map says the same. */
export function MapTooltip({
  tip,
  figures,
  unit,
}: {
  readonly tip: Tip
  readonly figures: Figures
  readonly unit: 'hoursTenths' | 'unitsHundredths'
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = () => {
    if (tip.kind === 'cluster') return { title: t('map.hover.cluster', { count: tip.count }), lines: [] }
    if (tip.kind === 'square') return { title: t('map.hover.square', { name: tip.name }), lines: [tip.said] }
    if (tip.kind === 'supply') return { title: tip.name, lines: [tip.said] }
    if (tip.kind === 'municipality') {
      const figure = figures.get(tip.code)
      if (figure === undefined) return { title: tip.name, lines: [] }
      const value = figure.value === null ? (figure.absent ?? t('map.hover.unknown')) : figure.said
      const of = [...figures.values()].filter(({ rank }) => rank !== null).length
      return {
        title: tip.name,
        lines: [
          value,
          ...(figure.rank === null
            ? []
            : [t(figure.isShared === true ? 'map.hover.rankShared' : 'map.hover.rank', { at: figure.rank, of })]),
        ],
      }
    }
    const amount = tip.capacity === null ? null : `${capacity(tip.capacity, unit, language)} ${t(`map.unit.${unit}`)}`
    return { title: tip.name, lines: tip.kind === 'clinic' ? [amount ?? t('map.hover.unknown')] : [] }
  }
  const { title, lines } = words()
  return (
    <div className="map-tooltip" style={{ left: tip.x, top: tip.y }} aria-hidden="true">
      <strong>{title}</strong>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  )
}
