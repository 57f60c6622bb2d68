import { useTranslation } from 'react-i18next'
import { date, none, number } from '../../format.ts'
import { BeforeAfter } from '../../parts/BeforeAfter.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import type { CaseFile } from './caseFile.ts'
import { changeText, differenceOf, pairOf } from './changeFigures.ts'
import { hearingRows } from './hearingRows.ts'

/** Capacity and clinics of each municipality before and after, and what it answered in the hearing. */
export function EffectsTable({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const hearings = hearingRows(file)
  const answerOf = (code: string) => {
    const row = hearings.find(({ municipality }) => municipality === code)
    if (row === undefined) return none
    const answer = row.hearing?.answers[0]
    if (answer !== undefined) return `${words.position(answer.position)}, ${date(answer.answeredOn, language)}`
    return row.hearing?.dueOn && row.state === 'sent'
      ? `${words.hearing(row.state)}, ${t('cases.hearing.due', { date: date(row.hearing.dueOn, language) })}`
      : words.hearing(row.state)
  }
  const isStill = file.effects.every((row) => differenceOf(row) === 0)
  return (
    <TableScroll label={t('cases.change.table')}>
      {isStill && <p className="panel-note">{t('cases.change.unchanged')}</p>}
      <table className="table effects-table">
        <caption className="visually-hidden">{t('cases.change.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('cases.change.municipality')}</th>
            <th scope="col" className="num">
              {t(file.unit === 'hoursTenths' ? 'cases.change.capacityHours' : 'cases.change.capacityUnits')}
            </th>
            <th scope="col" className="num">
              {t('cases.change.difference')}
            </th>
            <th scope="col" className="num">
              {t('cases.change.clinics')}
            </th>
            <th scope="col">{t('cases.change.hearing')}</th>
          </tr>
        </thead>
        <tbody>
          {file.effects.map((row) => {
            const difference = differenceOf(row)
            const pair = pairOf(row, file.unit, language)
            return (
              <tr key={row.municipality}>
                <th scope="row">{row.name}</th>
                <td className="num">
                  {difference === 0 ? pair.after : <BeforeAfter before={pair.before} after={pair.after} />}
                </td>
                <td className="num">
                  {difference === null ? none : difference === 0 ? '±0' : changeText(difference, file.unit, language)}
                </td>
                <td className="num">
                  {row.clinicsBefore === row.clinicsAfter ? (
                    number(row.clinicsAfter, language)
                  ) : (
                    <BeforeAfter
                      before={number(row.clinicsBefore, language)}
                      after={number(row.clinicsAfter, language)}
                    />
                  )}
                </td>
                <td>{answerOf(row.municipality)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}
