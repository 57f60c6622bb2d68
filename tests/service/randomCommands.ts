import { v5 as uuidV5 } from 'uuid'
import type { Command } from '#api/contract'
import { EventId } from '#events/envelope'
import {
  AddressId,
  ClinicId,
  DiagnosisGroupId,
  MunicipalityCode,
  PersonId,
  ProviderNumber,
  SchoolId,
} from '#events/identifiers'
import type { Address } from '#events/place'
import { EffectiveDate } from '#events/time'
import { type Random, random } from '#service/demo/random'

/** A command with the id that it is sent under, however often. */
export interface Sent {
  readonly commandId: string
  readonly command: Command
}

/** Writers that send at the same time, each to streams of its own. */
export const writers = 10
/** Random commands of one writer in one round, after those that make sure its clinic exists. */
export const perWriter = 20

const namespace = '5b6f1a52-6d7c-4f58-9f2a-0f9c3a4b7f10'
const date = (text: string) => EffectiveDate.parse(text)
const opened = date('2010-01-01')
const towns = [
  ['0661', 'Holstebro', [8.617, 56.36]],
  ['0657', 'Herning', [8.98, 56.14]],
  ['0400', 'Rønne', [14.7, 55.1]],
] as const
const diagnosisGroups = ['sclerose', 'parkinson', 'cerebral-parese'].map((id) => DiagnosisGroupId.parse(id))

/**
 * What one writer sends in one round: the same for the same seed, whoever asks. Five rounds share a clinic, a number, an
 * address and a riding school, so that later rounds change, move, correct and void what earlier ones recorded.
 */
export function commandsOf(seed: string, round: number, writer: number): Sent[] {
  const generation = Math.floor(round / 5)
  const own = subjects(generation, writer)
  const setUp = own.setUp.map((command) => ({
    commandId: uuidV5(`${seed}/${generation}/${writer}/${command.type}`, namespace),
    command,
  }))
  const chance = random(`${seed}/${round}/${writer}`)
  const sent: Sent[] = []
  for (let index = 0; index < perWriter; index += 1) {
    const command = own.next(chance, sent)
    sent.push({ commandId: uuidV5(`${seed}/${round}/${writer}/${index}`, namespace), command })
  }
  return [...setUp, ...sent]
}

function subjects(generation: number, writer: number) {
  const id = `${generation}-${writer}`
  const clinic = ClinicId.parse(`klinik-${id}`)
  const number = ProviderNumber.parse(String(generation * writers + writer).padStart(6, '0'))
  const addressId = AddressId.parse(`adresse-${id}`)
  const school = SchoolId.parse(`rideskole-${id}`)
  const person = PersonId.parse(`person-${id}`)
  const [home, away] = [place(0, 'Nørregade 1'), place(1, 'Bredgade 2')]

  const setUp: Command[] = [
    {
      type: 'RegisterClinic',
      data: { clinic, name: `Klinik ${id}`, cvr: null, formOfPractice: 'solo', effectiveFrom: opened },
    },
    {
      type: 'RegisterProviderNumber',
      data: {
        number,
        holder: person,
        clinic,
        specialties: ['62', '51'],
        status: 'owner',
        origin: 'import',
        effectiveFrom: opened,
      },
    },
    {
      type: 'OpenPracticeAddress',
      data: { addressId, clinic, kind: 'main', address: home, until: null, effectiveFrom: opened },
    },
    {
      type: 'RegisterRidingSchool',
      data: { school, name: `Rideskole ${id}`, address: place(2, 'Ridevej 3'), effectiveFrom: opened },
    },
  ]

  function next(chance: Random, before: readonly Sent[]): Command {
    const hours = before.filter(({ command }) => command.type === 'RegisterHoursCapacity')
    const kinds = ['units', 'hours', 'hours', 'status', 'move', 'point', 'access', 'school', 'person'] as const
    switch (hours.length > 0 && chance.chance(0.2) ? 'undo' : chance.pick(kinds)) {
      case 'units':
        return {
          type: 'AllocateKrCapacity',
          data: {
            clinic,
            specialty: chance.pick(['62', '51']),
            unitsHundredths: chance.int(0, 900),
            levelYear: 2022,
            reason: 'correction',
            effectiveFrom: dayIn(chance, 2024, 2028),
          },
        }
      case 'hours':
        return {
          type: 'RegisterHoursCapacity',
          data: {
            number,
            specialty: chance.pick(['62', '51']),
            hoursTenths: chance.int(10, 500),
            effectiveFrom: dayIn(chance, 2010, 2023),
          },
        }
      case 'undo':
        return undo(chance, chance.pick(hours))
      case 'status':
        return {
          type: 'ChangeCapacityStatus',
          data: { number, to: chance.pick(['owner', 'lessee', 'employed']), effectiveFrom: dayIn(chance, 2010, 2028) },
        }
      case 'move': {
        const [from, to] = chance.chance(0.5) ? [home, away] : [away, home]
        const effectiveFrom = dayIn(chance, 2010, 2028)
        return {
          type: 'MovePracticeAddress',
          data: { addressId, from, to, previousUntil: effectiveFrom, ruling: null, effectiveFrom },
        }
      }
      case 'point':
        return {
          type: 'CorrectGeocode',
          data: {
            addressId,
            new: [8 + chance.int(0, 999) / 1000, 56 + chance.int(0, 999) / 1000],
            certainty: 'geometry',
            reason: 'Bedre punkt',
            effectiveFrom: dayIn(chance, 2010, 2028),
          },
        }
      case 'access':
        return {
          type: 'StateAccessibility',
          data: { addressId, statement: `Rampe ${chance.int(1, 99)}`, effectiveFrom: dayIn(chance, 2010, 2028) },
        }
      case 'school': {
        const effectiveFrom = dayIn(chance, 2010, 2028)
        return chance.chance(0.6)
          ? { type: 'ApproveRidingSchool', data: { school, documentRef: null, effectiveFrom } }
          : { type: 'WithdrawRidingSchoolApproval', data: { school, reason: 'Prøve', effectiveFrom } }
      }
      case 'person':
        return {
          type: 'DocumentCompetence',
          data: {
            person,
            target: { kind: 'group', id: chance.pick(diagnosisGroups) },
            issuer: 'Dansk Selskab',
            issuedOn: opened,
            expiresOn: null,
            evidenceRef: null,
            effectiveFrom: dayIn(chance, 2010, 2028),
          },
        }
    }
  }

  /** Corrects or voids what an earlier command recorded; its event's id follows from the command's. */
  function undo(chance: Random, { commandId, command }: Sent): Command {
    if (command.type !== 'RegisterHoursCapacity') throw new Error(`${command.type} is not to be undone here`)
    const corrects = eventIdOf(`providerNumber-${number}`, commandId)
    const { effectiveFrom, specialty, hoursTenths } = command.data
    const base = { number, corrects, effectiveFrom, reason: 'Tastefejl' }
    if (chance.chance(0.4)) return { type: 'VoidProviderNumberEvent', data: base }
    const change = chance.chance(0.5)
      ? { field: 'hoursTenths' as const, specialty, old: hoursTenths, new: chance.int(10, 500) }
      : { field: 'effectiveFrom' as const, old: effectiveFrom, new: dayIn(chance, 2010, 2023) }
    return { type: 'CorrectProviderNumber', data: { ...base, change } }
  }

  return { setUp, next }
}

/** Id of the only event of a command, as `handle` derives it. */
function eventIdOf(stream: string, commandId: string): EventId {
  return EventId.parse(uuidV5(`${stream}/0`, commandId))
}

function place(which: 0 | 1 | 2, text: string): Address {
  const [code, town, [lng, lat]] = towns[which]
  return {
    text,
    postcode: null,
    town,
    darId: null,
    position: [lng, lat],
    municipality: MunicipalityCode.parse(code),
    certainty: 'registered',
  }
}

function dayIn(chance: Random, first: number, last: number): EffectiveDate {
  const two = (number: number) => String(number).padStart(2, '0')
  return date(`${chance.int(first, last)}-${two(chance.int(1, 12))}-${two(chance.int(1, 28))}`)
}
