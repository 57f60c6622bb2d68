import { useTranslation } from 'react-i18next'
import { Segmented } from '../../parts/Segmented.tsx'
import { bases, type CapArea, planBasis } from '../caps/capsAnswer.ts'
import { CompareWith } from './CompareWith.tsx'
import { KindChoice } from './KindChoice.tsx'
import type { Scenario } from './scenarioAnswer.ts'
import type { LaboratoryChoice, MatrixKind } from './useLaboratoryChoice.ts'

/** Which areas the caps are for, and how groups are counted. */
export function LaboratoryTools({
  scenario,
  choice,
  kind,
  areas,
  onChange,
}: {
  readonly scenario: Scenario
  readonly choice: LaboratoryChoice
  readonly kind: MatrixKind
  readonly areas: readonly CapArea[]
  readonly onChange: (change: Partial<LaboratoryChoice>) => void
}) {
  const { t } = useTranslation()
  return (
    <div className="caps-tools lab-choice">
      <KindChoice kind={kind} onChange={(value) => onChange({ kind: value, opened: undefined, proof: undefined })} />
      <div className="caps-basis">
        <span aria-hidden="true">{t('caps.basisLabel')}</span>
        <Segmented
          label={t('caps.basisLabel')}
          value={choice.basis ?? planBasis(areas)}
          options={bases.map((value) => ({ value, label: t(`caps.basis.${value}`) }))}
          onChange={(basis) => onChange({ basis })}
        />
      </div>
      <CompareWith scenario={scenario} chosen={choice.compare} onChoose={(compare) => onChange({ compare })} />
    </div>
  )
}
