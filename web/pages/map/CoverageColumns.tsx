import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date, none } from '../../format.ts'
import { classOf } from '../../map/classes.ts'
import { scaleOf } from '../../map/coverageScale.ts'
import { useLanguage } from '../../text/i18n.ts'
import { Bar } from './Bar.tsx'
import type { Column, Row } from './sorting.ts'
import { useCoverageWords } from './useCoverageWords.ts'
import { useUsersWords } from './useUsersWords.ts'

type Coverage = Answer<'coverage'>

const coverageColumns = ['before', 'covered', 'change', 'minutes', 'users', 'usersWithinBefore', 'usersWithin'] as const
type CoverageColumn = (typeof coverageColumns)[number]

export function isCoverageColumn(column: Column): column is CoverageColumn {
  return coverageColumns.some((one) => one === column)
}

/** Headings of the columns of coverage that the table has now; none for those that it does not have. */
export function useCoverageHeadings(
  coverage: Coverage | undefined,
  before: Coverage | undefined,
): Readonly<Partial<Record<Column, string>>> {
  const { t } = useTranslation()
  const language = useLanguage()
  if (coverage === undefined) return {}
  const { measure, k, unit } = coverage
  const mean = {
    minutes: t(`coverage.table.mean.${unit}`),
    ...(coverage.users === null ? {} : { users: t('coverage.users.title'), usersWithin: t('coverage.users.within') }),
  }
  const value = t(`coverage.table.value.${measure}`, { k })
  if (before === undefined) return { ...mean, covered: value }
  return {
    ...mean,
    before: t(`coverage.table.${coverage.at.effectiveOn < before.at.effectiveOn ? 'other' : 'before'}`, {
      date: date(before.at.effectiveOn, language),
    }),
    covered: `${value}, ${date(coverage.at.effectiveOn, language)}`,
    change: t('coverage.table.change'),
    ...(coverage.users === null
      ? {}
      : { usersWithin: t('coverage.users.withinOn', { date: date(coverage.at.effectiveOn, language) }) }),
    ...(coverage.users === null || before.users === null
      ? {}
      : { usersWithinBefore: t('coverage.users.withinOn', { date: date(before.at.effectiveOn, language) }) }),
  }
}

/** A municipality's cells. Where there is no value the word says which kind of nothing it is. */
export function CoverageCells({
  row,
  coverage,
  before,
}: {
  readonly row: Row
  readonly coverage: Coverage
  readonly before: Coverage | undefined
}) {
  const { t } = useTranslation()
  const words = useCoverageWords()
  const lookIn = (answer: Coverage) => answer.rows.find(({ municipality }) => municipality === row.code)?.look
  const said = (value: number | null, answer: Coverage) => {
    const look = lookIn(answer)
    if (look === 'unreachable' || look === 'unknown') return t(`coverage.look.${look}Short`)
    return words.plain(value, answer)
  }
  const { unit } = coverage
  const scale = scaleOf(coverage)
  const at = classOf(scale.limits, row.covered ?? null)
  // Held against another date the colours are those of change, so the value's bar has none.
  const colour = at === null ? undefined : before === undefined ? scale.ramp[at] : '--ink-3'
  // A share is of all; other measures are drawn against the highest.
  const highest = coverage.measure === 'share' ? 1 : Math.max(...coverage.rows.map(({ value }) => value ?? 0))
  const users = coverage.rows.find(({ municipality }) => municipality === row.code)?.users ?? null
  const early = before?.rows.find(({ municipality }) => municipality === row.code)?.users
  const wasUsers = before == null || before.users === null ? undefined : (early ?? null)
  return (
    <>
      {before !== undefined && <td className="num coverage-cell">{said(row.before ?? null, before)}</td>}
      <td className="bar-cell coverage-cell">
        <Bar share={highest === 0 ? 0 : (row.covered ?? 0) / highest} colour={colour} />
        <span className="bar-value">{said(row.covered ?? null, coverage)}</span>
      </td>
      {before !== undefined && <td className="num coverage-cell">{words.change(row.change ?? null, coverage)}</td>}
      <td className="num">{words.plain(row.minutes ?? null, { measure: 'nearest', unit, k: coverage.k })}</td>
      {coverage.users !== null && <UsersCells users={users} was={wasUsers} />}
    </>
  )
}

/** The same for all of the area. */
export function CoverageTotals({
  coverage,
  before,
}: {
  readonly coverage: Coverage
  readonly before: Coverage | undefined
}) {
  const words = useCoverageWords()
  const { total, unit, k } = coverage
  const was = before?.total.value ?? null
  return (
    <>
      {before !== undefined && <td className="num coverage-cell">{words.plain(was, before)}</td>}
      <td className="bar-cell coverage-cell">
        <span className="bar-value">{words.plain(total.value, coverage)}</span>
      </td>
      {before !== undefined && (
        <td className="num coverage-cell">
          {words.change(was === null || total.value === null ? null : total.value - was, coverage)}
        </td>
      )}
      <td className="num">{words.plain(total.meanCost, { measure: 'nearest', unit, k })}</td>
      {coverage.users !== null && <UsersCells users={coverage.users} was={before?.users ?? undefined} />}
    </>
  )
}

/** Expected users and those within the limit; the words for what is not told explain themselves where they are pointed at. */
function UsersCells({
  users,
  was,
}: {
  readonly users: Coverage['rows'][number]['users']
  /** On the other date; undefined while none is compared with, or that date tells of no users. */
  readonly was: Coverage['rows'][number]['users'] | undefined
}) {
  const words = useUsersWords()
  if (users === null)
    return (
      <>
        <td />
        {was !== undefined && <td />}
        <td />
      </>
    )
  return (
    <>
      <td className="num" title={words.full(users.told)}>
        {words.plain(users.told)}
      </td>
      {was !== undefined && (
        <td className="num" title={was === null ? undefined : words.full(was.within)}>
          {was === null ? none : words.within(was)}
        </td>
      )}
      <td className="num" title={words.full(users.within)}>
        {words.within(users)}
      </td>
    </>
  )
}
