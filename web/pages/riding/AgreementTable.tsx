import { useTranslation } from 'react-i18next'
import { Icon } from '../../parts/Icon.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { usePersonNames } from '../../parts/usePersonNames.ts'
import { useLanguage } from '../../text/i18n.ts'
import { AgreementRow } from './AgreementRow.tsx'
import { type Agreement, type Column, columns, sortText } from './agreements.ts'
import { minHoursText } from './minHoursText.ts'

/** The agreements as shown: one row is one therapist at one school. A row selects its agreement, here and on the map. */
export function AgreementTable({
  rows,
  most,
  minHours,
  sort,
  selected,
  hovered,
  onSort,
  onSelect,
  onHover,
}: {
  readonly rows: readonly Agreement[]
  /** Hours of the longest bar, in tenths. */
  readonly most: number
  /** R-17's hours in tenths; null without a rule set. */
  readonly minHours: number | null
  readonly sort: { readonly column: Column; readonly descending: boolean }
  readonly selected: Agreement | null
  /** School that the pointer is over on the map. */
  readonly hovered: string | null
  readonly onSort: (text: string) => void
  readonly onSelect: (row: Agreement) => void
  readonly onHover: (row: Agreement | null) => void
}) {
  const { t } = useTranslation()
  const heading = useHeading(minHours)
  const nameOf = usePersonNames(rows.map(({ therapist }) => therapist))
  const direction = t(sort.descending ? 'riding.table.descending' : 'riding.table.ascending')
  return (
    <TableScroll label={t('riding.table.label')}>
      <table className="table riding-table">
        <caption className="visually-hidden">
          {t('riding.table.caption', { count: rows.length, sort: heading(sort.column), direction })}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => {
              const isSorted = column === sort.column
              return (
                <th
                  key={column}
                  scope="col"
                  aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
                >
                  <button
                    type="button"
                    className="sort-button"
                    onClick={() => onSort(sortText(column, isSorted ? !sort.descending : column === 'hours'))}
                  >
                    {heading(column)}
                    {isSorted && <Icon name={sort.descending ? 'down' : 'up'} size={14} />}
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <AgreementRow
              key={row.agreement}
              row={row}
              therapist={nameOf(row.therapist)}
              most={most}
              minHours={minHours}
              isSelected={row.agreement === selected?.agreement}
              isHovered={row.school === hovered}
              onSelect={() => onSelect(row)}
              onHover={(on) => onHover(on ? row : null)}
            />
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

/** Headings of the columns in the reader's words, with the rule set's own number of hours. */
export function useHeading(minHours: number | null): (column: Column) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const hours = minHoursText(minHours, language)
  return (column) => (column === 'minHours' ? t('riding.table.minHours', { hours }) : t(`riding.table.${column}`))
}
