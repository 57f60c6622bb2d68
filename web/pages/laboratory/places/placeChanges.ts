import { diagnosisFamilies } from '#events/diagnosisGroups'
import type { Address } from '#events/place'
import type { Body } from '../../../api.ts'

/** One step of what `EditScenario` is to do. */
export type PlaceEdit = Body<'EditScenario'>['edits'][number]
type Told = Omit<Address, 'municipality' | 'position'> & {
  readonly position: readonly [number, number] | null
  readonly municipality: string | null
}

/** What every change of a place needs: the day it holds from, a name for the change, and what is said of it. */
export interface Making {
  /** Day that the changes hold from. */
  readonly on: string
  readonly newId: () => string
  /** Stands on each change; null when nothing needs to be said. */
  readonly comment: string | null
}

function added({ newId, comment }: Making, type: string, data: Record<string, unknown>): PlaceEdit {
  return { kind: 'add', change: newId(), command: { type, data }, comment }
}

/** A clinic's address moves as a whole. `from` must be where it stands in the scenario. */
function moved(making: Making, addressId: string, from: Told, to: Told): PlaceEdit {
  const { on } = making
  return added(making, 'MovePracticeAddress', {
    ...{ addressId, effectiveFrom: on, from, to },
    previousUntil: on,
    ruling: null,
  })
}

/** A clinic that does not exist: registered with one unit free of charge (62) and a main address. */
export function opened(making: Making, clinic: string, name: string, address: Told): readonly PlaceEdit[] {
  const { on } = making
  const effectiveFrom = on
  const year = Number(on.slice(0, 4))
  return [
    added(making, 'RegisterClinic', { clinic, effectiveFrom, name, cvr: null, formOfPractice: 'solo' }),
    // Clinics have units from 2024; before, hours go with the number (S_KAP).
    ...(year < unitsFromYear
      ? []
      : [
          added(making, 'AllocateKrCapacity', {
            ...{ clinic, effectiveFrom, specialty, levelYear: year },
            unitsHundredths: 100,
            reason: 'newEstablishment',
          }),
        ]),
    added(making, 'OpenPracticeAddress', {
      ...{ addressId: `${clinic}-a`, effectiveFrom, clinic, address },
      kind: 'main',
      until: null,
    }),
  ]
}

const unitsFromYear = 2024
/** What a practitioner who does not exist works under: free of charge. */
const specialty = '62'

/** A practitioner who does not exist, under a number that does not exist, at a clinic. */
export function practitioner(making: Making, clinic: string, person: string, number: string): readonly PlaceEdit[] {
  const effectiveFrom = making.on
  return [
    added(making, 'RegisterProviderNumber', {
      ...{ number, effectiveFrom, clinic },
      holder: person,
      specialties: [specialty],
      status: 'owner',
      origin: 'newEstablishment',
    }),
    ...(Number(making.on.slice(0, 4)) < unitsFromYear
      ? [added(making, 'RegisterHoursCapacity', { number, effectiveFrom, specialty, hoursTenths: 300 })]
      : []),
  ]
}

/** A person's documentation for a group or a family, from the day on and without an end. `issuer` says who made it up. */
export function documented(making: Making, person: string, group: string, issuer: string): PlaceEdit {
  return added(making, 'DocumentCompetence', {
    ...{ person, issuer },
    effectiveFrom: making.on,
    target: targetOf(group),
    issuedOn: making.on,
    expiresOn: null,
    evidenceRef: null,
  })
}

/** A person's documentation ends on the day. */
export function revoked(making: Making, person: string, group: string, reason: string): PlaceEdit {
  return added(making, 'RevokeCompetence', { person, reason, effectiveFrom: making.on, target: targetOf(group) })
}

/** A clinic closes on the day. */
export function closed(making: Making, clinic: string, reason: string): PlaceEdit {
  return added(making, 'CloseClinic', { clinic, reason, effectiveFrom: making.on })
}

/** A clinic takes new patients from the day, or no longer does. */
export function intake(making: Making, clinic: string, accepts: boolean): PlaceEdit {
  return added(making, 'StateClinicIntake', { clinic, accepts, effectiveFrom: making.on })
}

function targetOf(id: string): { readonly kind: 'group' | 'family'; readonly id: string } {
  return { kind: diagnosisFamilies.some((one) => one.id === id) ? 'family' : 'group', id }
}

/** Whether somebody with these documentations can be counted for the group: for itself, or for a family that holds it. */
export function isDocumentedFor(competences: readonly string[], group: string): boolean {
  return competences.some(
    (held) =>
      held === group || diagnosisFamilies.some(({ id, groups }) => id === held && groups.some((one) => one === group)),
  )
}

/** Changes of a scenario as far as they are asked here. */
type Changes = readonly {
  readonly change: string
  readonly on: boolean
  readonly command: { readonly type: string; readonly data: Record<string, unknown> }
}[]

/** The move of an address: of one that the scenario moves on that day already, the same change goes elsewhere. */
export function movedTo(making: Making, changes: Changes, addressId: string, from: Told, to: Told): PlaceEdit {
  const before = changes.findLast(
    ({ on, command: { type, data } }) =>
      on && type === 'MovePracticeAddress' && data.addressId === addressId && data.effectiveFrom === making.on,
  )
  if (before === undefined) return moved(making, addressId, from, to)
  const { type, data } = before.command
  return { kind: 'replace', change: before.change, command: { type, data: { ...data, to } } }
}

/** An area that planners draw: picked by municipalities, or with the line that was drawn. */
export function drawn(
  making: Making,
  area: string,
  name: string,
  municipalities: readonly string[],
  ring: readonly (readonly [number, number])[] | null,
): PlaceEdit {
  return added(making, 'DrawPlanningArea', {
    ...{ area, name, municipalities, effectiveFrom: making.on },
    shape: ring === null ? null : { type: 'Polygon', coordinates: [closedRing(ring)] },
  })
}

/** The ring with its first corner again at its end. */
function closedRing(ring: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const [first] = ring
  return first === undefined || first.join() === ring.at(-1)?.join() ? ring : [...ring, first]
}
