import { useTranslation } from 'react-i18next'
import { date, none } from '../../format.ts'
import { Icon } from '../../parts/Icon.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { CaseFile } from './caseFile.ts'
import { heardOf, progress, type StepState } from './progress.ts'

/** The five steps of a case, with the ones behind ticked. */
export function ProgressSteps({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { settled, of } = heardOf(file.consultations)
  const label = ({ step, state }: StepState) => {
    if (state === 'skipped') return t('cases.header.steps.notHeard')
    if (step === 'heard' && of > 0) return t('cases.header.steps.heardCount', { settled, of })
    if (step === 'tabled' && file.tabledFor !== null)
      return t('cases.header.steps.tabledFor', { date: date(file.tabledFor, language) })
    return t(`cases.header.steps.${step}`)
  }
  return (
    <ol className="progress" aria-label={t('cases.header.progress')}>
      {progress(file).map(({ step, state }, index) => (
        <li key={step} className={`step-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
          <span className="step-mark" aria-hidden="true">
            {state === 'done' ? <Icon name="check" size={12} /> : state === 'skipped' ? none : index + 1}
          </span>
          {label({ step, state })}
          <span className="visually-hidden">, {t(`cases.header.${state}`)}</span>
        </li>
      ))}
    </ol>
  )
}
