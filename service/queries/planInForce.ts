import type { AsOf } from '#api/asOf'
import { Source } from '#events/finding'
import type { RegionCode } from '#events/identifiers'
import { PlanParameters } from '#events/planParameters'
import { EffectiveDate } from '#events/time'
import { momentary } from '../momentary.ts'
import { asOf, endOf, knownAt, moment } from '../projections/bitemporal.ts'
import { planProjection } from '../projections/plan.ts'
import type { Views } from '../projections/views.ts'
import { rules } from '../rules/rulebook.ts'
import { answered } from './answered.ts'
import type { Query } from './query.ts'

/** A rule set as it stands on a date: each parameter with its value then. */
export interface PlanInForce {
  readonly ruleSet: string
  readonly ruleSetVersion: number
  readonly parameters: PlanParameters
  readonly sources: Readonly<Record<string, Source>>
}

type Row = { rule_set: string; rule_set_version: number; effective_from: string; effective_to: string }
type Parameter = { name: string; value: string; source: string }

/** The rule set of the region on `at.effectiveOn`, as known then; the youngest where several hold. Null without one. */
export function planInForce(views: Views, region: RegionCode, at: AsOf): PlanInForce | null {
  const known = readers.get(region) ?? momentary((of, when) => ({ plan: readPlan(of, region, when) }), [planProjection])
  readers.set(region, known)
  return known(views, at).plan
}

const readers = new Map<RegionCode, (views: Views, at: AsOf) => { readonly plan: PlanInForce | null }>()

function readPlan(views: Views, region: RegionCode, at: AsOf): PlanInForce | null {
  const row = inForceOn(views, region, at)
  if (row === undefined) return null
  const parameters = parametersOf(views, region, row, at)
  return {
    ruleSet: row.rule_set,
    ruleSetVersion: row.rule_set_version,
    parameters: PlanParameters.parse(
      Object.fromEntries(parameters.map(({ name, value }) => [name, JSON.parse(value)])),
    ),
    sources: Object.fromEntries(parameters.map(({ name, source }) => [name, Source.parse(JSON.parse(source))])),
  }
}

/** The rule set in force with its parameters, and all rule sets of the region. */
export const planInForceView: Query<'planInForce'> = (views, at, _scope, { region }) => {
  const row = inForceOn(views, region, at)
  const all = views
    .statement<Row>(
      `SELECT s.rule_set, s.rule_set_version, min(s.effective_from) AS effective_from, max(s.effective_to) AS effective_to
       FROM rule_set s WHERE s.region = :region AND ${knownAt('s')}
       GROUP BY s.rule_set, s.rule_set_version ORDER BY effective_from, s.rule_set_version`,
    )
    .all({ region, known: moment(at).known })
  const decisions = row === undefined ? new Map<string, number>() : decisionsOf(views, region, row, at)
  return {
    at: answered(views, at),
    inForce:
      row === undefined
        ? null
        : {
            ...summary(row),
            parameters: parametersOf(views, region, row, at).map(({ name, value, source }) => ({
              key: name,
              value: JSON.parse(value),
              source: Source.parse(JSON.parse(source)),
              rules: rules.filter(({ uses }) => uses.some((used) => used === name)).map(({ id }) => id),
              decisions: decisions.get(name) ?? 0,
            })),
          },
    ruleSets: all.map(summary),
  }
}

/** Names of the rule sets that claim `at.effectiveOn`, and the first day on which any holds; null without any. */
export function claimsOn(
  views: Views,
  region: RegionCode,
  at: AsOf,
): { readonly names: readonly string[]; readonly firstDay: EffectiveDate | null } {
  const parameters = { region, ...moment(at) }
  const names = views
    .statement<{ rule_set: string }>(
      `SELECT DISTINCT s.rule_set FROM rule_set s WHERE s.region = :region AND ${asOf('s')} ORDER BY s.rule_set`,
    )
    .all(parameters)
    .map(({ rule_set }) => rule_set)
  const first = views
    .statement<{ first: string | null }>(
      `SELECT min(s.effective_from) AS first FROM rule_set s WHERE s.region = :region AND ${knownAt('s')}`,
    )
    .get({ region, known: moment(at).known })
  return { names, firstDay: EffectiveDate.nullable().parse(first?.first ?? null) }
}

function inForceOn(views: Views, region: RegionCode, at: AsOf): Row | undefined {
  return views
    .statement<Row>(
      `SELECT s.rule_set, s.rule_set_version, s.effective_from, s.effective_to FROM rule_set s
       WHERE s.region = :region AND ${asOf('s')} ORDER BY s.effective_from DESC, s.rule_set_version DESC LIMIT 1`,
    )
    .get({ region, ...moment(at) })
}

function parametersOf(views: Views, region: RegionCode, row: Row, at: AsOf): Parameter[] {
  return views
    .statement<Parameter>(
      `SELECT p.name, p.value, p.source FROM plan_parameter p
       WHERE p.region = :region AND p.rule_set = :set AND p.rule_set_version = :version AND ${asOf('p')}`,
    )
    .all({ region, set: row.rule_set, version: row.rule_set_version, ...moment(at) })
    .toSorted((a, b) => placeOf(a.name) - placeOf(b.name))
}

/** Parameters are told in the order of the rules that read them, as the schema lists them. */
function placeOf(name: string): number {
  return order.indexOf(name)
}
const order = Object.keys(PlanParameters.shape)

/** How often each parameter of the rule set was changed or confirmed, by its name. */
function decisionsOf(views: Views, region: RegionCode, row: Row, at: AsOf): ReadonlyMap<string, number> {
  const counted = views
    .statement<{ name: string; count: number }>(
      `SELECT h.name, count(*) AS count FROM parameter_history h
       WHERE h.region = :region AND h.rule_set = :set AND h.recorded_at <= :known GROUP BY h.name`,
    )
    .all({ region, set: row.rule_set, known: moment(at).known })
  return new Map(counted.map(({ name, count }) => [name, count]))
}

function summary(row: Row) {
  return {
    ruleSet: row.rule_set,
    ruleSetVersion: row.rule_set_version,
    from: EffectiveDate.parse(row.effective_from),
    to: EffectiveDate.nullable().parse(endOf(row.effective_to)),
  }
}
