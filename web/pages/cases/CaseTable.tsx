import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { CaseRow } from '#api/views/case'
import { date, none } from '../../format.ts'
import type { AreaNames } from '../../parts/areaNames.ts'
import { DaysLeft } from '../../parts/DaysLeft.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { Verdict } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import { alsoInvolved } from './filterCases.ts'
import { isOpen } from './progress.ts'
import { VerdictCounts } from './VerdictCounts.tsx'

/** Cases as a table: status, worst finding, nearest deadline. */
export function CaseTable({
  rows,
  names,
}: {
  readonly rows: readonly z.infer<typeof CaseRow>[]
  readonly names: AreaNames
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  return (
    <TableScroll label={t('cases.list.caption')}>
      <table className="list-table">
        <caption className="visually-hidden">{t('cases.list.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('cases.list.number')}</th>
            <th scope="col">{t('cases.list.type')}</th>
            <th scope="col">{t('cases.list.move')}</th>
            <th scope="col">{t('cases.list.status')}</th>
            <th scope="col">{t('cases.list.worst')}</th>
            <th scope="col">{t('cases.list.due')}</th>
            <th scope="col">{t('cases.list.wanted')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.case}>
              <th scope="row">
                <Link to="/sager/$case" params={{ case: row.case }} className="row-link">
                  {row.number}
                </Link>
              </th>
              <td>
                <span className="cell-main">{row.applicant}</span>
                <span className="cell-sub">{words.kind(row)}</span>
              </td>
              <td>
                {row.fromMunicipality === row.toMunicipality ? (
                  names.municipality(row.fromMunicipality)
                ) : (
                  <>
                    {names.municipality(row.fromMunicipality)} → {names.municipality(row.toMunicipality)}
                  </>
                )}
                <AlsoInvolved codes={alsoInvolved(row)} names={names} />
              </td>
              <td>{words.status(row.status)}</td>
              <td>
                {row.worst === null ? (
                  <span className="muted">{t('cases.list.notChecked')}</span>
                ) : (
                  <>
                    <Verdict outcome={row.worst} /> <VerdictCounts counts={row.counts} />
                  </>
                )}
              </td>
              <td>
                {row.dueOn === null || !isOpen(row.status) ? (
                  none
                ) : (
                  <>
                    <span className="cell-main">{date(row.dueOn, language)}</span>
                    <DaysLeft dueOn={row.dueOn} />
                  </>
                )}
              </td>
              <td>{date(row.wantedFrom, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

/** As many municipalities as a cell names; of more it tells the number, and the case itself names them. */
const fewEnough = 3

function AlsoInvolved({ codes, names }: { readonly codes: readonly string[]; readonly names: AreaNames }) {
  const { t } = useTranslation()
  if (codes.length === 0) return null
  const said =
    codes.length > fewEnough
      ? t('cases.list.manyMunicipalities', { count: codes.length })
      : codes.map(names.municipality).join(', ')
  return <span className="cell-sub">{t('cases.list.alsoInvolved', { names: said })}</span>
}
