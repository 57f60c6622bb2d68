import { Role } from '#events/envelope'
import { EffectiveDate, RecordedAt } from '#events/time'
import { moment } from '../projections/bitemporal.ts'
import { answered } from './answered.ts'
import type { AnswerOf, Query } from './query.ts'

type Row = {
  number: number
  rule_set_version: number
  kind: 'changed' | 'confirmed'
  old: string | null
  value: string
  reason: string
  document: string | null
  role: string
  effective_from: string
  recorded_at: string
}
type Value = AnswerOf<'parameterHistory'>['rows'][number]['value']

/** What was decided about one parameter, the last recorded first, whatever date it holds from. */
export const parameterHistory: Query<'parameterHistory'> = (views, at, _scope, { region, ruleSet, key }) => ({
  at: answered(views, at),
  rows: views
    .statement<Row>(
      `SELECT h.* FROM parameter_history h
       WHERE h.region = :region AND h.rule_set = :set AND h.name = :key AND h.recorded_at <= :known ORDER BY h.number DESC`,
    )
    .all({ region, set: ruleSet, key, known: moment(at).known })
    .map((row) => ({
      number: row.number,
      ruleSetVersion: row.rule_set_version,
      kind: row.kind,
      // Written by the projection from a checked event.
      old: row.old === null ? null : (JSON.parse(row.old) as Value),
      value: JSON.parse(row.value) as Value,
      reason: row.reason,
      document: row.document,
      role: Role.parse(row.role),
      effectiveFrom: EffectiveDate.parse(row.effective_from),
      recordedAt: RecordedAt.parse(row.recorded_at),
    })),
})
