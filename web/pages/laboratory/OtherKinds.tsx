import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { lacksRegion } from './useBoards.ts'
import type { MatrixKind } from './useLaboratoryChoice.ts'

/** Areas that a region's cap can be shared between. */
const shared = ['council', 'municipality', 'planningArea'] as const satisfies readonly MatrixKind[]

/** Why nothing can be proposed on the areas that are shown, and a way to each kind where it can. */
export function OtherKinds({
  title,
  text,
  kind,
  region,
  onKind,
}: {
  readonly title: string
  readonly text: string
  readonly kind: MatrixKind
  readonly region: string | null
  readonly onKind: (kind: MatrixKind) => void
}) {
  const { t } = useTranslation()
  return (
    <EmptyState icon="scales" title={title} text={text}>
      {shared
        .filter((one) => one !== kind && !lacksRegion(one, region))
        .map((one) => (
          <Button key={one} onPress={() => onKind(one)}>
            {t('laboratory.propose.shareOn', { kind: t(`laboratory.kind.${one}`).toLowerCase() })}
          </Button>
        ))}
    </EmptyState>
  )
}
