import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date } from '../../format.ts'
import type { PatternName } from '../../map/patterns.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useComparedKnown } from './useComparedKnown.ts'
import { useCoverageKeys } from './useCoverageKeys.ts'

/** A pattern's class in the style sheet; null is plain ground. */
const swatches: Readonly<Record<PatternName, string>> = {
  hatch: 'swatch-hatch',
  dots: 'swatch-dots',
  uncovered: 'swatch-uncovered',
  'look-zero': 'swatch-zero',
  'look-unreachable': 'swatch-unreachable',
}

/** The classes of the coverage on the map, with the looks of what has no class, each in words. */
export function CoverageLegend({
  answer,
  before,
  onIsolate,
}: {
  readonly answer: Answer<'coverage'>
  /** What it is held against. */
  readonly before: Answer<'coverage'> | undefined
  readonly onIsolate: (at: number | null) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { known } = useComparedKnown()
  const { classes, looks, squares } = useCoverageKeys(answer, before)
  return (
    <div className="legend coverage-legend">
      {before !== undefined && (
        <p className="layer-note">
          {t('coverage.compare.legend', {
            before: date(before.at.effectiveOn, language),
            after: date(answer.at.effectiveOn, language),
            known,
          })}
          {'; '}
          {t('coverage.compare.worse')}, {t('coverage.compare.better')}
        </p>
      )}
      <div className="legend-ramp">
        {classes.map(({ colour, pattern, range }, at) => (
          <button
            key={colour}
            type="button"
            className={pattern === null ? 'legend-class' : 'legend-class legend-lowest'}
            style={{ backgroundColor: `var(${colour})` }}
            aria-label={t('map.legend.isolate', { range })}
            title={range}
            onMouseEnter={() => onIsolate(at)}
            onMouseLeave={() => onIsolate(null)}
            onFocus={() => onIsolate(at)}
            onBlur={() => onIsolate(null)}
          />
        ))}
      </div>
      <div className="legend-limits" aria-hidden="true">
        {classes.slice(0, -1).map(({ limit, range }, at) => (
          <span key={range} style={{ left: `${((at + 1) / classes.length) * 100}%` }}>
            {limit}
          </span>
        ))}
      </div>
      <ul className="legend-keys">
        {looks.map(({ pattern, text }) => (
          <Key key={text} pattern={pattern} text={text} />
        ))}
      </ul>
      <p className="meta">
        {answer.proof.populationSource === null
          ? t('coverage.legend.cells')
          : t('coverage.legend.cellsCounted', { source: answer.proof.populationSource })}
      </p>
      <ul className="legend-keys">
        {squares.map(({ pattern, text }) => (
          <Key key={text} pattern={pattern} text={text} />
        ))}
      </ul>
      <p className="meta">{before === undefined && t(`coverage.legend.${answer.method}`)}</p>
    </div>
  )
}

function Key({ pattern, text }: { readonly pattern: PatternName | null; readonly text: string }) {
  return (
    <li>
      <span className={`swatch ${pattern === null ? 'swatch-plain' : swatches[pattern]}`} aria-hidden="true" />
      {text}
    </li>
  )
}
