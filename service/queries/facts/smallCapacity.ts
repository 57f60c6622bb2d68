import type { CaseSubject } from '#events/caseSubject'
import type { SmallCapacityFact } from '../../rules/facts/followUp.ts'
import { regimeOn } from '../../rules/regime.ts'
import { regionsTogether } from '../../rules/responsibleRegion.ts'
import { reportedPeriods, reportsOf } from '../followUp/reports.ts'
import { hoursByNumber, othersThan, turnoverByNumber } from '../followUp/turnover.ts'
import type { Asking } from './capacity.ts'
import { numberOn } from './holding.ts'

/**
 * The number that is split or given up: its hours on the date beside its turnover of the last whole year that was
 * over by then and that numbers reported. Null for other applications.
 */
export function smallCapacityFact(asking: Asking, subject: CaseSubject): SmallCapacityFact | null {
  if (subject.type !== 'A11' && subject.type !== 'A12') return null
  const { before: views, at } = asking
  const row = numberOn(views, at, subject.provider)
  const regime = regimeOn(at.effectiveOn)
  const inputs = row?.inputs ?? []
  const nothing = { regime, provider: subject.provider, oere: null, others: [], inputs }
  // From 2024 the clinic has the capacity, and no number has hours.
  if (regime !== 'HOURS') return { ...nothing, hoursTenths: null }
  const regions = regionsTogether(asking.region, at.effectiveOn)
  const reports = reportedPeriods(views, at, regions)
    .filter((period) => !period.includes('-H'))
    .map((period) => reportsOf(views, at, regions, period))
    .find((all) => all.some(({ about }) => about.level === 'provider'))
  const turnover = turnoverByNumber(reports ?? [])
  const own = turnover.get(subject.provider)
  return {
    ...nothing,
    hoursTenths: row?.hoursTenths ?? null,
    oere: own?.oere ?? null,
    others: othersThan(subject.provider, hoursByNumber(views, at), turnover),
    inputs: [...inputs, ...(own?.inputs ?? [])],
  }
}
