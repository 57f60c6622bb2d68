import { useTranslation } from 'react-i18next'
import { date, none, number } from '../../format.ts'
import { BeforeAfter } from '../../parts/BeforeAfter.tsx'
import { TableHead } from '../../parts/TableHead.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import type { CaseFile } from './caseFile.ts'
import { type Amounts, changeText, differenceOf, pairOf } from './changeFigures.ts'
import { hearingRows } from './hearingRows.ts'

/** A figure of each municipality before and after, clinics where they are told, and what it answered in the hearing. */
export function EffectsTable({
  file,
  rows,
  unit,
  caption,
  heading,
  unchanged,
}: {
  readonly file: CaseFile
  readonly rows: readonly (Amounts & {
    readonly municipality: string
    readonly name: string
    readonly clinicsBefore?: number
    readonly clinicsAfter?: number
  })[]
  readonly unit: CaseFile['unit']
  readonly caption: string
  /** Name of the figure with its unit. */
  readonly heading: string
  /** What is said when nothing differs. */
  readonly unchanged?: string
}) {
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
  const hasClinics = rows.some(({ clinicsAfter }) => clinicsAfter !== undefined)
  const isStill = rows.every((row) => differenceOf(row) === 0)
  return (
    <TableScroll label={caption}>
      {isStill && unchanged !== undefined && <p className="panel-note">{unchanged}</p>}
      <table className="table effects-table">
        <caption className="visually-hidden">{caption}</caption>
        <TableHead
          headings={[
            t('cases.change.municipality'),
            { number: heading },
            { number: t('cases.change.difference') },
            hasClinics && { number: t('cases.change.clinics') },
            t('cases.change.hearing'),
          ]}
        />
        <tbody>
          {rows.map((row) => {
            const difference = differenceOf(row)
            const pair = pairOf(row, unit, language)
            return (
              <tr key={row.municipality}>
                <th scope="row">{row.name}</th>
                <td className="num">
                  {difference === 0 ? pair.after : <BeforeAfter before={pair.before} after={pair.after} />}
                </td>
                <td className="num">
                  {difference === null ? none : difference === 0 ? '±0' : changeText(difference, unit, language)}
                </td>
                {hasClinics && (
                  <td className="num">
                    {row.clinicsBefore === row.clinicsAfter ? (
                      number(row.clinicsAfter ?? null, language)
                    ) : (
                      <BeforeAfter
                        before={number(row.clinicsBefore ?? null, language)}
                        after={number(row.clinicsAfter ?? null, language)}
                      />
                    )}
                  </td>
                )}
                <td>{answerOf(row.municipality)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}
