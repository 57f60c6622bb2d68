import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { figureLines } from './figureLines.ts'
import type { Reform } from './reformAnswer.ts'
import { useFigureWords } from './useFigureWords.ts'

/** Regions with the same municipalities on both dates: what has changed in them besides. */
export function UnchangedTable({ reform }: { readonly reform: Reform }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useFigureWords()
  const { unchanged } = reform
  const lines = figureLines(unchanged.flatMap(({ before, after }) => [before.figures, after.figures]))
  const dates = { from: date(reform.from, language), to: date(reform.to, language) }
  return (
    <Panel title={t('reform.unchanged.title')} className="flush">
      <TableScroll label={t('reform.unchanged.title')}>
        <table className="table reform-figures">
          <caption className="visually-hidden">{t('reform.unchanged.caption')}</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t('reform.figures.figure')}
              </th>
              {unchanged.map(({ before: { code, name } }) => (
                <th key={code} scope="colgroup" colSpan={2} className="num">
                  {name}
                </th>
              ))}
            </tr>
            <tr>
              {unchanged.flatMap(({ before: { code } }) =>
                [dates.from, dates.to].map((on, side) => (
                  <th key={`${code} ${side === 0 ? 'from' : 'to'}`} scope="col" className="num">
                    {on}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.key} ${line.specialty}`}>
                <th scope="row">{words.name(line)}</th>
                {unchanged.flatMap(({ before, after }) => [
                  <td key={`${before.code} from`} className="num">
                    {words.value(before.figures, line)}
                  </td>,
                  <td key={`${before.code} to`} className="num">
                    {words.value(after.figures, line)}
                  </td>,
                ])}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </Panel>
  )
}
