import { useTranslation } from 'react-i18next'
import type { Finding, Measure } from '#events/finding'
import { type Language, number, percent, signed } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'

/** What was measured with unit and limit, what is missing, and the parameter values it was held against. */
export function FindingDetails({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const names = useAreaNames()
  const unit = useUnit()
  return (
    <div className="finding-details">
      <dl className="pairs">
        {finding.measured.map((measure) => (
          <div key={`${measure.key} ${measure.municipality ?? ''} ${measure.specialty ?? ''}`}>
            <dt>
              {words.measure(measure.key)}
              {measure.municipality !== undefined && `, ${names.municipality(measure.municipality)}`}
            </dt>
            <dd>
              <strong>
                {measure.value === null
                  ? t('cases.findings.unknownValue')
                  : `${amount(measure, measure.value, language)} ${unit(measure.unit, measure.value)}`}
              </strong>
              {measure.limit !== undefined && measure.limit !== null && (
                <span className="muted">
                  {' '}
                  {t('cases.findings.limit', {
                    limit: `${amount({ ...measure, key: '' }, measure.limit, language)} ${unit(measure.unit, measure.limit)}`,
                  })}
                </span>
              )}
            </dd>
          </div>
        ))}
        {finding.missing.length > 0 && (
          <div>
            <dt>{t('cases.findings.missing')}</dt>
            <dd>{finding.missing.map(words.condition).join(', ')}</dd>
          </div>
        )}
        {Object.entries(finding.parameters).map(([key, value]) => (
          <div key={key}>
            <dt>{words.parameter(key)}</dt>
            <dd>
              {typeof value === 'boolean'
                ? t(value ? 'cases.findings.yes' : 'cases.findings.no')
                : words.value(key, value)}
            </dd>
          </div>
        ))}
      </dl>
      <p className="muted">
        {finding.derogationPossible ? t('cases.findings.derogation') : t('cases.findings.noDerogation')}.{' '}
        {t('cases.findings.ruleVersion', { rule: finding.rule, version: finding.version })}.{' '}
        {finding.inputs.length > 0 && `${t('cases.findings.inputs', { count: finding.inputs.length })}.`}
      </p>
    </div>
  )
}

/** A measured number in its unit's own step; a change always with its sign. */
function amount({ key, unit }: Pick<Measure, 'key' | 'unit'>, value: number, language: Language): string {
  const [divisor, decimals] = steps[unit]
  if (unit === 'share') return percent(value, language)
  if (key.startsWith('delta')) return signed(value / divisor, language, decimals)
  return number(value / divisor, language, decimals)
}

/** How a stored integer becomes the number people say: divisor and decimals. Metres are said in kilometres. */
const steps: Readonly<Record<Measure['unit'], readonly [number, number]>> = {
  hoursTenths: [10, 1],
  unitsHundredths: [100, 2],
  oere: [100, 2],
  days: [1, 0],
  metres: [1000, 1],
  count: [1, 0],
  share: [1, 0],
}

function useUnit() {
  const { t } = useTranslation()
  return (unit: Measure['unit'], value: number) =>
    unit === 'share' ? '' : t(`cases.units.${unit}`, { count: Math.abs(value) })
}
