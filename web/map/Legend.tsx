import { useTranslation } from 'react-i18next'
import { number } from '../format.ts'
import { useLanguage } from '../text/i18n.ts'
import { classRanges } from './classes.ts'
import { rampFor } from './palette.ts'

/** The classes of the choropleth with their limits. Hovering or focusing a class makes it stand out on the map. */
export function Legend({
  limits,
  decimals,
  hasUnknown,
  onIsolate,
}: {
  readonly limits: readonly number[]
  readonly decimals: number
  readonly hasUnknown: boolean
  readonly onIsolate: (at: number | null) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const ranges = classRanges(limits)
  const ramp = rampFor(ranges.length)
  const say = (value: number | null) => number(value, language, decimals)
  return (
    <div className="legend">
      <div className="legend-ramp">
        {ranges.map(({ from, to }, at) => {
          const range =
            from === null
              ? t('map.legend.below', { to: say(to) })
              : to === null
                ? t('map.legend.above', { from: say(from) })
                : t('map.legend.classRange', { from: say(from), to: say(to) })
          return (
            <button
              key={ramp[at]}
              type="button"
              className={at === 0 ? 'legend-class legend-lowest' : 'legend-class'}
              style={{ backgroundColor: `var(${ramp[at]})` }}
              aria-label={t('map.legend.isolate', { range })}
              title={range}
              onMouseEnter={() => onIsolate(at)}
              onMouseLeave={() => onIsolate(null)}
              onFocus={() => onIsolate(at)}
              onBlur={() => onIsolate(null)}
            />
          )
        })}
      </div>
      <div className="legend-limits" aria-hidden="true">
        {limits.map((limit, at) => (
          <span key={limit} style={{ left: `${((at + 1) / ranges.length) * 100}%` }}>
            {say(limit)}
          </span>
        ))}
      </div>
      <ul className="legend-keys">
        <li>
          <span className="swatch swatch-hatch" aria-hidden="true" />
          {t('map.legend.lowest')}
        </li>
        {hasUnknown && (
          <li>
            <span className="swatch swatch-dots" aria-hidden="true" />
            {t('map.legend.noData')}
          </li>
        )}
      </ul>
    </div>
  )
}
