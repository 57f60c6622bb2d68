import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { capacity, none, number, perInhabitantDecimals } from '../../format.ts'
import { classOf } from '../../map/classes.ts'
import { rampFor } from '../../map/palette.ts'
import { Icon } from '../../parts/Icon.tsx'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { areaName, useAreas } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { Bar } from './Bar.tsx'
import { CoverageCells, CoverageTotals } from './CoverageColumns.tsx'
import { type Row, sorted, sortIn, sortText } from './sorting.ts'
import { useTableColumns } from './useTableColumns.ts'
import { withCoverage } from './withCoverage.ts'

const counts = [
  ['breach', 'breach'],
  ['needsConsultation', 'needs-consultation'],
  ['needsInformation', 'needs-information'],
  ['pass', 'pass'],
] as const

/** The map's facts as a table: same rows, same values. Hover and focus of a row outline it on the map. */
export function MapTable({
  answer,
  coverage,
  before,
  sort,
  selected,
  onSort,
  onHover,
  onFocus,
  onSelect,
}: {
  readonly answer: Answer<'municipalities'>
  /** Coverage, while the map shows it: two columns more; held against another date, four. */
  readonly coverage: Answer<'coverage'> | undefined
  readonly before: Answer<'coverage'> | undefined
  readonly sort: string | undefined
  readonly selected: string | null
  readonly onSort: (sort: string) => void
  readonly onHover: (code: string | null) => void
  readonly onFocus: (code: string | null) => void
  readonly onSelect: (code: string) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const areas = useAreas().data
  const { column, descending } = sortIn(sort, coverage)
  const { shown, heading } = useTableColumns(answer, coverage, before)
  const byRegion = shown.includes('region')
  const rows = sorted(withCoverage(answer.rows, coverage, before), column, descending)
  const highest = Math.max(...answer.rows.map(({ per10000 }) => per10000 ?? 0), 1)
  const barred = coverage === undefined ? 'per10000' : 'covered'
  const ramp = rampFor(answer.breaks.length + 1)
  const total = totals(answer.rows)
  const direction =
    column === 'name'
      ? t(descending ? 'map.table.za' : 'map.table.az')
      : t(descending ? 'map.table.highest' : 'map.table.lowest')
  const decimals = perInhabitantDecimals(answer.unit)
  return (
    // The rows scroll, so the scroller itself must take focus for the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="map-table" tabIndex={0} aria-label={t('map.view.table')}>
      <table className="table">
        <caption className="visually-hidden">
          {t('map.table.caption', { count: rows.length, sort: heading(column), direction })}
        </caption>
        <thead>
          <tr>
            {shown.map((one) => (
              <th
                key={one}
                scope="col"
                className={one === 'name' || one === 'region' || one === barred || one === 'findings' ? '' : 'num'}
                aria-sort={one === column ? (descending ? 'descending' : 'ascending') : 'none'}
              >
                <button
                  type="button"
                  className="sort-button"
                  onClick={() => onSort(sortText(one, one === column ? !descending : false))}
                >
                  {heading(one)}
                  {one === column && <Icon name={descending ? 'down' : 'up'} size={14} />}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const at = classOf(answer.breaks, row.per10000)
            return (
              <tr
                key={row.code}
                className={row.code === selected ? 'selected' : ''}
                onMouseEnter={() => onHover(row.code)}
                onMouseLeave={() => onHover(null)}
              >
                <th scope="row">
                  <button
                    type="button"
                    className="row-button"
                    aria-pressed={row.code === selected}
                    onClick={() => onSelect(row.code)}
                    onFocus={() => onFocus(row.code)}
                    onBlur={() => onFocus(null)}
                  >
                    {row.name}
                  </button>
                </th>
                {byRegion && <td>{areaName(areas, row.region).replace(/^Region /, '') || none}</td>}
                <td className="num">{number(row.population, language)}</td>
                {coverage !== undefined && <CoverageCells row={row} coverage={coverage} before={before} />}
                <td className={coverage === undefined ? 'bar-cell' : 'num'}>
                  {coverage === undefined && (
                    <Bar share={(row.per10000 ?? 0) / highest} colour={at === null ? undefined : ramp[at]} />
                  )}
                  <span className="bar-value">{number(row.per10000, language, decimals)}</span>
                </td>
                <td className="num">{capacity(row.capacity, answer.unit, language)}</td>
                <td className="num">{number(row.clinics, language)}</td>
                <td className="num">{number(row.providers, language)}</td>
                <td className="num">{number(row.ridingSchools, language)}</td>
                <td className="num">{capacity(row.ridingHoursTenths, 'hoursTenths', language)}</td>
                <td>
                  <FindingCells row={row} />
                </td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('map.table.total')}</th>
            {byRegion && <td />}
            <td className="num">{number(total.population, language)}</td>
            {coverage !== undefined && <CoverageTotals coverage={coverage} before={before} />}
            <td className={coverage === undefined ? 'bar-cell' : 'num'}>
              <span className="bar-value">{number(total.per10000, language, decimals)}</span>
            </td>
            <td className="num">{capacity(total.capacity, answer.unit, language)}</td>
            <td className="num">{number(total.clinics, language)}</td>
            <td className="num">{number(total.providers, language)}</td>
            <td className="num">{number(total.ridingSchools, language)}</td>
            <td className="num">{capacity(total.ridingHoursTenths, 'hoursTenths', language)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      {coverage !== undefined && coverage.users !== null && (
        <p className="map-table-note">
          {t('coverage.users.note', { min: coverage.users.minCell })}
          {coverage.users.isEstimate && ` ${t('coverage.users.totalNote')}`}
        </p>
      )}
      {total.ridingSchools !== null && total.ridingSchools > 0 && (
        <p className="map-table-note">
          {t('map.table.riding', { schools: total.ridingSchools, count: total.idleRidingSchools ?? 0 })}
        </p>
      )}
    </section>
  )
}

function FindingCells({ row }: { readonly row: Row }) {
  const { t } = useTranslation()
  const { findings } = row
  if (findings === null) return none
  const present = counts.filter(([key]) => findings[key] > 0)
  if (present.length === 0) return 0
  return (
    <span className="finding-counts">
      {present.map(([key, outcome]) => (
        <span key={key} title={t(`map.finding.${key}`, { count: findings[key] })}>
          <VerdictIcon outcome={outcome} size={16} />
          <span aria-hidden="true">{findings[key]}</span>
          <span className="visually-hidden">{t(`map.finding.${key}`, { count: findings[key] })}</span>
        </span>
      ))}
    </span>
  )
}

/** Sums over the rows; a value unknown in one row makes no sum of its own, and no share is taken of a part. */
function totals(rows: readonly Row[]) {
  const sum = (of: (row: Row) => number | null) => {
    const known = rows.flatMap((row) => of(row) ?? [])
    return known.length === 0 ? null : known.reduce((a, b) => a + b, 0)
  }
  const both = rows.filter(({ population, per10000 }) => population !== null && per10000 !== null)
  const people = both.reduce((all, { population }) => all + (population ?? 0), 0)
  const weighted = both.reduce((all, { population, per10000 }) => all + (per10000 ?? 0) * (population ?? 0), 0)
  return {
    population: sum((row) => row.population),
    capacity: sum((row) => row.capacity),
    per10000: people === 0 ? null : weighted / people,
    clinics: sum((row) => row.clinics),
    providers: sum((row) => row.providers),
    ridingSchools: sum((row) => row.ridingSchools),
    idleRidingSchools: sum((row) => row.idleRidingSchools),
    ridingHoursTenths: sum((row) => row.ridingHoursTenths),
  }
}
