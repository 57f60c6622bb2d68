import { useTranslation } from 'react-i18next'
import { budgetItemWords } from '#events/glossary'
import { BudgetItem } from '#events/palliative'
import type { Answer } from '../../api.ts'
import { number } from '../../format.ts'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'

/** The budget year by year; a line without an amount says so, and is no zero. */
export function Budget({ budgets }: { readonly budgets: Answer<'palliative'>['budgets'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const kroner = (oere: number) => number(oere / 100, language)
  if (budgets.length === 0) return <p className="muted panel-text">{t('municipal.palliative.noBudget')}</p>
  const items = BudgetItem.options.filter((item) => budgets.some((one) => one.items.some((line) => line.item === item)))
  const all = budgets.reduce((sum, { totalOere }) => sum + totalOere, 0)
  const amount = (of: (typeof budgets)[number], item: BudgetItem) => of.items.find((line) => line.item === item)?.oere
  return (
    <TableScroll label={t('municipal.palliative.budgetCaption')}>
      <table className="table">
        <caption className="visually-hidden">{t('municipal.palliative.budgetCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('municipal.palliative.item')}</th>
            {budgets.map(({ year }) => (
              <th key={year} scope="col" className="num">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item}>
              <th scope="row">{budgetItemWords[item][language]}</th>
              {budgets.map((one) => {
                const oere = amount(one, item)
                return (
                  <td key={one.year} className="num">
                    {oere == null ? <span className="muted">{t('municipal.palliative.noAmount')}</span> : kroner(oere)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('municipal.palliative.total')}</th>
            {budgets.map(({ year, totalOere }) => (
              <td key={year} className="num">
                {kroner(totalOere)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('municipal.palliative.years', { count: budgets.length })}</th>
            <td className="num" colSpan={budgets.length}>
              {kroner(all)}
            </td>
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  )
}
