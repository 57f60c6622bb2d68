import { clinicCommands } from '#api/commands/clinic'
import { competenceCommands } from '#api/commands/competence'
import { krCapacityCommands } from '#api/commands/krCapacity'
import { municipalOfferCommands } from '#api/commands/municipalOffer'
import { palliativeCommands } from '#api/commands/palliative'
import { pathwayCommands } from '#api/commands/pathway'
import { planningAreaCommands } from '#api/commands/planningArea'
import { practiceAddressCommands } from '#api/commands/practiceAddress'
import { providerNumberCommands } from '#api/commands/providerNumber'
import { quotaCommands } from '#api/commands/quota'
import { ridingAgreementCommands } from '#api/commands/ridingAgreement'
import { ridingSchoolCommands } from '#api/commands/ridingSchool'
import { type Command, commands } from '#api/contract'
import type { CommandDefinition } from '#api/definitions'
import { type Field, fieldsOf } from '#api/fields'
import { strict } from '#api/strict'
import type { PlannedCommand } from '#events/scenario'

/** Commands to the register. Cases, dockets, hearings, plans, areas and figures that were reported are not to be imagined. */
const allowed: ReadonlyMap<string, CommandDefinition> = new Map(
  [
    ...providerNumberCommands,
    ...clinicCommands,
    ...practiceAddressCommands,
    ...ridingSchoolCommands,
    ...ridingAgreementCommands,
    ...competenceCommands,
    ...krCapacityCommands,
    ...palliativeCommands,
    ...municipalOfferCommands,
    ...quotaCommands,
    ...pathwayCommands,
    ...planningAreaCommands,
  ]
    .filter(({ action }) => action !== 'process.run')
    .map((definition): [string, CommandDefinition] => [definition.type, definition]),
)
const known: ReadonlySet<string> = new Set(commands.map(({ type }) => type))
const bodies = new Map([...allowed].map(([type, { body }]) => [type, strict(body)]))

/** Why a command cannot be a change of a scenario. */
export interface PlannedFault {
  readonly reason: 'unknownCommand' | 'notAllowed' | 'fields'
  readonly fields: readonly Field[]
}

/** A command as it is kept, as the register is sent it, and its stream. */
interface ReadPlanned {
  readonly planned: PlannedCommand
  readonly command: Command
  readonly stream: string
}

const readings = new WeakMap<PlannedCommand, ReadPlanned | PlannedFault>()

/** Reads a command as its own definition does today. The same object is read once: changes are never written over. */
export function readPlanned(planned: PlannedCommand): ReadPlanned | PlannedFault {
  const known = readings.get(planned) ?? read(planned)
  readings.set(planned, known)
  return known
}

function read(planned: PlannedCommand): ReadPlanned | PlannedFault {
  const { type } = planned
  const definition = allowed.get(type)
  const body = bodies.get(type)
  if (definition === undefined || body === undefined)
    return { reason: known.has(type) ? 'notAllowed' : 'unknownCommand', fields: [] }
  const result = body.safeParse(planned.data)
  if (!result.success) return { reason: 'fields', fields: fieldsOf(result.error.issues, 'data') }
  const { data } = result
  // The definition of this type has read the data.
  return { planned: { type, data }, command: { type, data } as Command, stream: definition.stream(data) }
}
