import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { caseNumber } from '#events/say/caseNumber'
import type { Answer } from '../../api.ts'
import { danishDate, date, instant, none, number } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useEventWords } from '../../parts/useEventWords.ts'
import { useLanguage } from '../../text/i18n.ts'
import { daysBetween } from '../cases/days.ts'

type Row = Answer<'events'>['rows'][number]

/** Days between the two times from which a late record is pointed out (design/ui, Timeline). */
const LATE = 10

/** The log as a table with both times; a row opens as a sheet. */
export function EventTable({
  rows,
  on,
  onOpen,
}: {
  readonly rows: readonly Row[]
  /** The day in force, to tell what is adopted but not yet in force. */
  readonly on: string
  readonly onOpen: (row: Row) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useEventWords(rows)
  const names = useAreaNames()
  return (
    <TableScroll label={t('events.caption')}>
      <table className="list-table event-table">
        <caption className="visually-hidden">{t('events.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('events.columns.number')}
            </th>
            <th scope="col">{t('events.columns.effective')}</th>
            <th scope="col">{t('events.columns.recorded')}</th>
            <th scope="col">{t('events.columns.what')}</th>
            <th scope="col">{t('events.columns.where')}</th>
            <th scope="col">{t('events.columns.who')}</th>
            <th scope="col">{t('events.columns.case')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const later = daysBetween(row.effectiveFrom, danishDate(row.recordedAt))
            return (
              <tr key={row.id} className={row.corrects === null ? '' : 'is-correction'}>
                <th scope="row" className="num">
                  <button
                    type="button"
                    className="link-button"
                    aria-label={t('events.open', { number: number(row.number, language) })}
                    onClick={() => onOpen(row)}
                  >
                    {number(row.number, language)}
                  </button>
                </th>
                <td>
                  {date(row.effectiveFrom, language)}
                  {row.effectiveFrom > on && <span className="cell-sub">{t('events.future')}</span>}
                </td>
                <td>
                  {instant(row.recordedAt, language)}
                  {later > LATE && (
                    <span className="cell-sub">{t('events.later', { days: number(later, language) })}</span>
                  )}
                </td>
                <td>
                  {row.corrects !== null && <strong className="correction-word">{t('events.correction')}: </strong>}
                  {words.event(row)}
                </td>
                <td>{names.municipality(row.municipality)}</td>
                <td>{t(`shell.role.${row.role}`)}</td>
                <td>
                  {row.caseId === null ? (
                    none
                  ) : (
                    <Link to="/sager/$case" params={{ case: row.caseId }}>
                      {caseNumber(row.caseId)}
                    </Link>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}
