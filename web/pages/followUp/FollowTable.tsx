import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../parts/Panel.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useWords } from '../../text/words.ts'
import type { FollowUp, TableId, Told } from './answer.ts'
import { FindingCell, useVerdictWord } from './FindingCell.tsx'
import { SaveTable } from './SaveTable.tsx'

/** A column: what a cell says, and how it is drawn where that is more than its text. */
export interface Column<Row> {
  readonly title: string
  readonly isNumber?: boolean
  text(row: Row): string
  draw?(row: Row): ReactNode
}

/** A table of one tab: the first column names the row, the last says what was found. The same rows as CSV. */
export function FollowTable<Row>({
  data,
  tab,
  title,
  columns,
  rows,
  keyOf,
  findingOf,
  none,
  lead,
  isSaid = () => false,
  actionOf,
  aside,
  footer,
}: {
  readonly data: FollowUp
  readonly tab: TableId
  readonly title: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** Left out for a table without findings. */
  readonly findingOf?: (row: Row) => Told | null
  /** What stands instead of an empty table. */
  readonly none: string
  /** Above the table: what holds for many of its rows, said once. */
  readonly lead?: ReactNode
  /** True for a finding whose verdict the lead says already. */
  readonly isSaid?: (finding: Told | null) => boolean
  /** What can be done about a row's finding, under it. */
  readonly actionOf?: (row: Row) => ReactNode
  readonly aside?: ReactNode
  readonly footer?: ReactNode
}) {
  const { t } = useTranslation()
  const words = useWords()
  const verdict = useVerdictWord()
  const found = (row: Row): string[] => {
    if (findingOf === undefined) return []
    const finding = findingOf(row)
    return [verdict(finding), finding === null ? '' : words.finding(finding)]
  }
  const head = [
    ...columns.map((column) => column.title),
    ...(findingOf === undefined ? [] : [t('followUp.finding'), t('followUp.explanation')]),
  ]
  const lines = rows.map((row) => [...columns.map((column) => column.text(row)), ...found(row)])
  return (
    <Panel
      title={title}
      aside={
        <>
          {aside}
          {rows.length > 0 && <SaveTable data={data} tab={tab} head={head} rows={lines} />}
        </>
      }
      {...(footer === undefined ? {} : { footer })}
      className="flush"
    >
      {lead}
      {rows.length === 0 ? (
        <p className="follow-up-none">{none}</p>
      ) : (
        <TableScroll label={title}>
          <table className="table follow-up-table">
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                {columns.map(({ title: heading, isNumber }) => (
                  <th key={heading} scope="col" className={isNumber ? 'num' : ''}>
                    {heading}
                  </th>
                ))}
                {findingOf !== undefined && <th scope="col">{t('followUp.finding')}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={keyOf(row)}>
                  {columns.map((column, index) => {
                    const drawn = column.draw?.(row) ?? column.text(row)
                    return index === 0 ? (
                      <th key={column.title} scope="row">
                        {drawn}
                      </th>
                    ) : (
                      <td key={column.title} className={column.isNumber ? 'num' : ''}>
                        {drawn}
                      </td>
                    )
                  })}
                  {findingOf !== undefined && (
                    <FindingCell finding={findingOf(row)} isSaid={isSaid(findingOf(row))}>
                      {actionOf?.(row)}
                    </FindingCell>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </Panel>
  )
}
