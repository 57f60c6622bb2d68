import { useTranslation } from 'react-i18next'
import { Segmented } from '../../parts/Segmented.tsx'
import type { MatrixKind } from './useLaboratoryChoice.ts'

const kinds = ['region', 'council', 'municipality', 'planningArea'] as const satisfies readonly MatrixKind[]

/** Which areas the caps are for. */
export function KindChoice({
  kind,
  onChange,
}: {
  readonly kind: MatrixKind
  readonly onChange: (kind: MatrixKind) => void
}) {
  const { t } = useTranslation()
  return (
    <Segmented
      label={t('caps.kindLabel')}
      value={kind}
      options={kinds.map((value) => ({ value, label: t(`laboratory.kind.${value}`) }))}
      onChange={onChange}
    />
  )
}
