import { z } from 'zod'
import type { Source } from '#events/finding'
import { pathwayEvents } from '#events/pathway'
import { EffectiveDate } from '#events/time'
import type { Body } from '../../api.ts'
import type { CapGroup } from '../caps/capsAnswer.ts'
import type { Change, Scenario } from './scenarioAnswer.ts'

/** What a group's structured pathway is to save from a day on: per mille of its services, with the document that says so. */
export const Saving = z.object({ effectiveFrom: EffectiveDate, ...pathwayEvents.StructuredPathwaySet.data.shape })
export type Saving = z.infer<typeof Saving>

/** A change of the scenario that sets what a pathway saves. */
export interface SavingChange extends Saving {
  readonly change: string
  readonly on: boolean
}

/** The scenario's own savings, in order. */
export function savingsIn(changes: readonly Pick<Change, 'change' | 'on' | 'command'>[]): readonly SavingChange[] {
  return changes.flatMap(({ change, on, command: { type, data } }) => {
    const saving = Saving.safeParse(data)
    return type === 'SetStructuredPathway' && saving.success ? [{ change, on, ...saving.data }] : []
  })
}

/** A saving as it is shown: in percent, with its source; no day where nobody has said when. */
interface SavingTold {
  readonly group: string
  readonly from: string | null
  readonly percent: number
  readonly source: Source
}

/** What holds on the scenario's day, and after it what the scenario itself lets begin later, by date. */
export function savingsTold(
  groups: readonly Pick<CapGroup, 'id' | 'structuredPathway' | 'pathwaySavesPercent'>[],
  { asOf, changes }: Pick<Scenario, 'asOf'> & { readonly changes: Parameters<typeof savingsIn>[0] },
): readonly SavingTold[] {
  const now = groups.flatMap(({ id, structuredPathway, pathwaySavesPercent }) =>
    structuredPathway === null || pathwaySavesPercent === null
      ? []
      : [{ group: id, ...structuredPathway, percent: pathwaySavesPercent }],
  )
  const later = savingsIn(changes)
    .filter(({ on, effectiveFrom }) => on && effectiveFrom > asOf)
    .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
    .map(({ group, effectiveFrom: from, savesPermille, source }) => ({
      ...{ group, from },
      percent: savesPermille / 10,
      source: sourceOf(source),
    }))
  return [...now, ...later]
}

/** Without a document a saving is an assumption. */
function sourceOf(document: string | null): Source {
  return document === null ? assumedSaving : { kind: 'DECISION', id: document }
}

/** Where a saving comes from that no document states. */
export const assumedSaving: Source = { kind: 'ASSUMPTION', id: 'structuredPathway' }

/** Sets a saving: of a group that the scenario sets on that day already, the same change says something else. */
export function savingEdits(
  wanted: Saving,
  set: readonly SavingChange[],
  newId: () => string,
): Body<'EditScenario'>['edits'] {
  const command = { type: 'SetStructuredPathway', data: { ...wanted } }
  const before = set.findLast(
    ({ group, effectiveFrom }) => group === wanted.group && effectiveFrom === wanted.effectiveFrom,
  )
  if (before === undefined) return [{ kind: 'add', change: newId(), command }]
  return [
    { kind: 'replace', change: before.change, command },
    ...(before.on ? [] : [{ kind: 'switch' as const, change: before.change, on: true }]),
  ]
}
