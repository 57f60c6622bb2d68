import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { LongAnswer } from '../../parts/LongAnswer.tsx'
import { useLasting } from '../../parts/useLasting.ts'
import { useLanguage } from '../../text/i18n.ts'
import type { CoverageState } from './CoverageLayer.tsx'
import { useCoverageWords } from './useCoverageWords.ts'

/** Over the map: what is being calculated and how to stop it, what went wrong, or that nobody counts. */
export function CoverageNotice({ state, onCancel }: { readonly state: CoverageState; readonly onCancel: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCoverageWords()
  const { answer, waiting, error, onRetry, onChange } = state
  const isLong = useLasting(waiting)
  if (waiting && isLong)
    return (
      <div className="map-notice">
        <div className="coverage-card">
          <LongAnswer view="coverage" preparing={t('coverage.preparing')} onCancel={onCancel} />
        </div>
      </div>
    )
  if (error !== null && !waiting)
    return (
      <div className="map-notice">
        <ErrorState error={error} onRetry={onRetry} />
      </div>
    )
  if (answer === undefined || answer.sites.length > 0) return null
  return (
    <div className="map-notice">
      <EmptyState
        icon="map"
        title={t('coverage.empty.title', { what: words.subject(answer) })}
        text={[
          answer.recorded
            ? t('coverage.empty.text', { date: date(answer.at.effectiveOn, language) })
            : t('coverage.empty.notRecorded'),
          ...(answer.uncounted.length > 0 ? [t('coverage.empty.uncounted', { count: answer.uncounted.length })] : []),
        ].join(' ')}
      >
        {answer.service !== 'clinic' && (
          <Button onPress={() => onChange({ service: undefined })}>{t('coverage.service.clinic')}</Button>
        )}
        <Button onPress={() => document.querySelector<HTMLInputElement>('.group-picker input')?.focus()}>
          {t('coverage.empty.other')}
        </Button>
      </EmptyState>
    </div>
  )
}
