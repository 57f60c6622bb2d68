import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EffectiveDate } from '#events/time'
import { date } from '../../format.ts'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment, useSetMoment } from '../../time/moment.ts'
import type { RuleSetName } from './planParameter.ts'

/** The region's rule sets by date: show one, or put one beside the one shown. */
export function RuleSetList({
  ruleSets,
  inForce,
  compare,
}: {
  readonly ruleSets: readonly RuleSetName[]
  readonly inForce: RuleSetName | null
  readonly compare: EffectiveDate | undefined
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const moment = useMoment()
  const setMoment = useSetMoment()
  const setCompare = useCompare()
  const isShown = (one: RuleSetName) =>
    one.ruleSet === inForce?.ruleSet && one.ruleSetVersion === inForce.ruleSetVersion
  return (
    <div className="rules-aside">
      <Panel title={t('rules.all')}>
        <ul className="plain-list">
          {ruleSets.map((one) => (
            <li key={`${one.ruleSet}-${one.ruleSetVersion}-${one.from}`}>
              <strong>
                {one.ruleSet}, {t('rules.version', { version: one.ruleSetVersion })}
              </strong>
              <span className="meta">
                {one.to === null
                  ? t('rules.open', { from: date(one.from, language) })
                  : t('rules.period', { from: date(one.from, language), to: date(one.to, language) })}
              </span>
              {isShown(one) ? (
                <span className="meta">{t('rules.shownNow')}</span>
              ) : (
                <span className="rules-links">
                  <button
                    type="button"
                    className="link-button accent"
                    onClick={() => setMoment({ asOf: one.from, asKnownAt: moment.asKnownAt })}
                  >
                    {t('rules.showAt', { ruleSet: one.ruleSet, date: date(one.from, language) })}
                  </button>
                  {inForce !== null && (
                    <button type="button" className="link-button accent" onClick={() => setCompare(one.from)}>
                      {t('rules.compare.with', { ruleSet: one.ruleSet })}
                    </button>
                  )}
                </span>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      {inForce !== null && (
        <Panel title={t('rules.compare.title')}>
          <Field label={t('rules.compare.date')} hint={t('rules.compare.hint')}>
            {(props) => (
              <DateInput
                {...props}
                value={compare ?? ''}
                onChange={(typed) => {
                  const on = EffectiveDate.safeParse(typed)
                  if (on.success || typed === '') setCompare(on.success ? on.data : undefined)
                }}
              />
            )}
          </Field>
          {compare !== undefined && (
            <button type="button" className="link-button accent" onClick={() => setCompare(undefined)}>
              {t('rules.compare.stop')}
            </button>
          )}
        </Panel>
      )}
    </div>
  )
}

/** Puts the date to compare with into the address bar; undefined shows one rule set alone. */
function useCompare(): (compare: EffectiveDate | undefined) => void {
  const navigate = useNavigate()
  return (compare) => void navigate({ to: '.', search: (was) => ({ ...was, compare }), replace: true })
}
