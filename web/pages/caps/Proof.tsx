import { useTranslation } from 'react-i18next'
import type { CapBasis } from '#api/views/caps'
import { number } from '../../format.ts'
import { Sheet } from '../../parts/Sheet.tsx'
import { StrengthTag } from '../../parts/StrengthTag.tsx'
import { Verdict } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { type CapArea, type CapCell, type Caps, capBy, cellOf, type Measure, measureOf } from './capsAnswer.ts'
import { ProofFormula } from './ProofFormula.tsx'
import { ProofInputs } from './ProofInputs.tsx'
import { ProofWhy } from './ProofWhy.tsx'
import { ThreeWays } from './ThreeWays.tsx'
import type { CapsChoice } from './useCapsChoice.ts'
import { useGroupName } from './useGroupName.ts'

/** The calculation of one cell: formula with its numbers, where each is from, and what would make an unknown known. */
export function Proof({
  data,
  area,
  group,
  basis,
  onChange,
}: {
  readonly data: Caps
  /** Undefined while the sheet is closed. */
  readonly area: CapArea | undefined
  readonly group: string
  readonly basis: CapBasis
  readonly onChange: (change: Partial<CapsChoice>) => void
}) {
  const { t } = useTranslation()
  const nameOf = useGroupName()
  const cell = area === undefined ? undefined : cellOf(area, group)
  const cap = capBy(cell, basis)
  const measure = measureOf(cell, basis)
  const of = data.groups.find(({ id }) => id === group)
  return (
    <Sheet
      title={t('caps.proof.title', { group: nameOf(group), area: area?.name ?? '' })}
      open={area !== undefined}
      onClose={() => onChange({ proof: undefined })}
      className="sheet-side caps-proof"
    >
      {area !== undefined && cell !== undefined && cap !== undefined && measure !== undefined && of !== undefined && (
        <>
          <Found cell={cell} measure={measure} />
          <ProofFormula area={area} cap={cap} />
          <ProofWhy data={data} area={area} cap={cap} onChange={onChange} />
          <ThreeWays cell={cell} basis={basis} planBasis={area.parameters?.capBasis ?? null} />
          <ProofInputs data={data} area={area} cell={cell} cap={cap} group={of} />
        </>
      )}
    </Sheet>
  )
}

function Found({ cell, measure }: { readonly cell: CapCell; readonly measure: Measure }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const documented = number(cell.documented.valid, language)
  const { cap, excess, set } = measure
  const of = { documented, cap: number(cap, language) }
  return (
    <div className="proof-found">
      <p className="panel-actions">
        <Verdict outcome={excess === null ? 'needs-information' : excess > 0 ? 'breach' : 'pass'} />
        {set?.status !== 'adopted' && <StrengthTag strength="proposal" />}
      </p>
      <p>
        {cap === null || excess === null
          ? t('caps.proof.noCap', { documented })
          : excess > 0
            ? t('caps.proof.over', { ...of, excess: number(excess, language) })
            : t('caps.proof.within', { ...of, free: number(cap - cell.documented.valid, language) })}
      </p>
      {excess !== null && excess > 0 && (
        <p>
          {t('caps.proof.continues')} {t('caps.proof.ends', { count: excess })}
        </p>
      )}
      {set !== null && (
        <p>
          {set.status === 'proposed'
            ? t('caps.proof.tried')
            : set.planRef === null
              ? t('caps.proof.adopted')
              : t('caps.proof.adoptedBy', { plan: set.planRef })}
        </p>
      )}
      <p className="panel-note">{t(set?.status === 'adopted' ? 'caps.proof.notVerdict' : 'caps.proof.notAdopted')}</p>
    </div>
  )
}
