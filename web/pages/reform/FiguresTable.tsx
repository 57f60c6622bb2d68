import { useTranslation } from 'react-i18next'
import { date } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { figureLines } from './figureLines.ts'
import type { Authority, Handover, Reform } from './reformAnswer.ts'
import { useFigureWords } from './useFigureWords.ts'

/** The figures of the regions that hand over, of those that take over, and what differs between the two sides together. */
export function FiguresTable({ reform, handover }: { readonly reform: Reform; readonly handover: Handover }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useFigureWords()
  const { before, after, together } = handover
  const dates = { from: date(reform.from, language), to: date(reform.to, language) }
  const lines = figureLines([...before, ...after].map(({ figures }) => figures))
  const sides = [
    { all: before, sum: together.before, on: dates.from },
    { all: after, sum: together.after, on: dates.to },
  ]
  // One region is its own sum.
  const columns = sides.flatMap(({ all, sum, on }) => [
    ...all.map(({ code, name, figures }) => ({
      key: `${code} ${on}`,
      head: t('reform.figures.on', { region: name, date: on }),
      figures,
    })),
    ...(all.length > 1 ? [{ key: on, head: t('reform.figures.together', { date: on }), figures: sum }] : []),
  ])
  const caption = t('reform.figures.caption', dates)
  const plan = ({ plan: held }: Authority) =>
    held === null ? t('reform.figures.noPlan') : `${held.ruleSet} v${held.ruleSetVersion}`
  return (
    <Panel title={t('reform.figures.title')} className="flush" footer={<FigureNotes reform={reform} />}>
      <TableScroll label={t('reform.figures.title')}>
        <table className="table reform-figures">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('reform.figures.figure')}</th>
              {columns.map(({ key, head }) => (
                <th key={key} scope="col" className="num">
                  {head}
                </th>
              ))}
              <th scope="col" className="num">
                {t('reform.figures.difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.key} ${line.specialty}`}>
                <th scope="row">{words.name(line)}</th>
                {columns.map(({ key, figures }) => (
                  <td key={key} className="num">
                    {words.value(figures, line)}
                  </td>
                ))}
                <td className="num">{words.difference(together.before, together.after, line)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('reform.figures.plan')}</th>
              {sides.flatMap(({ all, on }) => [
                ...all.map((one) => (
                  <td key={`${one.code} ${on}`} className="num">
                    {plan(one)}
                  </td>
                )),
                ...(all.length > 1 ? [<td key={on} />] : []),
              ])}
              <td />
            </tr>
          </tbody>
        </table>
      </TableScroll>
    </Panel>
  )
}

/** How old the inhabitants are, what counts in no region, and what the ceiling of riding hours is. */
function FigureNotes({ reform }: { readonly reform: Reform }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { populationAsOf, unplaced } = reform
  const [from, to] = [date(populationAsOf.from, language), date(populationAsOf.to, language)]
  const lost = Math.max(unplaced.from, unplaced.to)
  return (
    <p className="meta">
      {[
        from === to ? t('reform.figures.populationOne', { date: to }) : t('reform.figures.population', { from, to }),
        ...(lost > 0 ? [t('reform.figures.unplaced', { count: lost })] : []),
        t('reform.figures.ceilingNote'),
      ].join('. ')}
    </p>
  )
}
