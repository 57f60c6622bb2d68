import { useTranslation } from 'react-i18next'
import { capacity, date, none, signed } from '../../format.ts'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { dateAt, dayOf } from '../../time/axis.ts'
import type { Pending } from './agreements.ts'
import { type Step, stepRows } from './steps.ts'

/** The chart as a table: one row for each state of the region, the newest first. */
export function StepTable({
  timeline,
  pending,
}: {
  readonly timeline: readonly Step[]
  readonly pending: Pending | null
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const say = (hoursTenths: number | null) => capacity(hoursTenths, 'hoursTenths', language)
  const rows = stepRows(timeline, pending).toReversed()
  return (
    <TableScroll label={t('riding.chart.caption')}>
      <table className="table step-table">
        <caption className="visually-hidden">{t('riding.chart.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('riding.chart.from')}</th>
            <th scope="col">{t('riding.chart.to')}</th>
            <th scope="col" className="num">
              {t('riding.chart.hours')}
            </th>
            <th scope="col" className="num">
              {t('riding.chart.change')}
            </th>
            {pending !== null && (
              <>
                <th scope="col" className="num">
                  {t('riding.chart.granted', { number: pending.number })}
                </th>
                <th scope="col">{t('riding.chart.verdict')}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.from} className={row.overTenths > 0 ? 'is-breach' : ''}>
              <th scope="row">{date(row.from, language)}</th>
              <td>{row.to === null ? t('riding.chart.openEnd') : date(dateAt(dayOf(row.to) - 1), language)}</td>
              <td className="num">{say(row.hoursTenths)}</td>
              <td className="num">{row.changeTenths === 0 ? none : signed(row.changeTenths / 10, language, 1)}</td>
              {pending !== null && (
                <>
                  <td className="num">{say(row.grantedTenths)}</td>
                  <td>
                    {row.overTenths > 0 ? (
                      <span className="verdict-words tone-breach">
                        <VerdictIcon outcome="breach" size={16} />
                        {t('riding.chart.isBreach', { hours: say(row.overTenths) })}
                      </span>
                    ) : (
                      none
                    )}
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
