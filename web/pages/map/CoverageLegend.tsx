import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date } from '../../format.ts'
import { classRanges } from '../../map/classes.ts'
import { changeScale, scaleOf } from '../../map/coverageScale.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useCoverageWords } from './useCoverageWords.ts'

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
  const words = useCoverageWords()
  const { limits, ramp, middle } = before === undefined ? scaleOf(answer) : changeScale(answer.measure)
  const ranges = classRanges(limits)
  const say = (value: number | null) =>
    value === null ? '' : before === undefined ? words.label(value, answer) : words.change(value, answer)
  const has = (look: string) => answer.rows.some((row) => row.look === look)
  return (
    <div className="legend coverage-legend">
      {before !== undefined && (
        <p className="layer-note">
          {t('coverage.compare.legend', {
            before: date(before.at.effectiveOn, language),
            after: date(answer.at.effectiveOn, language),
          })}
          {': '}
          {t('coverage.compare.worse')}, {t('coverage.compare.better')}
        </p>
      )}
      <div className="legend-ramp">
        {ranges.map(({ from, to }, at) => {
          const range =
            at === middle
              ? t('coverage.look.unchanged')
              : from === null
                ? t('map.legend.below', { to: say(to) })
                : to === null
                  ? t('map.legend.above', { from: say(from) })
                  : t('map.legend.classRange', { from: say(from), to: say(to) })
          return (
            <button
              key={ramp[at]}
              type="button"
              className={
                at === 0 && middle === null && answer.measure !== 'nearest' && answer.measure !== 'kth'
                  ? 'legend-class legend-lowest'
                  : 'legend-class'
              }
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
            {before === undefined
              ? words.label(limit, answer).replace(/\u00A0.*$/, '')
              : words.change(limit, answer).replace(/,0|\.0|\u00A0.*$/g, '')}
          </span>
        ))}
      </div>
      <ul className="legend-keys">
        {before === undefined && has('zero') && <Key swatch="swatch-zero" text={t('coverage.look.zero')} />}
        {has('unreachable') && <Key swatch="swatch-unreachable" text={t('coverage.look.unreachable')} />}
        {has('unknown') && <Key swatch="swatch-dots" text={t('coverage.look.unknown')} />}
      </ul>
      {before === undefined && (
        <>
          <p className="meta">
            {t(answer.proof.populationSource === null ? 'coverage.legend.cells' : 'coverage.legend.cellsCounted')}
          </p>
          <ul className="legend-keys">
            <Key swatch="swatch-uncovered" text={t('coverage.look.uncovered')} />
            <Key swatch="swatch-plain" text={t('coverage.look.hidden')} />
          </ul>
        </>
      )}
      <p className="meta">{before === undefined && t(`coverage.legend.${answer.method}`)}</p>
    </div>
  )
}

function Key({ swatch, text }: { readonly swatch: string; readonly text: string }) {
  return (
    <li>
      <span className={`swatch ${swatch}`} aria-hidden="true" />
      {text}
    </li>
  )
}
