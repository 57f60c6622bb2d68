import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../parts/Button.tsx'
import { DateInput } from '../../parts/DateInput.tsx'
import { Field } from '../../parts/Field.tsx'
import { useNotice } from '../../parts/Notice.tsx'
import type { RulingDraft } from './rulingDraft.ts'

const seats = [
  ['regional', 2],
  ['municipal', 2],
  ['physiotherapists', 4],
] as const

/** Reasons, conditions, effective date and who was present. */
export function DecisionFields({
  draft,
  onChange,
  locked,
  isSitting,
}: {
  readonly draft: RulingDraft
  readonly onChange: (part: Partial<RulingDraft>) => void
  readonly locked: boolean
  /** A meeting sits over the case: who takes part comes from there. */
  readonly isSitting: boolean
}) {
  const { t } = useTranslation()
  const isDisagreement = draft.outcome === 'disagreement'
  return (
    <>
      <Field
        id="decision-reasons"
        label={t(isDisagreement ? 'cases.decision.sides' : 'cases.decision.reasons')}
        hint={isDisagreement ? t('cases.decision.disagreementWhy') : undefined}
      >
        {(props) => (
          <textarea
            {...props}
            rows={6}
            maxLength={isDisagreement ? 4000 : 8000}
            readOnly={locked}
            value={draft.reasons}
            onChange={(event) => onChange({ reasons: event.target.value })}
          />
        )}
      </Field>
      {draft.outcome === 'granted-with-conditions' && <Conditions draft={draft} onChange={onChange} locked={locked} />}
      <div className="field-row">
        {!isDisagreement && (
          <Field id="decision-effective" label={t('cases.decision.effectiveFrom')}>
            {(props) => (
              <DateInput
                {...props}
                readOnly={locked}
                value={draft.effectiveFrom}
                onChange={(effectiveFrom) => onChange({ effectiveFrom })}
              />
            )}
          </Field>
        )}
        <fieldset className="seats" id="decision-participants" tabIndex={-1}>
          <legend title={t('cases.decision.participantsHint')}>{t('cases.decision.participants')}</legend>
          {seats.map(([side, most]) => (
            <label key={side}>
              <span>{t(`cases.decision.${side}`)}</span>
              <input
                type="number"
                min={0}
                max={most}
                readOnly={locked || isSitting}
                value={draft.participants[side]}
                onChange={(event) => {
                  const count = Math.min(most, Math.max(0, Math.trunc(event.target.valueAsNumber || 0)))
                  onChange({ participants: { ...draft.participants, [side]: count } })
                }}
              />
            </label>
          ))}
          {isSitting && <span className="field-hint">{t('meetings.conflicts.fromMeeting')}</span>}
        </fieldset>
      </div>
    </>
  )
}

function Conditions({
  draft,
  onChange,
  locked,
}: {
  readonly draft: RulingDraft
  readonly onChange: (part: Partial<RulingDraft>) => void
  readonly locked: boolean
}) {
  const { t } = useTranslation()
  const say = useNotice()
  const conditions = draft.conditions.length === 0 ? [''] : draft.conditions
  const remove = (index: number) => {
    onChange({ conditions: conditions.filter((_, at) => at !== index) })
    say({
      text: t('cases.decision.removedCondition', { n: index + 1 }),
      undo: { label: t('cases.decision.undo'), act: () => onChange({ conditions }) },
    })
  }
  return (
    <fieldset className="conditions" id="decision-conditions" tabIndex={-1}>
      <legend>{t('cases.decision.conditions')}</legend>
      {conditions.map((condition, index) => (
        // A condition has no identity but its place in the list.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div className="condition" key={index}>
          <input
            type="text"
            maxLength={1000}
            readOnly={locked}
            aria-label={t('cases.decision.condition', { n: index + 1 })}
            value={condition}
            onChange={(event) =>
              onChange({ conditions: conditions.map((was, at) => (at === index ? event.target.value : was)) })
            }
          />
          {!locked && conditions.length > 1 && (
            <IconButton
              icon="close"
              label={t('cases.decision.removeCondition', { n: index + 1 })}
              onPress={() => remove(index)}
            />
          )}
        </div>
      ))}
      {!locked && (
        <Button kind="text" icon="plus" onPress={() => onChange({ conditions: [...conditions, ''] })}>
          {t('cases.decision.addCondition')}
        </Button>
      )}
    </fieldset>
  )
}
