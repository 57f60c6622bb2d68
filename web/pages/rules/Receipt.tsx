import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { Button } from '../../parts/Button.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { historyId } from './ParameterHistory.tsx'
import type { Parameter } from './planParameter.ts'
import { useParameterValue } from './useParameterValue.ts'

/** What was just decided about a parameter. */
export interface Saved {
  readonly kind: 'changed' | 'confirmed'
  readonly value: Parameter['value']
  /** The value that stood before. */
  readonly was: Parameter['value']
  readonly from: string
  readonly reason: string
}

/** In place of the form: what was saved, from when, and the way to its history. Takes the focus from the form's button. */
export function Receipt({
  saved: { kind, value, was, from, reason },
  parameterKey,
  onAgain,
}: {
  readonly saved: Saved
  readonly parameterKey: string
  readonly onAgain: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const say = useParameterValue()
  const { today } = useMoment()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const facts = { value: say(parameterKey, value), from: date(from, language) }
  return (
    <div className="rules-receipt" role="status">
      <h4 ref={head} tabIndex={-1}>
        <Icon name="check" size={16} /> {t(`rules.receipt.${kind}`)}
      </h4>
      <p>{t(kind === 'changed' ? 'rules.receipt.holds' : 'rules.receipt.stands', facts)}</p>
      {kind === 'changed' && today !== undefined && from > today && (
        <p>{t('rules.receipt.until', { value: say(parameterKey, was) })}</p>
      )}
      <p className="muted">{t('rules.receipt.reason', { reason })}</p>
      {kind === 'changed' && <p className="muted">{t('rules.receipt.findings')}</p>}
      <div className="form-actions">
        <Button
          onPress={() => {
            const history = document.getElementById(historyId)
            history?.scrollIntoView({ block: 'start' })
            history?.focus()
          }}
        >
          {t('rules.receipt.history')}
        </Button>
        <Button kind="text" onPress={onAgain}>
          {t('rules.receipt.again')}
        </Button>
      </div>
    </div>
  )
}
