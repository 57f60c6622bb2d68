import type { Command } from '#api/contract'
import type { ClinicId } from '#events/identifiers'
import { clinic } from './deciders/clinic.ts'
import { practiceAddress } from './deciders/practiceAddress.ts'
import { foldStream } from './fold.ts'
import { type Gathered, nothingGathered } from './handle.ts'
import { withOtherPools } from './otherPools.ts'
import type { EventStore } from './store/eventStore.ts'

type Log = Pick<EventStore, 'read'>

/** What a command to the register must know beside its own stream. From the log alone, so that a branch is asked alike. */
export async function knownInRegister(log: Log, command: Command): Promise<Gathered> {
  switch (command.type) {
    case 'AwardNewEstablishment':
      return await withOtherPools(log, command.data)
    case 'OpenPracticeAddress':
      return await withClinic(log, command.data.clinic)
    case 'MovePracticeAddress':
    case 'NotifyExtraAddress':
    case 'ApproveExtraAddress':
    case 'StateAccessibility': {
      const { state } = await foldStream(log, `practiceAddress-${command.data.addressId}`, practiceAddress)
      return state.status === 'none' ? nothingGathered : await withClinic(log, state.opened.clinic)
    }
    default:
      return nothingGathered
  }
}

/** Whether the clinic of an address is closed. */
async function withClinic(log: Log, id: ClinicId): Promise<Gathered> {
  const { state } = await foldStream(log, `clinic-${id}`, clinic)
  return { ...nothingGathered, clinicClosedFrom: state.status === 'none' ? null : state.closedFrom }
}
