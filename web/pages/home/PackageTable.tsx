import { useTranslation } from 'react-i18next'
import type { HalfYearPackage, HalfYearRow } from '#events/halfYear'
import { measureNames, specialtyNames } from '#events/halfYearWords'
import { Panel } from '../../parts/Panel.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { figureText } from './figureText.ts'

type Told = HalfYearPackage['specialties'][number]
const sides = ['own', 'region', 'ownBefore', 'regionBefore'] as const

/** One specialty of a package: every figure, and where it is another than in the edition before. */
export function PackageTable({
  told,
  minCell,
  previous,
}: {
  readonly told: Told
  readonly minCell: number
  readonly previous: HalfYearPackage | null
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const title = specialtyNames[told.specialty][language]
  const before = previous?.specialties.find(({ specialty }) => specialty === told.specialty)
  const heads = {
    own: t('home.figures.own'),
    region: t('home.package.region'),
    ownBefore: t('home.package.ownBefore'),
    regionBefore: t('home.package.regionBefore'),
  }
  const isHidden = told.rows.some((row) => sides.some((side) => row[side] === 'hidden'))
  const isUnknown = told.rows.some((row) => sides.some((side) => row[side] === 'unknown'))
  const notes = [
    ...(isHidden ? [t('home.package.hiddenNote', { minCell })] : []),
    ...(isUnknown ? [t('home.package.unknownNote')] : []),
  ]
  return (
    <Panel
      title={title}
      className="flush"
      aside={told.priceLevelYear === null ? '' : t('home.package.priceLevel', { year: told.priceLevelYear })}
      {...(notes.length === 0 ? {} : { footer: notes.join(' ') })}
    >
      <TableScroll label={title}>
        <table className="table package-table">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('home.package.figure')}</th>
              {sides.map((side) => (
                <th key={side} scope="col" className="num">
                  {heads[side]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {told.rows.map((row) => (
              <tr key={row.measure}>
                <th scope="row">{measureNames[row.measure][language]}</th>
                {sides.map((side) => (
                  <Cell
                    key={side}
                    row={row}
                    side={side}
                    was={before?.rows.find(({ measure }) => measure === row.measure)}
                    isComparable={!side.endsWith('Before') || told.priceLevelYear === told.priceLevelYearBefore}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </Panel>
  )
}

function Cell({
  row,
  side,
  was,
  isComparable,
}: {
  readonly row: HalfYearRow
  readonly side: (typeof sides)[number]
  readonly was: HalfYearRow | undefined
  /** False for an amount of another price level, which is not held beside. */
  readonly isComparable: boolean
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const value = row.measure === 'oere' && !isComparable ? 'unknown' : row[side]
  const changed = was !== undefined && was[side] !== row[side]
  return (
    <td className={`num ${typeof value === 'number' ? '' : 'not-told'} ${changed ? 'is-changed' : ''}`}>
      {figureText(row.measure, value, language)}
      {changed && (
        <span className="was">{t('home.package.was', { value: figureText(row.measure, was[side], language) })}</span>
      )}
    </td>
  )
}
