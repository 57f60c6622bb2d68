import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CapBasis, Told } from '#api/views/caps'
import { number, signed } from '../../format.ts'
import { Icon } from '../../parts/Icon.tsx'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { GridFocus } from '../caps/BoardCell.tsx'
import { PlaceSquares } from '../caps/PlaceSquares.tsx'
import { ToldFigure } from '../caps/ToldFigure.tsx'
import { changeOf, isChanged, type MatrixCell } from './matrix.ts'
import { useMatrixWords } from './useMatrixWords.ts'

/**
 * One cell: used / cap, what changed from A, a square a place, and how many persons. Dotted until its figures are there. What
 * is done to it the grid hears; a cell that has not changed is not drawn again.
 */
export const MatrixCellView = memo(function MatrixCellView({
  cell,
  areaName,
  people,
  basis,
  locked,
  selected,
  focus,
}: {
  readonly cell: MatrixCell
  readonly areaName: string
  /** How many persons the basis counts; undefined where the board has no such cell. */
  readonly people: Told | undefined
  readonly basis: CapBasis
  readonly locked: 'cell' | 'row' | 'column' | null
  readonly selected: boolean
  readonly focus: GridFocus
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useMatrixWords()
  const { documented, cap } = cell
  const isOver = cap !== null && documented > cap
  const state = [selected ? 'is-selected' : '', cell.waiting ? 'is-waiting' : '', locked === null ? '' : 'is-locked']
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a cell of a table that is a grid is a grid cell.
    <td aria-selected={selected} className={`lab-cell ${state.join(' ')}`}>
      <button
        type="button"
        className="cap-cell"
        aria-label={words(cell, { areaName, people, basis, locked: locked !== null })}
        {...focus}
      >
        <span className="cap-line">
          <span className="lab-figure">
            <strong>{number(documented, language)}</strong>
            <span className="cap-of">
              {' / '}
              {cap === null ? (
                <span className="told-unknown">{t('caps.board.unknownCap')}</span>
              ) : (
                number(cap, language)
              )}
            </span>
          </span>
          <span className="lab-marks">
            <Changed cell={cell} />
            {isOver && <VerdictIcon outcome="breach" size={14} />}
            {locked !== null && <Icon name="lock" size={12} />}
          </span>
        </span>
        <PlaceSquares documented={documented} cap={cap} />
        {people !== undefined && <ToldFigure told={people} />}
      </button>
    </td>
  )
})

/** How much a cap differs from A, with its sign; a dot where it was not known before. */
export function Changed({ cell }: { readonly cell: MatrixCell }) {
  const language = useLanguage()
  if (!isChanged(cell)) return null
  const by = changeOf(cell)
  return (
    <span className={`lab-change ${by !== null && by < 0 ? 'is-less' : 'is-more'}`}>
      {by === null ? '•' : signed(by, language)}
    </span>
  )
}
