import { z } from 'zod'
import type { Touches } from '#api/views/scenario'
import { DiagnosisGroupId } from '#events/identifiers'
import type { PlannedCommand } from '#events/scenario'
import { cellOf } from '../deciders/scenarioEdits.ts'

const text = z.string().optional().catch(undefined)
const Named = z.object({
  region: text,
  municipality: text,
  clinic: text,
  addressId: text,
  number: text,
  person: text,
  school: text,
  agreement: text,
  area: text,
  target: z.object({ id: DiagnosisGroupId }).optional().catch(undefined),
})

/** What a change is about, as far as its command names it at the top of its data. */
export function touchesOf({ type, data }: PlannedCommand): Touches {
  const cell = cellOf({ type, data })
  const { addressId, area, target, ...named } = Named.parse(data)
  const all = {
    ...named,
    address: addressId,
    area: cell?.area,
    planningArea: cell === null ? area : undefined,
    group: target?.id,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** Names the thing that a change is about, so that two changes of the same thing are known. */
export function thingOf(stream: string, command: PlannedCommand): string {
  const { target } = Named.parse(command.data)
  return target === undefined ? stream : `${stream} ${target.id}`
}
