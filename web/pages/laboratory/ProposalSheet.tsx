import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CapBasis } from '#api/views/caps'
import type { ApportionmentMethod } from '#events/quota'
import { type Params, viewQuery } from '../../api.ts'
import { Awaited } from '../../parts/Awaited.tsx'
import { Button } from '../../parts/Button.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import type { Wanted } from './capEdits.ts'
import type { Lock } from './locks.ts'
import { NothingProposed } from './NothingProposed.tsx'
import { ProposalForm } from './ProposalForm.tsx'
import { ProposalWarnings } from './ProposalWarnings.tsx'
import { ProposedChanges } from './ProposedChanges.tsx'
import { type ProposalAsked, proposalParams, proposedLines } from './proposalAsked.ts'
import type { Scenario } from './scenarioAnswer.ts'
import type { MatrixKind } from './useLaboratoryChoice.ts'

/** How a proposal was made, for the changes that it becomes. */
export interface ProposedBy {
  readonly method: ApportionmentMethod
  readonly basis: CapBasis | null
  readonly reason: string | null
}

/** Asks for a proposal, shows what it would change with its ties and limits, and only then takes it over. */
export function ProposalSheet({
  scenario,
  kind,
  region,
  group,
  basis,
  locks,
  open,
  capNow,
  before,
  onApply,
  onKind,
  onClose,
}: {
  readonly scenario: Scenario
  readonly kind: MatrixKind
  readonly region: string | null
  /** The chosen group, which a proposal can be limited to. */
  readonly group: string
  readonly basis: CapBasis
  readonly locks: readonly Lock[]
  readonly open: boolean
  readonly capNow: (area: string, group: string) => number | null
  readonly before: (area: string, group: string) => number | null
  readonly onApply: (wanted: readonly Wanted[], by: ProposedBy) => void
  /** Shows the board of other areas, which a proposal can be made for. */
  readonly onKind: (kind: MatrixKind) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  return (
    <Sheet title={t('laboratory.propose.title')} open={open} onClose={onClose} className="sheet-wide lab-proposal">
      <p className="form-lead">{t('laboratory.propose.lead')}</p>
      {kind === 'region' ? (
        <>
          <p>{t('laboratory.propose.notRegions')}</p>
          <div className="form-actions">
            {(region === null ? (['planningArea'] as const) : (['municipality', 'planningArea'] as const)).map((to) => (
              <Button key={to} onPress={() => onKind(to)}>
                {t('laboratory.propose.showKind', { kind: t(`laboratory.kind.${to}`).toLowerCase() })}
              </Button>
            ))}
          </div>
        </>
      ) : (
        <Proposal {...{ scenario, kind, region, group, basis, locks, capNow, before, onApply, onClose }} />
      )}
    </Sheet>
  )
}

function Proposal({
  scenario,
  kind,
  region,
  group,
  basis,
  locks,
  capNow,
  before,
  onApply,
  onClose,
}: {
  readonly scenario: Scenario
  readonly kind: Exclude<MatrixKind, 'region'>
  readonly region: string | null
  readonly group: string
  readonly basis: CapBasis
  readonly locks: readonly Lock[]
  readonly capNow: (area: string, group: string) => number | null
  readonly before: (area: string, group: string) => number | null
  readonly onApply: (wanted: readonly Wanted[], by: ProposedBy) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<ProposalAsked>({
    method: 'largestRemainder',
    basis,
    minimum: 0,
    floorMinutes: null,
    group: null,
    frame: null,
    lot: null,
  })
  const params = proposalParams(asked, { scenario: scenario.scenario, asOf: scenario.asOf, region, kind, locks })
  const { data, error, isFetching, refetch } = useQuery({
    // What is asked was made of the contract's own words; the compiler sees plain text.
    ...viewQuery('capProposal', params as Params<'capProposal'>),
    placeholderData: (was) => was,
  })
  const lines = data === undefined ? [] : proposedLines(data, capNow)
  const apply = () => {
    const wanted = lines.flatMap(({ group, cell, area, cap }): Wanted[] =>
      area.ref === null
        ? []
        : [
            {
              area: area.ref,
              target: { kind: group.kind, id: group.group },
              cap,
              before: before(cell.area, group.group),
            },
          ],
    )
    onApply(wanted, {
      method: asked.method,
      basis: data?.basis ?? null,
      reason: asked.lot === null ? null : t('laboratory.propose.lotReason', { seed: asked.lot }),
    })
    onClose()
  }
  return (
    <>
      <ProposalForm
        asked={asked}
        group={group}
        onChange={(part) => setAsked((was) => ({ ...was, lot: null, ...part }))}
      />
      {data === undefined ? (
        <Awaited rows={8} error={error} onRetry={() => void refetch()} />
      ) : (
        <div className={isFetching ? 'is-stale' : ''}>
          <ProposalWarnings
            proposal={data}
            onDraw={() => setAsked((was) => ({ ...was, lot: crypto.randomUUID().slice(0, 8) }))}
          />
          {lines.length === 0 ? <NothingProposed proposal={data} kind={kind} /> : <ProposedChanges lines={lines} />}
        </div>
      )}
      <div className="form-actions lab-proposal-actions">
        <Button kind="primary" busy={isFetching} notReady={lines.length === 0} onPress={apply}>
          {isFetching ? t('laboratory.propose.waiting') : t('laboratory.propose.apply', { count: lines.length })}
        </Button>
        <Button onPress={onClose}>{t('laboratory.propose.cancel')}</Button>
      </div>
    </>
  )
}
