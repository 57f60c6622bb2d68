import type { AsOf } from '#api/asOf'
import type { Command } from '#api/contract'
import type { EffectiveDate } from '#events/time'
import { Refusal } from './deciders/decider.ts'
import { countedOn } from './deciders/quota.ts'
import { demandAt } from './demand/demand.ts'
import { expectedIn, sizeSource } from './demand/expected.ts'
import { type GatherParts, planOn, untilCurrent } from './gatherCase.ts'
import { type Gathered, nothingGathered } from './handle.ts'
import { municipalitiesOfArea } from './queries/facts/areaMembers.ts'

type AdoptQuota = Extract<Command, { type: 'AdoptQuota' }>['data']
type Adopted = Pick<AdoptQuota, 'effectiveFrom' | 'area' | 'target'> & {
  readonly count: Pick<AdoptQuota['count'], 'asOf'>
  readonly parameters: Pick<AdoptQuota['parameters'], 'basis'>
}

/** What may be told of how many patients the cap is for, on the day of the count. */
export async function withQuotaSize(
  parts: GatherParts,
  { effectiveFrom, area, target, count, parameters }: Adopted,
): Promise<Gathered> {
  if (parameters.basis === null || count.asOf === null) return nothingGathered
  await untilCurrent(parts)
  const { areas } = parts.world().geography
  // The area as it will be, and its patients as they were counted.
  const on = (effectiveOn: EffectiveDate): AsOf => ({ effectiveOn, recordedAt: 'now' })
  const municipalities = municipalitiesOfArea(parts.views, areas, area, on(effectiveFrom))
  if (municipalities.length === 0) throw new Refusal('quota.unknownArea', { code: area.code, effectiveFrom })
  const demand = demandAt(parts.views, areas, on(count.asOf))
  return { ...nothingGathered, quotaSize: expectedIn(demand, target.id, parameters.basis, municipalities) }
}

type AdoptProposed = Extract<Command, { type: 'AdoptProposedQuota' }>['data']

/** The parameters in force for a proposed cap, and how many patients it is for, by what may be told today. */
export async function withProposedSize(parts: GatherParts, data: AdoptProposed): Promise<Gathered> {
  await untilCurrent(parts)
  const { effectiveFrom, area, target, basis } = data
  const parameters = planOn(parts, data, effectiveFrom)?.parameters ?? null
  if (parameters === null) return nothingGathered
  const { today, geography } = parts.world()
  const asOf = countedOn(today, effectiveFrom)
  const counted = basis ?? parameters.capBasis
  const sized = await withQuotaSize(parts, {
    effectiveFrom,
    area,
    target,
    count: { asOf },
    parameters: { basis: counted },
  })
  const demand = demandAt(parts.views, geography.areas, { effectiveOn: asOf, recordedAt: 'now' })
  return { ...sized, plan: parameters, quotaSource: sizeSource(demand, target.id, counted) }
}
