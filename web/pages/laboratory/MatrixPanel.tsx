import { memo, type RefObject, type SyntheticEvent, useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CapBasis } from '#api/views/caps'
import { Panel } from '../../parts/Panel.tsx'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { AreaHead } from '../caps/AreaHead.tsx'
import { type GridFocus, MunicipalityCell } from '../caps/BoardCell.tsx'
import { BoardLegend } from '../caps/BoardLegend.tsx'
import type { At } from '../caps/board.ts'
import { type Caps, cellOf } from '../caps/capsAnswer.ts'
import { GroupHeads } from '../caps/GroupHeads.tsx'
import { type FiguresAt, useMunicipalities } from '../caps/useMunicipalities.ts'
import { DeviationBar } from './DeviationBar.tsx'
import { isIn, type Selection } from './gridKeys.ts'
import { type Lock, lockOn, turned } from './locks.ts'
import { MatrixCellView } from './MatrixCellView.tsx'
import { columnSums, isChanged, type Matrix, type MatrixCell } from './matrix.ts'
import { cellAt, type Laid, locksMeant, placeOf } from './matrixRows.ts'
import { OpenCapEditor } from './OpenCapEditor.tsx'
import { PasteErrors } from './PasteErrors.tsx'
import { SumView } from './SumView.tsx'
import { useGroupOfFocus } from './useGroupOfFocus.ts'
import type { MatrixKeys } from './useMatrixKeys.ts'

/** The matrix: areas by groups, edited as a spreadsheet is. It is drawn again only when something in it has changed. */
export const MatrixPanel = memo(function MatrixPanel({
  data,
  matrix,
  laid,
  basis,
  group,
  locks,
  name,
  side,
  table,
  keys,
  opened,
  at,
  why,
  onLock,
  onGroup,
  onOpen,
  onProof,
}: {
  readonly data: Caps
  readonly matrix: Matrix
  readonly laid: Laid
  readonly basis: CapBasis
  readonly group: string
  readonly locks: readonly Lock[]
  /** What the board shown is called. */
  readonly name: string
  readonly side: 'a' | 'b'
  readonly table: RefObject<HTMLTableElement | null>
  readonly keys: MatrixKeys
  readonly opened: string | undefined
  /** What the municipalities of an opened area are asked for: as the board shown is. */
  readonly at: FiguresAt
  /** Why nothing can be written; undefined when it can. */
  readonly why: string | undefined
  readonly onLock: (selection: Selection) => void
  readonly onGroup: (group: string) => void
  readonly onOpen: (area: string) => void
  readonly onProof: (cell: MatrixCell) => void
}) {
  const { t } = useTranslation()
  const figures = useMunicipalities(
    laid.rows.flatMap((row) => (row.kind === 'municipality' ? [row.code] : [])),
    at,
  )
  const { groups, rows, size } = laid
  const singles = groups.filter(({ kind }) => kind === 'group').length
  const { head } = keys.selection
  const here = { row: Math.min(head.row, size.rows - 1), column: Math.min(head.column, size.columns - 1) }
  const focusOf = useCallback(
    (row: number, column: number) => placeInGrid(row, column, row === here.row && column === here.column),
    [here.row, here.column],
  )
  const follow = useGroupOfFocus(groups, group, onGroup)
  const sums = useMemo(() => columnSums(matrix), [matrix])
  const isOpenLock = turned(locks, locksMeant(laid, matrix, keys.selection)).lock
  const isCell = (at: At) => cellAt(laid, matrix, at) !== undefined
  const areaOf = (code: string) => data.areas.find((area) => area.code === code)
  const nameOf = (code: string) => areaOf(code)?.name ?? code
  const changed = [...matrix.values()].filter(isChanged).length
  const goTo = (cell: MatrixCell) => {
    const place = placeOf(laid, cell.area, cell.group)
    if (place !== null) keys.goTo(place)
  }
  const column = (at: number) => [at === singles ? 'family-first' : '', groups[at]?.id === group ? 'chosen' : '']
  return (
    <Panel
      title={t('laboratory.matrix.title')}
      aside={
        <span aria-live="polite">
          {side === 'a' ? t('laboratory.matrix.subA', { name }) : t('laboratory.matrix.subB', { name, count: changed })}
        </span>
      }
      footer={<p className="caps-keys">{t('laboratory.matrix.keys')}</p>}
      className="caps-board lab-board"
    >
      <div className="lab-tools">
        <BoardLegend />
        <span className="lab-legend">
          <span className="lab-change is-more" aria-hidden="true">
            +1
          </span>{' '}
          {t('laboratory.matrix.changed')}
        </span>
        <WriteButton icon={isOpenLock ? 'lock' : 'unlock'} why={why} onPress={() => onLock(keys.selection)}>
          {t(isOpenLock ? 'laboratory.matrix.lock' : 'laboratory.matrix.unlock')}
        </WriteButton>
      </div>
      <DeviationBar matrix={matrix} nameOf={nameOf} onGo={goTo} />
      <PasteErrors errors={keys.errors} nameOf={nameOf} onClose={keys.forgetErrors} />
      <div className="table-scroll">
        <table
          className="caps-grid lab-grid"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what ARIA's grid pattern is made of.
          role="grid"
          aria-multiselectable="true"
          aria-label={t('laboratory.matrix.grid', { name })}
          ref={table}
          onFocus={(event) => {
            const at = placeAt(event)
            if (at === null) return
            keys.focused(at)
            follow(at)
          }}
          onMouseDown={(event) => {
            const at = placeAt(event)
            if (at !== null && isCell(at)) keys.pointed(at, event.shiftKey)
          }}
          onClick={(event) => {
            const at = placeAt(event)
            if (at !== null && isCell(at)) keys.clicked(at, event.detail === 0)
          }}
          onKeyDown={keys.press}
          onCopy={keys.copy}
          onPaste={keys.paste}
        >
          <colgroup>
            <col className="caps-area-column" />
            {groups.map(({ id }, at) => (
              <col key={id} className={column(at).join(' ')} />
            ))}
          </colgroup>
          <GroupHeads groups={groups} chosen={group} focusOf={focusOf} onChoose={onGroup} />
          <tbody>
            {rows.map((row, index) => (
              <tr
                key={row.kind === 'area' ? `area ${row.area.code}` : row.kind === 'sum' ? 'sum' : row.code}
                className={`caps-row-${row.kind}`}
              >
                <AreaHead
                  row={row}
                  sumName={t('laboratory.matrix.frame')}
                  isOpen={row.kind === 'area' && row.area.code === opened}
                  focus={focusOf(index + 1, 0)}
                  onToggle={onOpen}
                />
                {groups.map(({ id }, column) => {
                  const at = { row: index + 1, column: column + 1 }
                  const focus = focusOf(at.row, at.column)
                  if (row.kind === 'municipality')
                    return (
                      <MunicipalityCell
                        key={id}
                        figures={figures.of.get(row.code) ?? 'loading'}
                        group={id}
                        basis={basis}
                        focus={focus}
                      />
                    )
                  if (row.kind === 'sum') {
                    const sum = sums.get(id)
                    return sum === undefined ? <td key={id} {...focus} /> : <SumView key={id} {...sum} focus={focus} />
                  }
                  const cell = cellAt(laid, matrix, at)
                  if (cell === undefined) return <td key={id} {...focus} />
                  return (
                    <MatrixCellView
                      key={id}
                      cell={cell}
                      areaName={row.area.name}
                      people={cellOf(row.area, id)?.expected[basis]}
                      basis={basis}
                      locked={lockOn(locks, cell.area, cell.group)}
                      selected={isIn(keys.selection, size, at)}
                      focus={focus}
                    />
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <OpenCapEditor data={data} laid={laid} basis={basis} keys={keys} table={table} onProof={onProof} />
    </Panel>
  )
})

const places = new Map<string, GridFocus>()

/** What makes an element a place of the grid; always the same object for the same place, so that it is not drawn again. */
function placeInGrid(row: number, column: number, isTabStop: boolean): GridFocus {
  const key = `${row}:${column}:${isTabStop}`
  const known = places.get(key)
  if (known !== undefined) return known
  const place = { tabIndex: isTabStop ? 0 : -1, 'data-at': `${row}:${column}` }
  places.set(key, place)
  return place
}

/** The place of the grid that something happened at; null beside them. */
function placeAt({ target }: SyntheticEvent): At | null {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset.at : undefined
  const [row, column] = at?.split(':').map(Number) ?? []
  return row === undefined || column === undefined ? null : { row, column }
}
