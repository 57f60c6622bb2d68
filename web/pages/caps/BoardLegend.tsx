import { useTranslation } from 'react-i18next'
import { squaresUpTo } from './PlaceSquares.tsx'

/** What the squares mean, and the two looks of a number that is not there. */
export function BoardLegend() {
  const { t } = useTranslation()
  return (
    <ul className="caps-legend">
      {(['used', 'free', 'over'] as const).map((kind) => (
        <li key={kind}>
          <span className={`place place-${kind}`} aria-hidden="true" />
          {t(`caps.legend.${kind}`)}
        </li>
      ))}
      <li>{t('caps.legend.bar', { count: squaresUpTo })}</li>
      {(['hidden', 'unknown'] as const).map((kind) => (
        <li key={kind}>
          <span className={`told told-${kind}`} aria-hidden="true">
            {t(`caps.told.${kind}`)}
          </span>
          {t(`caps.legend.${kind}`)}
        </li>
      ))}
    </ul>
  )
}
