import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { AreaRef, QuotaTarget } from '#events/quota'
import { announce } from '../../parts/announce.ts'
import { useSteady } from '../../parts/useSteady.ts'
import { type Caps, planBasis } from '../caps/capsAnswer.ts'
import { FamiliesPanel } from '../caps/FamiliesPanel.tsx'
import { Proof } from '../caps/Proof.tsx'
import { ChangesPanel } from './ChangesPanel.tsx'
import { ComparisonPanel } from './ComparisonPanel.tsx'
import type { Selection } from './gridKeys.ts'
import { LabChecksPanel } from './LabChecksPanel.tsx'
import { lockedSoon, lockOn, turned } from './locks.ts'
import { MatrixPanel } from './MatrixPanel.tsx'
import { mapShows, mapSide } from './mapShown.ts'
import { type MatrixCell, matrixOf, overKnown } from './matrix.ts'
import { cellAt, laidOut, locksMeant, placeOf } from './matrixRows.ts'
import { PathwaysPanel } from './PathwaysPanel.tsx'
import { SharedNote } from './SharedNote.tsx'
import type { Change, Scenario } from './scenarioAnswer.ts'
import type { ScenarioEditing } from './scenarioEditing.ts'
import { boardsAt } from './useBoards.ts'
import { groupShown, type LaboratoryChoice, type MatrixKind } from './useLaboratoryChoice.ts'
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
  onChange,
}: {
  readonly scenario: Scenario
  readonly kind: MatrixKind
  readonly region: string | null
  readonly a: Caps
  readonly b: Caps
  readonly choice: LaboratoryChoice
  readonly editing: ScenarioEditing
  readonly why: string | undefined
  readonly onChange: (change: Partial<LaboratoryChoice>) => void
}) {
  const { t } = useTranslation()
  const table = useRef<HTMLTableElement>(null)
  const basis = choice.basis ?? planBasis(b.areas)
  const group = groupShown(b.groups, choice)
  const isFamily = b.groups.find(({ id }) => id === group)?.kind === 'family'
  const waiting = useEditState(editing, 'waiting')
  const locking = useEditState(editing, 'locking')
  const now = useMemo(() => matrixOf(b, a, basis, waiting), [b, a, basis, waiting])
  const shown = useMemo(
    () => (choice.side === 'a' ? matrixOf(a, a, basis, new Map()) : now),
    [choice.side, a, basis, now],
  )
  const data = choice.side === 'a' ? a : b
  const laid = useMemo(() => laidOut(data, choice.opened), [data, choice.opened])
  const locks = useMemo(() => lockedSoon(scenario.locks, locking, kind), [scenario.locks, locking, kind])
  const overA = useMemo(() => overKnown(matrixOf(a, a, basis, new Map())), [a, basis])
  const overB = useMemo(() => overKnown(now), [now])
  const refOf = (code: string): AreaRef => AreaRef.parse({ kind, code })
  const targetOf = (id: string): QuotaTarget =>
    QuotaTarget.parse({ kind: b.groups.find((one) => one.id === id)?.kind ?? 'group', id })
  const isLocked = (cell: MatrixCell) => lockOn(locks, cell.area, cell.group) !== null
  const canSet = why === undefined && choice.side === 'b'

  const lock = useSteady((selection: Selection) => {
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
  })
  const keys = useMatrixKeys({
    laid,
    matrix: shown,
    table,
    start: placeOf(laid, data.areas[0]?.code ?? '', group) ?? { row: 1, column: 1 },
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
  const shows = mapShows(choice, isFamily, scenario.changes)
  const focused = cellAt(laid, shown, keys.selection.head)
  const at = useMemo(() => boardsAt(scenario, choice.compare)[choice.side], [scenario, choice.compare, choice.side])
  const showGroup = useSteady((id: string) => onChange({ group: id }))
  const toggle = useSteady((area: string) => onChange({ opened: area === choice.opened ? undefined : area }))
  const prove = useSteady((cell: MatrixCell) => onChange({ group: cell.group, proof: cell.area }))
  return (
    <>
      <SharedNote data={data} />
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
            at={at}
            why={why}
            onLock={lock}
            onGroup={showGroup}
            onOpen={toggle}
            onProof={prove}
          />
          <ChangesPanel scenario={scenario} editing={editing} why={why} onGo={goToChange} />
          <PathwaysPanel scenario={scenario} groups={data.groups} group={group} editing={editing} why={why} />
          <FamiliesPanel data={data} basis={basis} />
        </div>
        <div className="caps-side">
          <ComparisonPanel
            scenario={scenario}
            compare={choice.compare}
            region={region}
            editing={editing}
            group={group}
            isFamily={isFamily}
            areas={b.areas}
            matrix={now}
            overA={overA}
            overB={overB}
            shows={shows}
            side={mapSide(choice, shows, now, group)}
            focused={kind === 'municipality' ? (focused?.area ?? null) : null}
            onChange={onChange}
            onPick={pick}
          />
          <LabChecksPanel matrix={now} group={group} problems={scenario.problems} board={data} />
        </div>
      </div>
      <Proof
        data={data}
        area={data.areas.find(({ code }) => code === choice.proof)}
        group={group}
        basis={basis}
        onChange={(change) => onChange('proof' in change ? { proof: change.proof } : {})}
      />
    </>
  )
}
