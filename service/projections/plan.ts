import { bitemporal } from './bitemporal.ts'
import type { Projection } from './projection.ts'

/** Published rule sets of each region. */
export const ruleSetTable = bitemporal({
  name: 'rule_set',
  columns: { region: 'TEXT', rule_set: 'TEXT', rule_set_version: 'INTEGER' },
  indexed: ['region'],
})

/** The parameters of a rule set, each with its value and its source as JSON. */
export const planParameterTable = bitemporal({
  name: 'plan_parameter',
  columns: {
    region: 'TEXT',
    rule_set: 'TEXT',
    rule_set_version: 'INTEGER',
    name: 'TEXT',
    value: 'TEXT',
    source: 'TEXT',
  },
  indexed: ['region'],
})

const idOf = (stream: string) => stream.slice(stream.indexOf('-') + 1)
const keyOf = (region: string, ruleSet: string, version: number) => `${region}.${ruleSet}.${version}`
const unnamed = { kind: 'ASSUMPTION', id: 'no-source-recorded' }

/** Rule sets and their parameters, one fact each, so that one can change alone. */
export const planProjection: Projection = {
  name: 'plan',
  version: 1,
  tables: [ruleSetTable, planParameterTable],
  on: {
    RuleSetPublished(write, { data }) {
      const { region, ruleSet: rule_set, ruleSetVersion: rule_set_version, until } = data
      const key = keyOf(region, rule_set, rule_set_version)
      write.put(ruleSetTable, key, { region, rule_set, rule_set_version }, { until })
      for (const [name, value] of Object.entries(data.parameters)) {
        const source = JSON.stringify(data.sources[name] ?? unnamed)
        const cells = { region, rule_set, rule_set_version, name, value: JSON.stringify(value), source }
        write.put(planParameterTable, `${key}.${name}`, cells, { until })
      }
    },
    ParameterChanged(write, { stream, data }) {
      const key = keyOf(idOf(stream), data.ruleSet, data.ruleSetVersion)
      // A changed value no longer comes from where the first one did.
      const source = JSON.stringify({ kind: 'ASSUMPTION', id: 'parameter-changed', section: data.reason })
      write.patch(planParameterTable, `${key}.${data.key}`, { value: JSON.stringify(data.new), source })
    },
  },
}
