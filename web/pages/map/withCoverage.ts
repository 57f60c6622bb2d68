import type { Told } from '#api/views/caps'
import type { Answer } from '../../api.ts'
import { measuredIn, rowsBy } from '../../map/coverageFigures.ts'
import type { Row } from './sorting.ts'

type Coverage = Answer<'coverage'>

/** Rows with their coverage, and what it was on the other date. */
export function withCoverage(
  rows: Answer<'municipalities'>['rows'],
  coverage: Coverage | undefined,
  before: Coverage | undefined,
): readonly Row[] {
  const of = rowsBy(coverage)
  const was = rowsBy(before)
  if (of === undefined) return rows
  return rows.map((row) => {
    const found = of.get(row.code)
    return {
      ...row,
      covered: found?.value ?? null,
      before: was?.get(row.code)?.value ?? null,
      change: found === undefined || was === undefined ? null : measuredIn(found, was),
      minutes: found?.meanCost ?? null,
      users: numberOf(found?.users?.told),
      usersWithin: numberOf(found?.users?.within),
      usersWithinBefore: numberOf(was?.get(row.code)?.users?.within),
    }
  })
}

function numberOf(told: Told | undefined): number | null {
  return told?.state === 'value' ? told.value : null
}
