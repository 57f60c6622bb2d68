import type { z } from 'zod'
import type { KrCapacityCommand } from '#api/commands/krCapacity'
import type { KrCapacityEvent, krCapacityEvents, RecordedKrCapacityEvent } from '#events/krCapacity'
import { type PoolEntry, tightestBalance } from '../rules/capacity/establishmentPool.ts'
import { unitsFrom } from '../rules/ruleSets.ts'
import { type Dated, withValue } from './dated.ts'
import { type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type Advertised = z.infer<typeof krCapacityEvents.NewEstablishmentAdvertised.data>
type Awarded = z.infer<typeof krCapacityEvents.NewEstablishmentAwarded.data>
type Indexed = z.infer<typeof krCapacityEvents.KrCapacityIndexed.data>

/** A region's new capacity: everything advertised and awarded, and the indices loaded. */
export interface KrCapacityState {
  readonly advertised: Dated<Advertised>
  readonly awarded: Dated<Awarded>
  readonly indices: Dated<Indexed>
}

export const krCapacity: Decider<KrCapacityState, KrCapacityCommand, KrCapacityEvent, RecordedKrCapacityEvent> = {
  initial: { advertised: [], awarded: [], indices: [] },

  evolve(state, event) {
    switch (event.type) {
      case 'NewEstablishmentAdvertised':
        return { ...state, advertised: withValue(state.advertised, event.data, event) }
      case 'NewEstablishmentAwarded':
        return { ...state, awarded: withValue(state.awarded, event.data, event) }
      case 'KrCapacityIndexed':
        return { ...state, indices: withValue(state.indices, event.data, event) }
      default:
        return event satisfies never
    }
  },

  decide(command, state, { otherPools = [] }) {
    const { effectiveFrom, ...data } = command.data
    // Capacity in kroner begins with the agreement of 2024 (S_KAP).
    if (effectiveFrom < unitsFrom) throw new Refusal('clinic.unitsBeforeRegime', { firstDay: unitsFrom })
    switch (command.type) {
      case 'AdvertiseNewEstablishment': {
        if (holds(state.advertised, data, effectiveFrom)) return []
        return [{ type: 'NewEstablishmentAdvertised', effectiveFrom, data: withoutDate(command.data) }]
      }
      case 'AwardNewEstablishment': {
        if (holds(state.awarded, data, effectiveFrom)) return []
        refuseMoreThanAdvertised(command.data, [...poolEntries(state, command.data.specialty), ...otherPools])
        return [{ type: 'NewEstablishmentAwarded', effectiveFrom, data: withoutDate(command.data) }]
      }
      case 'IndexKrCapacity': {
        if (holds(state.indices, data, effectiveFrom)) return []
        return [{ type: 'KrCapacityIndexed', effectiveFrom, data: withoutDate(command.data) }]
      }
      default:
        return command satisfies never
    }
  },
}

function withoutDate<Data extends { readonly effectiveFrom: unknown }>({ effectiveFrom: _, ...data }: Data) {
  return data
}

function holds<Value>(dated: Dated<Value>, data: object, from: string): boolean {
  return dated.some((one) => one.from === from && equal(one.value, data))
}

/** What the stream advertised and gave away of one specialty. */
export function poolEntries({ advertised, awarded }: KrCapacityState, specialty: string): readonly PoolEntry[] {
  const of = (kind: PoolEntry['kind'], dated: Dated<Advertised | Awarded>) =>
    dated
      .filter(({ value }) => value.specialty === specialty)
      .map(({ from, value: { region, oere } }) => ({ region, kind, from, oere }))
  return [...of('advertised', advertised), ...of('awarded', awarded)]
}

/** Allocated stays within advertised on every day from the award on (S_NYNED). */
function refuseMoreThanAdvertised(
  { region, specialty, oere, effectiveFrom }: Extract<KrCapacityCommand, { type: 'AwardNewEstablishment' }>['data'],
  entries: readonly PoolEntry[],
): void {
  const { advertisedOere, allocatedOere } = tightestBalance(entries, region, effectiveFrom)
  const leftOere = advertisedOere - allocatedOere
  if (oere > leftOere) throw new Refusal('krCapacity.poolExceeded', { specialty, leftOere, askedOere: oere })
}
