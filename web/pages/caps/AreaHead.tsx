import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Icon } from '../../parts/Icon.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { GridFocus } from './BoardCell.tsx'
import type { CapArea } from './capsAnswer.ts'

/** The name of a row; an area's opens to its municipalities. */
export const AreaHead = memo(function AreaHead({
  row,
  sumName,
  isOpen,
  focus,
  onToggle,
}: {
  readonly row:
    | { readonly kind: 'area'; readonly area: CapArea }
    | { readonly kind: 'municipality'; readonly code: string }
    | { readonly kind: 'sum' }
  readonly sumName: string
  readonly isOpen: boolean
  readonly focus: GridFocus
  readonly onToggle: (code: string) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  if (row.kind !== 'area')
    return (
      <th scope="row">
        <div className="caps-area" {...focus}>
          {row.kind === 'sum' ? sumName : names.municipality(row.code)}
        </div>
      </th>
    )
  const { area } = row
  const name = (
    <span>
      <strong>{area.kind === 'set' ? t('caps.set.name') : area.name}</strong>
      <span className="cell-sub">{t('caps.board.inhabitants', { people: number(area.inhabitants, language) })}</span>
      <span className="cell-sub">{t('caps.board.physiotherapists', { count: area.physiotherapists })}</span>
    </span>
  )
  // A municipality has nothing to open to.
  if (area.kind === 'municipality')
    return (
      <th scope="row">
        <div className="caps-area" {...focus}>
          {name}
        </div>
      </th>
    )
  return (
    <th scope="row">
      <button
        type="button"
        className="caps-area caps-area-open"
        aria-expanded={isOpen}
        title={t(isOpen ? 'caps.board.collapse' : 'caps.board.expand', { area: area.name })}
        onClick={() => onToggle(area.code)}
        {...focus}
      >
        <Icon name={isOpen ? 'down' : 'right'} size={14} />
        {name}
      </button>
    </th>
  )
})
