import { useTranslation } from 'react-i18next'
import type { Finding } from '#events/finding'
import { measured, quantity } from '#events/say/quantity'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Verdict } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'

/** What was measured with unit and limit, what is missing, and the parameter values it was held against. */
export function FindingDetails({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const names = useAreaNames()
  const departure = departureOf(finding)
  return (
    <div className="finding-details">
      <Flips finding={finding} />
      <dl className="pairs">
        {finding.measured.map((measure) => (
          <div key={[measure.key, measure.municipality, measure.specialty, measure.area, measure.group].join(' ')}>
            <dt>
              {words.measure(measure.key)}
              {measure.municipality !== undefined && `, ${names.municipality(measure.municipality)}`}
              {measure.group !== undefined && `, ${words.params({ group: measure.group }).group}`}
              {measure.area !== undefined && `, ${words.params({ area: measure.area }).area}`}
            </dt>
            <dd>
              <strong>
                {measure.value === null ? t('cases.findings.unknownValue') : measured(measure, measure.value, language)}
              </strong>
              {measure.limit !== undefined && measure.limit !== null && (
                <span className="muted">
                  {' '}
                  {t('cases.findings.limit', {
                    limit: quantity(measure.limit, measure.unit, language),
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
        {departure !== null && `${t(departure)}. `}
        {t('cases.findings.ruleVersion', { rule: finding.rule, version: finding.version })}.{' '}
        {finding.inputs.length > 0 && `${t('cases.findings.inputs', { count: finding.inputs.length })}.`}
      </p>
    </div>
  )
}

/** What would turn the finding: what resolves it, and apart from that what only turns it into something else. */
function Flips({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation()
  const words = useWords()
  const solving = finding.flips.filter(({ makes }) => makes === 'pass')
  const turning = finding.flips.filter(({ makes }) => makes !== 'pass')
  const list = (heading: string, flips: Finding['flips']) =>
    flips.length > 0 && (
      <>
        <p>{heading}</p>
        <ul>
          {flips.map((flip) => (
            <li key={flip.key}>
              {words.flip(flip)} <Verdict outcome={flip.makes} />
            </li>
          ))}
        </ul>
      </>
    )
  if (finding.flips.length === 0) return null
  return (
    <div className="finding-flips">
      {list(t('cases.findings.solvedBy'), solving)}
      {list(t('cases.findings.turnsAt'), turning)}
    </div>
  )
}

/** Whether a finding that is not met can be departed from; nothing where it is met and nobody needs to. */
function departureOf({ outcome, strength, derogationPossible }: Finding) {
  if (outcome === 'pass' || outcome === 'not-applicable') return null
  if (strength === 'recommendation' || strength === 'proposal') return 'cases.findings.adviceOnly' as const
  return derogationPossible ? ('cases.findings.derogation' as const) : ('cases.findings.noDerogation' as const)
}
