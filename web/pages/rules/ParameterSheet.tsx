import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegionCode } from '#events/identifiers'
import { boundsOf, isParameter } from '#events/parameterBounds'
import { sayParameter } from '#events/say/sayable'
import { Segmented } from '../../parts/Segmented.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { SourceLine } from '../../parts/SourceLine.tsx'
import { Unsaved } from '../../parts/Unsaved.tsx'
import { useUnsaved } from '../../parts/useUnsaved.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { ChangeForm } from './ChangeForm.tsx'
import { ConfirmForm } from './ConfirmForm.tsx'
import { ParameterHistory } from './ParameterHistory.tsx'
import { isUnsourced, type Parameter, type RuleSetShown } from './planParameter.ts'
import { Receipt, type Saved } from './Receipt.tsx'
import { useMayDecide } from './useMayDecide.ts'
import { useParameterValue } from './useParameterValue.ts'

/** One parameter: what it is, who reads it, what was decided about it, and for the committee how to decide. */
export function ParameterSheet({
  region,
  plan,
  parameter,
  onClose,
}: {
  readonly region: RegionCode
  readonly plan: RuleSetShown
  /** undefined while none is chosen. */
  readonly parameter: Parameter | undefined
  readonly onClose: () => void
}) {
  const words = useWords()
  const { isWritten, asking, ask, written, saved, keep } = useUnsaved(parameter !== undefined)
  const title = parameter === undefined ? plan.ruleSet : words.parameter(parameter.key)
  return (
    <Sheet
      title={title}
      open={parameter !== undefined}
      onClose={onClose}
      mayClose={() => !isWritten() || ask()}
      className="sheet-side"
    >
      {parameter !== undefined && (
        <>
          <Facts parameter={parameter} />
          {asking && <Unsaved onKeep={keep} onDiscard={onClose} />}
          <div onInput={written}>
            <Decide region={region} plan={plan} parameter={parameter} onSaved={saved} />
          </div>
          <ParameterHistory region={region} plan={plan} parameter={parameter} />
        </>
      )}
    </Sheet>
  )
}

function Facts({ parameter: { key, value, source, rules } }: { readonly parameter: Parameter }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const say = useParameterValue()
  return (
    <dl className="pairs">
      <div>
        <dt>{t('rules.value')}</dt>
        <dd>
          <strong>{say(key, value)}</strong>
        </dd>
      </div>
      {isParameter(key) && (
        <div>
          <dt>{t('rules.allowed')}</dt>
          <dd>{sayParameter(key, boundsOf(key), language)}</dd>
        </div>
      )}
      <div>
        <dt>{t('rules.source')}</dt>
        <dd>
          <SourceLine source={source} />
        </dd>
      </div>
      <div>
        <dt>{t('rules.readBy')}</dt>
        <dd>
          {rules.length === 0
            ? t('rules.readByNone')
            : rules.map((rule) => (
                <span key={rule} className="rules-reader">
                  {rule} {words.rule(rule)}
                </span>
              ))}
        </dd>
      </div>
    </dl>
  )
}

/** Confirm or change; one form at a time. Who may not decide is told why. */
function Decide({
  region,
  plan,
  parameter,
  onSaved,
}: {
  readonly region: RegionCode
  readonly plan: RuleSetShown
  readonly parameter: Parameter
  readonly onSaved: () => void
}) {
  const { t } = useTranslation()
  const why = useMayDecide(region)
  const unsourced = isUnsourced(parameter)
  const [way, setWay] = useState<'confirm' | 'change'>(unsourced ? 'confirm' : 'change')
  const [saved, setSaved] = useState<Saved | null>(null)
  const keepReceipt = (receipt: Saved) => {
    setSaved(receipt)
    onSaved()
  }
  if (!isParameter(parameter.key)) return null
  if (saved !== null) return <Receipt saved={saved} parameterKey={parameter.key} onAgain={() => setSaved(null)} />
  return (
    <section className="rules-decide" aria-label={t('rules.decide.title')}>
      <h3>{t('rules.decide.title')}</h3>
      {unsourced && <p className="muted">{t('rules.decide.unsourced')}</p>}
      {why !== undefined ? (
        <p className="write-why">{why}</p>
      ) : (
        <>
          {unsourced && (
            <Segmented
              label={t('rules.decide.title')}
              value={way}
              options={[
                { value: 'confirm', label: t('rules.decide.confirm') },
                { value: 'change', label: t('rules.decide.change') },
              ]}
              onChange={setWay}
            />
          )}
          {unsourced && way === 'confirm' ? (
            <ConfirmForm region={region} plan={plan} parameter={parameter} onSaved={keepReceipt} />
          ) : (
            <ChangeForm
              region={region}
              plan={plan}
              parameter={parameter}
              parameterKey={parameter.key}
              onSaved={keepReceipt}
            />
          )}
        </>
      )}
    </section>
  )
}
