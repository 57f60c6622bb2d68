import { useTranslation } from 'react-i18next'
import type { CapBasis } from '#api/views/caps'
import { Segmented } from '../../parts/Segmented.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { bases } from './capsAnswer.ts'
import { SetPicker } from './SetPicker.tsx'
import type { CapsChoice } from './useCapsChoice.ts'

const kinds = ['region', 'council', 'set'] as const

/** Which areas, how groups are counted, and whether those above a cap continue. */
export function CapsTools({
  choice,
  basis,
  onChange,
}: {
  readonly choice: CapsChoice
  readonly basis: CapBasis
  readonly onChange: (change: Partial<CapsChoice>) => void
}) {
  const { t } = useTranslation()
  return (
    <div className="caps-tools">
      <Segmented
        label={t('caps.kindLabel')}
        value={choice.kind}
        options={kinds.map((value) => ({ value, label: t(`caps.kind.${value}`) }))}
        onChange={(kind) => onChange({ kind, opened: undefined, proof: undefined })}
      />
      <div className="caps-basis">
        <span aria-hidden="true">{t('caps.basisLabel')}</span>
        <Segmented
          label={t('caps.basisLabel')}
          value={basis}
          options={bases.map((value) => ({ value, label: t(`caps.basis.${value}`) }))}
          onChange={(value) => onChange({ basis: value })}
        />
      </div>
      <Switch
        label={t('caps.grandfathering')}
        on={choice.grandfathered}
        onChange={(grandfathered) => onChange({ grandfathered })}
      />
      <p className="caps-basis-note">{t(`caps.basisNote.${basis}`)}</p>
      {choice.kind === 'set' && (
        <SetPicker set={choice.set} onChange={(set) => onChange({ set, proof: undefined, opened: undefined })} />
      )}
    </div>
  )
}
