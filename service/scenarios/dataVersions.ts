import type { AsOf } from '#api/asOf'
import type { DataVersions, ScenarioBase } from '#events/scenario'
import type { EffectiveDate } from '#events/time'
import { areasInForce } from '#geo/hierarchy'
import { populationDates } from '../demand/prevalenceVersions.ts'
import { asOf as inForceThen, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { populationInForce } from '../queries/groundInForce.ts'
import type { World } from '../queries/query.ts'

/**
 * What a scenario's figures rest on besides the log, by name: boundaries, roads and travel times, inhabitants, the counted
 * or modelled people, and the rule set of each region on the scenario's date, as they were known at its base.
 */
export function dataVersionsFor(
  views: Views,
  { geography }: Pick<World, 'geography'>,
  asOf: EffectiveDate,
  base: Pick<ScenarioBase, 'recordedAt'>,
): DataVersions {
  const at: AsOf = { effectiveOn: asOf, recordedAt: base.recordedAt }
  const travel = geography.travelVersions()
  const population = populationInForce(views, at, geography)
  const ruleSets = areasInForce(geography.areas, 'region', asOf).flatMap(({ code }) => {
    const row = views
      .statement<{ version: string }>(
        `SELECT s.rule_set || '.' || s.rule_set_version AS version FROM rule_set s
         WHERE s.region = :code AND ${inForceThen('s')} ORDER BY s.effective_from DESC, s.rule_set_version DESC LIMIT 1`,
      )
      .get({ code, ...moment(at) })
    return row === undefined ? [] : [{ name: `ruleSet.${code}`, version: row.version }]
  })
  return [
    { name: 'boundaries', version: geography.builtIn.version },
    ...travelNames.map((name) => ({ name, version: travel[name] })),
    { name: 'inhabitants', version: populationDates(geography.areas).join(' ') },
    { name: 'population', version: population?.sha256 ?? 'modelled' },
    ...ruleSets,
  ]
}

const travelNames = ['roads', 'travelTimes'] as const
/** Names that scenarios have not always noted. */
const notedLater: ReadonlySet<string> = new Set(travelNames)

/** Names whose versions are not the same, with both; what was not noted then is not known to differ. */
export function differences(was: DataVersions, now: DataVersions) {
  const names = [...new Set([...was, ...now].map(({ name }) => name))]
  const of = (versions: DataVersions, name: string) => versions.find((one) => one.name === name)?.version ?? null
  return names
    .map((name) => ({ name, was: of(was, name), now: of(now, name) }))
    .filter(({ name, was: before, now: after }) => before !== after && !(before === null && notedLater.has(name)))
}
