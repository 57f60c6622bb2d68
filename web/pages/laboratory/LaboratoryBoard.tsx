import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { AreaRef, QuotaTarget } from '#events/quota'
import { announce } from '../../parts/announce.ts'
import { useSteady } from '../../parts/useSteady.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { type Caps, planBasis } from '../caps/capsAnswer.ts'
import { FamiliesPanel } from '../caps/FamiliesPanel.tsx'
import { Proof } from '../caps/Proof.tsx'
import { ChangesPanel } from './ChangesPanel.tsx'
import { ComparisonPanel } from './ComparisonPanel.tsx'
import type { Selection } from './gridKeys.ts'
import { LabChecksPanel } from './LabChecksPanel.tsx'
import { lockedSoon, lockOn, turned } from './locks.ts'
import { MatrixPanel } from './MatrixPanel.tsx'
import { cellKey, type Matrix, type MatrixCell, matrixOf } from './matrix.ts'
import { cellAt, laidOut, locksMeant, placeOf } from './matrixRows.ts'
import { PathwaysPanel } from './PathwaysPanel.tsx'
import { ProposalSheet } from './ProposalSheet.tsx'
import type { Change, Scenario } from './scenarioAnswer.ts'
import type { ScenarioEditing } from './scenarioEditing.ts'
import { boardsAt } from './useBoards.ts'
import { compared, useComparison } from './useComparison.ts'
import type { LaboratoryChoice, MatrixKind } from './useLaboratoryChoice.ts'
import { useMatrixKeys } from './useMatrixKeys.ts'
import { useEditState } from './useScenarioEditing.ts'

/** Everything of a scenario that hangs together: matrix, checks, comparison, map, changes and proposals. */
export function LaboratoryBoard({
  scenario,
  kind,
  region,
  a,
  b,
  choice,
  editing,
  why,
  proposing,
  onChange,
  onProposed,
}: {
  readonly scenario: Scenario
  readonly kind: MatrixKind
  readonly region: string | null
  readonly a: Caps
  readonly b: Caps
  readonly choice: LaboratoryChoice
  readonly editing: ScenarioEditing
  readonly why: string | undefined
  readonly proposing: boolean
  readonly onChange: (change: Partial<LaboratoryChoice>) => void
  readonly onProposed: () => void
}) {
  const { t } = useTranslation()
  const table = useRef<HTMLTableElement>(null)
  const basis = choice.basis ?? planBasis(b.areas)
  const group = b.groups.find(({ id }) => id === choice.group)?.id ?? b.groups[0]?.id ?? ''
  const isFamily = b.groups.find(({ id }) => id === group)?.kind === 'family'
  const waiting = useEditState(editing, 'waiting')
  const locking = useEditState(editing, 'locking')
  const busy = useEditState(editing, 'busy')
  const now = useMemo(() => matrixOf(b, a, basis, waiting), [b, a, basis, waiting])
  const shown = useMemo(
    () => (choice.side === 'a' ? matrixOf(a, a, basis, new Map()) : now),
    [choice.side, a, basis, now],
  )
  const data = choice.side === 'a' ? a : b
  const laid = useMemo(() => laidOut(data, choice.opened), [data, choice.opened])
  const locks = useMemo(() => lockedSoon(scenario.locks, locking, kind), [scenario.locks, locking, kind])
  const comparison = useComparison(scenario, choice.compare, group, region, !isFamily)
  const held = useMemo(() => (comparison.data === undefined ? undefined : compared(comparison.data)), [comparison.data])
  const areaName = (code: string) => data.areas.find((area) => area.code === code)?.name ?? code
  const refOf = (code: string): AreaRef => AreaRef.parse({ kind, code })
  const targetOf = (id: string): QuotaTarget =>
    QuotaTarget.parse({ kind: b.groups.find((one) => one.id === id)?.kind ?? 'group', id })
  const isLocked = (cell: MatrixCell) => lockOn(locks, cell.area, cell.group) !== null
  const canSet = why === undefined && choice.side === 'b'

  const lock = (selection: Selection) => {
    if (why !== undefined) return announce(why)
    const meant = turned(locks, locksMeant(laid, shown, selection))
    if (meant.locks.length === 0) return
    editing.lock(
      meant.locks.map((one) => ({
        area: one.area === null ? null : refOf(one.area),
        group: one.group === null ? null : targetOf(one.group).id,
      })),
      meant.lock,
    )
    announce(
      t(meant.lock ? 'laboratory.matrix.lockDone' : 'laboratory.matrix.unlockDone', { count: meant.locks.length }),
    )
  }
  const keys = useMatrixKeys({
    laid,
    matrix: shown,
    table,
    canSet,
    isLocked,
    onLock: lock,
    onSet: (caps) =>
      editing.setCaps(
        caps.map(({ cell, cap }) => ({
          area: refOf(cell.area),
          target: targetOf(cell.group),
          cap,
          before: cell.before,
        })),
      ),
  })
  const goTo = (area: string, of?: string) => {
    const place = placeOf(laid, area, of)
    if (place !== null) keys.goTo(place)
  }
  const pick = useSteady((code: string) => {
    const area = data.areas.find(({ municipalities }) => municipalities.some((one) => one === code))
    if (area !== undefined) goTo(area.code, group)
  })
  const goToChange = useSteady(({ touches: { area, group: of } }: Change) => {
    if (of !== undefined) onChange({ group: of })
    if (area !== undefined) goTo(area.code, of)
  })
  const shows = choice.shows ?? (isFamily || !scenario.changes.some(movesCoverage) ? 'caps' : 'coverage')
  const focused = cellAt(laid, shown, keys.selection.head)
  const locksWhole = locksMeant(laid, shown, keys.selection)
  const isOpenLock = turned(locks, locksWhole).lock
  return (
    <>
      <div className="caps-columns lab-columns">
        <div className="caps-main">
          <MatrixPanel
            data={data}
            matrix={shown}
            laid={laid}
            basis={basis}
            group={group}
            locks={locks}
            name={choice.side === 'a' ? t('laboratory.head.baseName') : scenario.name}
            side={choice.side}
            table={table}
            keys={keys}
            opened={choice.opened}
            at={boardsAt(scenario, choice.compare)[choice.side]}
            actions={
              <WriteButton icon={isOpenLock ? 'lock' : 'unlock'} why={why} onPress={() => lock(keys.selection)}>
                {t(isOpenLock ? 'laboratory.matrix.lock' : 'laboratory.matrix.unlock')}
              </WriteButton>
            }
            onGroup={(id) => onChange({ group: id })}
            onOpen={(area) => onChange({ opened: area === choice.opened ? undefined : area })}
            onProof={(cell) => onChange({ group: cell.group, proof: cell.area })}
          />
          <ChangesPanel scenario={scenario} editing={editing} why={why} onGo={goToChange} />
          <PathwaysPanel scenario={scenario} groups={data.groups} group={group} editing={editing} why={why} />
          <FamiliesPanel data={data} basis={basis} />
        </div>
        <div className="caps-side">
          <ComparisonPanel
            group={group}
            isFamily={isFamily}
            areas={b.areas}
            matrix={now}
            compared={held}
            stale={busy || comparison.isFetching}
            error={comparison.error}
            shows={shows}
            side={choice.map ?? (shows === 'caps' && isNewHere(now, group) ? 'b' : 'difference')}
            note={scenario.note}
            focused={kind === 'municipality' ? (focused?.area ?? null) : null}
            onChange={onChange}
            onRetry={() => void comparison.refetch()}
            onPick={pick}
          />
          <LabChecksPanel matrix={now} group={group} problems={scenario.problems} nameOf={areaName} />
        </div>
      </div>
      <Proof
        data={data}
        area={data.areas.find(({ code }) => code === choice.proof)}
        group={group}
        basis={basis}
        onChange={(change) => onChange('proof' in change ? { proof: change.proof } : {})}
      />
      <ProposalSheet
        scenario={scenario}
        kind={kind}
        region={region}
        group={group}
        basis={basis}
        locks={locks}
        open={proposing}
        capNow={(area, of) => now.get(cellKey(area, of))?.cap ?? null}
        before={(area, of) => now.get(cellKey(area, of))?.before ?? null}
        onApply={(wanted, by) => {
          editing.setCaps(wanted, by)
          announce(
            t('laboratory.propose.applied', {
              count: wanted.length,
              method: t(`laboratory.propose.methods.${by.method}`),
            }),
          )
        }}
        onKind={(to) => {
          onProposed()
          onChange({ kind: to, opened: undefined, proof: undefined })
        }}
        onClose={onProposed}
      />
    </>
  )
}

/** Commands that move nobody: a cap, an area, and what a pathway saves leave who is covered as it is. */
const stills: ReadonlySet<string> = new Set(['ProposeQuota', 'DrawPlanningArea', 'SetStructuredPathway'])

/** Whether a change can move who is covered. */
function movesCoverage({ on, command: { type } }: Change): boolean {
  return on && !stills.has(type)
}

/** Whether no cap of the group was known before: then there is nothing to differ from. */
function isNewHere(matrix: Matrix, group: string): boolean {
  return [...matrix.values()].every((cell) => cell.group !== group || cell.before === null)
}
