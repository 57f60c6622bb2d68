import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { nothingBecause } from './proposalAsked.ts'
import type { CapProposal } from './scenarioAnswer.ts'
import type { MatrixKind } from './useLaboratoryChoice.ts'

/** Why a proposal changes nothing, and what would make it. */
export function NothingProposed({ proposal, kind }: { readonly proposal: CapProposal; readonly kind: MatrixKind }) {
  const { t } = useTranslation()
  const because = nothingBecause(proposal)
  return (
    <EmptyState
      icon="scales"
      title={t(`laboratory.propose.nothing.${because}.title`)}
      text={t(`laboratory.propose.nothing.${because}.text`, { kind: t(`laboratory.kind.${kind}`).toLowerCase() })}
    />
  )
}
