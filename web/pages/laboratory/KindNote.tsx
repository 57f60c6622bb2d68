import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/Button.tsx'
import type { CapArea } from '../caps/capsAnswer.ts'
import type { MatrixKind } from './useLaboratoryChoice.ts'

/** Why these areas and not smaller ones, or what is hidden in these; with a way to the others. */
export function KindNote({
  kind,
  areas,
  onKind,
}: {
  readonly kind: MatrixKind
  /** Undefined until they are known. */
  readonly areas: readonly CapArea[] | undefined
  readonly onKind: (kind: MatrixKind) => void
}) {
  const { t } = useTranslation()
  if (areas === undefined || areas.length === 0) return null
  const isHidden = areas.some(({ cells }) => cells.some(({ expected }) => expected.users.state === 'hidden'))
  if (kind === 'region')
    return (
      <p className="lab-kind-note">
        {t('laboratory.kindNote.region')}{' '}
        <Button kind="text" onPress={() => onKind('planningArea')}>
          {t('laboratory.kind.planningArea')}
        </Button>
      </p>
    )
  if (!isHidden) return null
  return (
    <p className="lab-kind-note">
      {t('laboratory.kindNote.hidden')}{' '}
      <Button kind="text" onPress={() => onKind('region')}>
        {t('laboratory.kind.region')}
      </Button>
    </p>
  )
}
