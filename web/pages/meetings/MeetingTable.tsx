import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date, none } from '../../format.ts'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'

type Row = Answer<'meetings'>['rows'][number]

/** Meetings with how far they have come and what they decided. */
export function MeetingTable({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  return (
    <TableScroll label={t('meetings.list.caption')}>
      <table className="list-table">
        <caption className="visually-hidden">{t('meetings.list.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('meetings.list.day')}</th>
            <th scope="col">{t('meetings.list.place')}</th>
            <th scope="col">{t('meetings.list.state')}</th>
            <th scope="col">{t('meetings.list.items')}</th>
            <th scope="col">{t('meetings.list.results')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.region}.${row.meetingOn}`}>
              <th scope="row">
                <Link
                  to="/moeder/$committee/$day"
                  params={{ committee: row.region, day: row.meetingOn }}
                  className="row-link"
                >
                  {date(row.meetingOn, language)}
                </Link>
                <span className="cell-sub">{words.meetingKind(row.kind)}</span>
              </th>
              <td>
                <span className="cell-main">{row.place ?? none}</span>
                {row.startsAt !== null && (
                  <span className="cell-sub">{t('meetings.one.at', { time: row.startsAt })}</span>
                )}
              </td>
              <td>{t(`meetings.state.${row.state}`)}</td>
              <td className="num">{row.items}</td>
              <td>
                <Results row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

/** What became of the items, in words; a dash before any was concluded. */
function Results({ row }: { readonly row: Row }) {
  const { t } = useTranslation()
  const said = (['ruled', 'disagreed', 'postponed'] as const)
    .filter((result) => row[result] > 0)
    .map((result) => t(`meetings.list.${result}`, { count: row[result] }))
  return said.length === 0 ? none : said.join(', ')
}
