import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import type { AreaNames } from '../../parts/areaNames.ts'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import type { RulingRow } from './filterRulings.ts'

/** Rulings as a table; each opens the case as the committee knew it. */
export function RulingTable({ rows, names }: { readonly rows: readonly RulingRow[]; readonly names: AreaNames }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  return (
    <TableScroll label={t('rulings.list.caption')}>
      <table className="list-table rulings-table">
        <caption className="visually-hidden">{t('rulings.list.caption')}</caption>
        <thead>
          <tr>
            {(['number', 'ruled', 'about', 'move', 'outcome', 'reasons'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`rulings.list.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.committee} ${row.number}`}>
              <th scope="row">
                <Link
                  to="/sager/$case/afgoerelse"
                  params={{ case: row.case }}
                  search={{ ruling: row.number }}
                  className="row-link"
                >
                  {row.number}
                </Link>
                <span className="cell-sub">
                  {t('rulings.list.columns.case')} {row.caseNumber}
                </span>
              </th>
              <td>{date(row.ruledOn, language)}</td>
              <td>
                <span className="cell-main">{row.applicant}</span>
                <span className="cell-sub">{words.type(row.type)}</span>
              </td>
              <td>
                {names.municipality(row.fromMunicipality)}
                {row.fromMunicipality !== row.toMunicipality && ` → ${names.municipality(row.toMunicipality)}`}
              </td>
              <td>
                <span className="cell-main">{words.ruling(row.outcome)}</span>
                {row.withdrawn && <span className="cell-sub late">{t('rulings.list.withdrawn')}</span>}
              </td>
              <td>
                <span className="ruling-why">{row.reasons}</span>
                <span className="cell-sub">{extras(row).join('. ')}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )

  function extras({ conditions, derogations }: RulingRow): readonly string[] {
    return [
      ...(conditions.length > 0 ? [t('rulings.list.conditions', { count: conditions.length })] : []),
      ...(derogations.length > 0
        ? [t('rulings.list.derogations', { rules: derogations.map(({ rule }) => rule).join(', ') })]
        : []),
    ]
  }
}
