import { useTranslation } from 'react-i18next'
import type { CapBasis } from '#api/views/caps'
import { number } from '../../format.ts'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { Summed } from './board.ts'
import { adoptedIn, type CapArea, cellOf, endingOf, measureOf } from './capsAnswer.ts'
import { PlaceSquares } from './PlaceSquares.tsx'
import { ToldFigure } from './ToldFigure.tsx'
import { useCellWords } from './useCellWords.ts'

/** What makes an element the one that the grid's keys lead to. */
export interface GridFocus {
  readonly tabIndex: number
  readonly 'data-at': string
  /** Left out where the grid itself hears what comes to focus. */
  onFocus?(): void
}

/** Documented and cap, one square a place, what is over, and how many persons there are. Opens the calculation. */
export function BoardCell({
  area,
  group,
  basis,
  grandfathered,
  focus,
  onOpen,
}: {
  readonly area: CapArea
  readonly group: string
  readonly basis: CapBasis
  readonly grandfathered: boolean
  readonly focus: GridFocus
  readonly onOpen: () => void
}) {
  const words = useCellWords()
  const cell = cellOf(area, group)
  if (cell === undefined) return <td {...focus} />
  const measure = measureOf(cell, basis)
  const excess = measure?.excess ?? null
  return (
    <td>
      <button
        type="button"
        className="cap-cell"
        aria-label={words.cell(area, group, basis)}
        aria-haspopup="dialog"
        onClick={onOpen}
        {...focus}
      >
        <UsedOfCap documented={cell.documented.valid} cap={measure?.cap ?? null} between={measure?.between ?? null} />
        <PlaceSquares documented={cell.documented.valid} cap={measure?.cap ?? null} />
        {adoptedIn(cell) !== undefined && <Adopted />}
        {excess !== null && excess > 0 && (
          <Over excess={excess} toEnd={endingOf(area, cell, basis, grandfathered) ?? 0} />
        )}
        <ToldFigure told={cell.expected[basis]} />
      </button>
    </td>
  )
}

/** The same of all areas together; it has no calculation of its own. */
export function SumCell({
  sum,
  spoken,
  grandfathered,
  focus,
}: {
  readonly sum: Summed
  readonly grandfathered: boolean
  readonly spoken: string
  readonly focus: GridFocus
}) {
  return (
    <td>
      <div className="cap-cell" {...focus}>
        <span className="visually-hidden">{spoken}</span>
        <span aria-hidden="true">
          <UsedOfCap documented={sum.documented} cap={sum.cap} between={null} />
          {sum.excess !== null && sum.excess > 0 && <Over excess={sum.excess} toEnd={grandfathered ? 0 : sum.excess} />}
        </span>
      </div>
    </td>
  )
}

/** A municipality's documented and persons, and its cap where one was adopted: the formula's would rest on too small numbers. */
export function MunicipalityCell({
  figures,
  group,
  basis,
  focus,
}: {
  readonly figures: CapArea | 'loading' | 'failed'
  readonly group: string
  readonly basis: CapBasis
  readonly focus: GridFocus
}) {
  const { t } = useTranslation()
  const words = useCellWords()
  const language = useLanguage()
  const cell = typeof figures === 'string' ? undefined : cellOf(figures, group)
  const adopted = adoptedIn(cell)
  return (
    <td>
      <div className="cap-cell cap-cell-plain" {...focus}>
        {cell === undefined || typeof figures === 'string' ? (
          <span className="told told-unknown">
            {figures === 'loading' ? t('caps.board.loading') : t('caps.told.unknown')}
          </span>
        ) : (
          <>
            <span className="visually-hidden">{words.municipality(figures, group, basis)}</span>
            <span className="cap-line" aria-hidden="true">
              {number(cell.documented.valid, language)}
              {adopted !== undefined && ` / ${number(adopted.cap, language)}`}{' '}
              <ToldFigure told={cell.expected[basis]} />
              {adopted !== undefined && <Adopted />}
            </span>
          </>
        )}
      </div>
    </td>
  )
}

function Adopted() {
  const { t } = useTranslation()
  return <span className="cell-sub">{t('caps.board.adopted')}</span>
}

function UsedOfCap({
  documented,
  cap,
  between,
}: {
  readonly documented: number
  readonly cap: number | null
  readonly between: readonly [number, number] | null
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <span className="cap-line">
      <strong>{number(documented, language)}</strong>
      <span className="cap-of">
        {' / '}
        {cap !== null ? (
          number(cap, language)
        ) : (
          <span className="told-unknown">
            {between === null
              ? t('caps.board.unknownCap')
              : t('caps.board.between', { low: number(between[0], language), high: number(between[1], language) })}
          </span>
        )}
      </span>
    </span>
  )
}

function Over({ excess, toEnd }: { readonly excess: number; readonly toEnd: number }) {
  const { t } = useTranslation()
  return (
    <span className="cap-over tone-breach">
      <VerdictIcon outcome="breach" size={14} />
      {toEnd > 0 ? t('caps.board.toEnd', { count: toEnd }) : t('caps.board.over', { count: excess })}
    </span>
  )
}
