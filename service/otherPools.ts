import type { Command } from '#api/contract'
import { krCapacity, poolEntries } from './deciders/krCapacity.ts'
import { foldStream } from './fold.ts'
import { type Gathered, nothingGathered } from './handle.ts'
import { regionsEverTogether } from './rules/responsibleRegion.ts'
import type { EventStore } from './store/eventStore.ts'

type Award = Extract<Command, { type: 'AwardNewEstablishment' }>['data']

/** What an award must know beside its own region's pool: the pools of the regions that it is ever one with. */
export async function withOtherPools(log: Pick<EventStore, 'read'>, { region, specialty }: Award): Promise<Gathered> {
  const others = regionsEverTogether(region).filter((one) => one !== region)
  const pools = await Promise.all(
    others.map(async (one) => {
      const { state } = await foldStream(log, `krCapacity-${one}`, krCapacity)
      return poolEntries(state, specialty)
    }),
  )
  return { ...nothingGathered, otherPools: pools.flat() }
}
