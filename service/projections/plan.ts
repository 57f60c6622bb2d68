import { decisionSource, publishedSource } from '#events/plan'
import { bitemporal } from './bitemporal.ts'
import type { Projected, Projection, Writer } from './projection.ts'

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

/** What was decided about each parameter, in the order it was recorded. Carries its own times. Values are JSON. */
const schema = `
  CREATE TABLE parameter_history (
    number INTEGER PRIMARY KEY, region TEXT NOT NULL, rule_set TEXT NOT NULL, rule_set_version INTEGER NOT NULL,
    name TEXT NOT NULL, kind TEXT NOT NULL, old TEXT, value TEXT NOT NULL, reason TEXT NOT NULL, document TEXT,
    role TEXT NOT NULL, effective_from TEXT NOT NULL, recorded_at TEXT NOT NULL
  );
  CREATE INDEX parameter_history_name ON parameter_history (region, rule_set, name);
`

const idOf = (stream: string) => stream.slice(stream.indexOf('-') + 1)
const keyOf = (region: string, ruleSet: string, version: number) => `${region}.${ruleSet}.${version}`

/** Rule sets and their parameters, one fact each, so that one can change alone. */
export const planProjection: Projection = {
  name: 'plan',
  version: 2,
  tables: [ruleSetTable, planParameterTable],
  schema,
  on: {
    RuleSetPublished(write, { data }) {
      const { region, ruleSet: rule_set, ruleSetVersion: rule_set_version, until } = data
      const key = keyOf(region, rule_set, rule_set_version)
      write.put(ruleSetTable, key, { region, rule_set, rule_set_version }, { until })
      for (const [name, value] of Object.entries(data.parameters)) {
        const source = JSON.stringify(publishedSource(data.sources, name))
        const cells = { region, rule_set, rule_set_version, name, value: JSON.stringify(value), source }
        write.put(planParameterTable, `${key}.${name}`, cells, { until })
      }
    },
    ParameterChanged(write, event) {
      const { key, old, new: value, reason } = event.data
      decide(write, event, { value: JSON.stringify(value) })
      remember(write, event, { name: key, kind: 'changed', old: JSON.stringify(old), reason, document: null, value })
    },
    ParameterConfirmed(write, event) {
      const { key, value, reason, document } = event.data
      decide(write, event, {})
      remember(write, event, { name: key, kind: 'confirmed', old: null, reason, document, value })
    },
  },
}

/** A value that was decided no longer comes from where the first one did. */
function decide(
  write: Writer,
  { stream, data }: Projected<'ParameterChanged' | 'ParameterConfirmed'>,
  values: { readonly value?: string },
): void {
  const key = keyOf(idOf(stream), data.ruleSet, data.ruleSetVersion)
  const source = JSON.stringify(decisionSource(data))
  write.patch(planParameterTable, `${key}.${data.key}`, { ...values, source })
}

const historyColumns =
  'number, region, rule_set, rule_set_version, name, kind, old, value, reason, document, role, effective_from, recorded_at'

function remember(
  write: Writer,
  event: Projected<'ParameterChanged' | 'ParameterConfirmed'>,
  said: {
    readonly name: string
    readonly kind: 'changed' | 'confirmed'
    readonly old: string | null
    readonly value: string | number | boolean
    readonly reason: string
    readonly document: string | null
  },
): void {
  const places = historyColumns.replaceAll(/\w+/g, ':$&')
  write.views.statement(`INSERT INTO parameter_history (${historyColumns}) VALUES (${places})`).run({
    ...said,
    value: JSON.stringify(said.value),
    number: event.number,
    region: idOf(event.stream),
    rule_set: event.data.ruleSet,
    rule_set_version: event.data.ruleSetVersion,
    role: event.metadata.actor.role,
    effective_from: event.effectiveFrom,
    recorded_at: event.recordedAt,
  })
}
