import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { none, percent, signed } from '../../format.ts'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { csvNumber, csvOf, download } from '../../parts/csv.ts'
import { Switch } from '../../parts/Switch.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { Compared } from './useComparison.ts'

/** The map's table: every municipality that differs, the rest on request, and all of them for a spreadsheet. */
export const ComparisonTable = memo(function ComparisonTable({
  compared,
  group,
  onPick,
}: {
  readonly compared: Compared
  readonly group: string
  readonly onPick: (municipality: string) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const { rows, max, unit } = compared
  const touched = rows.filter(({ difference }) => difference !== 0)
  const shown = all ? rows : touched
  const share = (value: number | null) => (value === null ? none : percent(value, language))
  const head = [
    ...[t('scenarios.sides.municipality'), t('laboratory.comparison.a'), t('laboratory.comparison.b')],
    t('laboratory.comparison.difference'),
  ]
  const save = () => {
    const what = t('laboratory.comparison.coveredShare', { max, unit: t(`laboratory.comparison.${unit}`) })
    const lines = rows.map(({ municipality, name, people, a, b, difference }) => [
      ...[municipality, name, csvNumber(people, language)],
      ...[a, b].map((value) => csvNumber(value === null ? null : value * 100, language, 1)),
      csvNumber(difference, language, 1),
    ])
    download(
      `a-b-${group}.csv`,
      csvOf([
        ['', t('scenarios.sides.municipality'), t('scenarios.sides.people'), `A, ${what}, %`, `B, ${what}, %`, 'B − A'],
        ...lines,
      ]),
    )
    announce(t('scenarios.sides.saved'))
  }
  return (
    <section className="lab-compared">
      {shown.length === 0 ? (
        <p className="panel-note">{t('scenarios.sides.noneTouched')}</p>
      ) : (
        <TableScroll label={t('scenarios.sides.table')}>
          <table className="table">
            <caption className="visually-hidden">{t('scenarios.sides.table')}</caption>
            <thead>
              <tr>
                {head.map((word, at) => (
                  <th key={word} scope="col" className={at === 0 ? '' : 'num'}>
                    {word}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ municipality, name, a, b, difference }) => (
                <tr key={municipality}>
                  <th scope="row">
                    <button type="button" className="link-button" onClick={() => onPick(municipality)}>
                      {name}
                    </button>
                  </th>
                  <td className="num">{share(a)}</td>
                  <td className="num">{share(b)}</td>
                  <td className="num">
                    {difference === null
                      ? none
                      : difference === 0
                        ? t('scenarios.sides.unchanged')
                        : t('laboratory.comparison.points', { value: signed(difference, language, 1) })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      <p>{t('scenarios.sides.untouched', { count: rows.length - touched.length })}</p>
      <div className="panel-actions">
        <Switch label={t('scenarios.sides.all')} on={all} onChange={setAll} />
        <Button icon="download" onPress={save}>
          {t('scenarios.sides.csv')}
        </Button>
      </div>
    </section>
  )
})
