import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Params, viewQuery } from '../../api.ts'
import { Awaited } from '../../parts/Awaited.tsx'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { type Caps, planBasis } from '../caps/capsAnswer.ts'
import type { Wanted } from './capEdits.ts'
import { KindChoice } from './KindChoice.tsx'
import { lockedSoon } from './locks.ts'
import { cellKey, matrixOf } from './matrix.ts'
import { NothingProposed } from './NothingProposed.tsx'
import { OtherKinds } from './OtherKinds.tsx'
import { ProposalForm } from './ProposalForm.tsx'
import { ProposalWarnings } from './ProposalWarnings.tsx'
import { ProposedChanges } from './ProposedChanges.tsx'
import { type ProposalAsked, proposalParams, proposedLines } from './proposalAsked.ts'
import type { Scenario } from './scenarioAnswer.ts'
import type { ScenarioEditing } from './scenarioEditing.ts'
import { lacksRegion } from './useBoards.ts'
import { groupShown, type LaboratoryChoice, type MatrixKind } from './useLaboratoryChoice.ts'
import { useEditState } from './useScenarioEditing.ts'

/** Asks for a proposal, shows what it would change with its ties and limits, and only then takes it over. */
export function ProposalSheet({
  kind,
  a,
  b,
  open,
  onKind,
  onClose,
  ...rest
}: Omit<Parameters<typeof Proposal>[0], 'kind' | 'a' | 'b'> & {
  readonly kind: MatrixKind
  /** The boards of these areas; undefined until they are there. */
  readonly a: Caps | undefined
  readonly b: Caps | undefined
  readonly open: boolean
  /** Shows the board of other areas, which a proposal can be made for. */
  readonly onKind: (kind: MatrixKind) => void
}) {
  const { t } = useTranslation()
  const others = { kind, region: rest.region, onKind }
  return (
    <Sheet title={t('laboratory.propose.title')} open={open} onClose={onClose} className="sheet-wide lab-proposal">
      <p className="form-lead">{t('laboratory.propose.lead')}</p>
      <KindChoice kind={kind} onChange={onKind} />
      {kind === 'region' ? (
        <OtherKinds
          {...others}
          title={t('laboratory.propose.notRegions.title')}
          text={t('laboratory.propose.notRegions.text')}
        />
      ) : lacksRegion(kind, rest.region) ? (
        <OtherKinds
          {...others}
          title={t('laboratory.empty.municipality.title')}
          text={t('laboratory.empty.municipality.text')}
        />
      ) : a === undefined || b === undefined ? (
        <Skeleton rows={8} />
      ) : b.areas.length === 0 ? (
        <OtherKinds
          {...others}
          title={t('laboratory.propose.nothing.noAreas.title')}
          text={t('laboratory.propose.nothing.noAreas.text')}
        />
      ) : (
        <Proposal {...{ ...rest, kind, a, b, onClose }} />
      )}
    </Sheet>
  )
}

function Proposal({
  scenario,
  kind,
  region,
  choice,
  a,
  b,
  editing,
  onClose,
}: {
  readonly scenario: Scenario
  readonly kind: Exclude<MatrixKind, 'region'>
  readonly region: string | null
  readonly choice: LaboratoryChoice
  readonly a: Caps
  readonly b: Caps
  readonly editing: ScenarioEditing
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const basis = choice.basis ?? planBasis(b.areas)
  const group = groupShown(b.groups, choice)
  const waiting = useEditState(editing, 'waiting')
  const locking = useEditState(editing, 'locking')
  const now = useMemo(() => matrixOf(b, a, basis, waiting), [b, a, basis, waiting])
  const locks = lockedSoon(scenario.locks, locking, kind)
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
  const lines = data === undefined ? [] : proposedLines(data, (area, of) => now.get(cellKey(area, of))?.cap ?? null)
  const apply = () => {
    const wanted = lines.flatMap(({ group, cell, area, cap }): Wanted[] =>
      area.ref === null
        ? []
        : [
            {
              area: area.ref,
              target: { kind: group.kind, id: group.group },
              cap,
              before: now.get(cellKey(cell.area, group.group))?.before ?? null,
            },
          ],
    )
    const { method } = asked
    editing.setCaps(wanted, {
      method,
      basis: data?.basis ?? null,
      reason: asked.lot === null ? null : t('laboratory.propose.lotReason', { seed: asked.lot }),
    })
    announce(
      t('laboratory.propose.applied', { count: wanted.length, method: t(`laboratory.propose.methods.${method}`) }),
    )
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
