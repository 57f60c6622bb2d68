import './coverage.css'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { number } from '../../format.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { CoverageControls } from './CoverageControls.tsx'
import { CoverageExport } from './CoverageExport.tsx'
import { CoverageFigures } from './CoverageFigures.tsx'
import { CoverageLegend } from './CoverageLegend.tsx'
import { CoverageSymbols } from './CoverageSymbols.tsx'
import type { CoverageChoice } from './useCoverage.ts'

/** Coverage as the page holds it. */
export interface CoverageState {
  readonly answer: Answer<'coverage'> | undefined
  /** What it is held against; undefined while nothing is. */
  readonly before: Answer<'coverage'> | undefined
  /** Travel times are being prepared, or an answer is on its way. */
  readonly waiting: boolean
  readonly cancelled: boolean
  readonly error: unknown
  readonly choice: CoverageChoice
  readonly compare: string | undefined
  readonly onChange: (change: Readonly<Record<string, string | number | undefined>>) => void
  readonly onRetry: () => void
}

/** Choices, legend and figures of the coverage layer, and what they rest on. */
export function CoverageLayer({
  onIsolate,
  ...state
}: CoverageState & { readonly onIsolate: (at: number | null) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { answer, before, waiting, cancelled, error, onRetry } = state
  return (
    <div className="coverage-layer" aria-busy={waiting}>
      <CoverageControls {...state} />
      {cancelled && (
        <p className="layer-note">
          {t('coverage.cancelled')}{' '}
          <Button kind="text" onPress={onRetry}>
            {t('coverage.again')}
          </Button>
        </p>
      )}
      {error !== null && answer === undefined && <ErrorState error={error} onRetry={onRetry} />}
      {answer !== undefined && (
        <>
          <CoverageLegend answer={answer} before={before} onIsolate={onIsolate} />
          <CoverageFigures answer={answer} before={before} />
          <CoverageSymbols answer={answer} />
          {answer.offersUnknown > 0 && (
            <p className="meta">{t('coverage.offersUnknown', { count: answer.offersUnknown })}</p>
          )}
          <p className="meta">
            {t('coverage.legend.reach')}. {t(`coverage.counts.${answer.service}`)}{' '}
            {t(`coverage.engine.${answer.proof.engine}`, {
              detour: number((answer.proof.detourHundredths ?? 100) / 100, language, 1),
            })}
            .
          </p>
          {answer.proof.instead !== null && (
            <p role="status">{t(`coverage.instead.${answer.proof.instead.failing}`)}</p>
          )}
          <CoverageExport answer={answer} before={before} />
        </>
      )}
    </div>
  )
}
