import { useTranslation } from 'react-i18next'
import type { AccessRow } from '#api/accessLog'
import { date, instant } from '../../format.ts'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { areaName, useAreas } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { readWords } from './readWords.ts'
import { useAboutWords } from './useAboutWords.ts'

/** One line a reading: when, who, what, about what, and the two times that it was looked at as of. */
export function AccessTable({ rows }: { readonly rows: readonly AccessRow[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const areas = useAreas().data
  const aboutWords = useAboutWords()
  return (
    <TableScroll label={t('accessLog.title')}>
      <table className="list-table">
        <caption className="visually-hidden">{t('accessLog.lead')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('accessLog.columns.at')}</th>
            <th scope="col">{t('accessLog.columns.who')}</th>
            <th scope="col">{t('accessLog.columns.what')}</th>
            <th scope="col">{t('accessLog.columns.about')}</th>
            <th scope="col">{t('accessLog.columns.asOf')}</th>
            <th scope="col">{t('accessLog.columns.asKnownAt')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = readWords(row.what)
            const organisation = areaName(areas, row.organisation)
            return (
              <tr key={row.number}>
                <th scope="row">{instant(row.at, language)}</th>
                <td>
                  {[t(`shell.role.${row.role}`), organisation].filter(Boolean).join(' · ')}
                  <span className="cell-sub">{row.userId}</span>
                </td>
                <td>{key === null ? row.what : t(`accessLog.read.${key}`)}</td>
                <td>{aboutWords(row)}</td>
                <td>{date(row.effectiveOn, language)}</td>
                <td>{row.knownAt === 'now' ? t('accessLog.everything') : instant(row.knownAt, language)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}
