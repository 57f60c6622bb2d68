import type { z } from 'zod'
import type { RidingAgreementCommand } from '#api/commands/ridingAgreement'
import type { EventId } from '#events/envelope'
import type { SchoolId } from '#events/identifiers'
import type {
  CoverageArea,
  RecordedRidingAgreementEvent,
  RidingAgreementEvent,
  ridingAgreementEvents,
} from '#events/ridingAgreement'
import { EffectiveDate } from '#events/time'
import { type Dated, valueOn, withValue } from './dated.ts'
import { type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type MoveCommand = Extract<RidingAgreementCommand, { type: 'MoveRidingAgreement' }>
type Request = z.infer<typeof ridingAgreementEvents.RidingAgreementRequested.data>
type Permission = z.infer<typeof ridingAgreementEvents.RidingAgreementPermitted.data>
type Recorded = { readonly area: CoverageArea; readonly accessionDate: EffectiveDate | null }

/** Counties ended on 2006-12-31: only who acceded strictly before can have an area agreed with one. */
const countyCutoff = EffectiveDate.parse('2007-01-01')

/** An agreement: not known, or requested, with its schools, permissions, hours and areas by date. Zero hours from its end on. */
export type RidingAgreementState =
  | { readonly status: 'none' }
  | {
      readonly status: 'requested'
      readonly request: Request
      readonly requestedFrom: EffectiveDate
      readonly schools: Dated<SchoolId>
      /** What may be held. A decrease takes from it too: hours given up do not come back without a new permission. */
      readonly permissions: Dated<Permission>
      /** Hours as started or changed; before, an agreement has those of its permission. */
      readonly hours: Dated<number>
      readonly startedFrom: EffectiveDate | null
      readonly areas: Dated<Recorded & { readonly sourceDocument: string | null }>
      readonly endedFrom: EffectiveDate | null
      readonly lapsed: boolean
    }
type Requested = Extract<RidingAgreementState, { status: 'requested' }>

export const ridingAgreement: Decider<
  RidingAgreementState,
  RidingAgreementCommand,
  RidingAgreementEvent,
  RecordedRidingAgreementEvent
> = {
  initial: { status: 'none' },

  evolve(state, event) {
    if (event.type === 'RidingAgreementRequested') {
      return {
        status: 'requested',
        request: event.data,
        requestedFrom: event.effectiveFrom,
        schools: withValue([], event.data.school, event),
        permissions: [],
        hours: [],
        startedFrom: null,
        areas: [],
        endedFrom: null,
        lapsed: false,
      }
    }
    if (state.status === 'none') return state
    switch (event.type) {
      case 'RidingAgreementPermitted':
        return { ...state, permissions: withValue(state.permissions, event.data, event) }
      case 'RidingAgreementStarted':
        return {
          ...state,
          hours: withValue(state.hours, event.data.hoursTenths, event),
          startedFrom: event.effectiveFrom,
        }
      case 'RidingHoursChanged':
        return {
          ...state,
          hours: withValue(state.hours, event.data.new, event),
          permissions:
            event.data.new < event.data.old ? lessened(state.permissions, event.data.new, event) : state.permissions,
        }
      case 'RidingAgreementMoved':
        return { ...state, schools: withValue(state.schools, event.data.to, event) }
      case 'CoverageAreaRecorded':
        return { ...state, areas: withValue(state.areas, event.data, event) }
      case 'CoverageAreaClarified': {
        const accessionDate = valueOn(state.areas, event.effectiveFrom)?.accessionDate ?? null
        const { area, sourceDocument } = event.data
        return { ...state, areas: withValue(state.areas, { area, sourceDocument, accessionDate }, event) }
      }
      case 'RidingAgreementEnded':
        return { ...state, endedFrom: event.effectiveFrom }
      case 'RidingNumberLapsed':
        return { ...state, endedFrom: state.endedFrom ?? event.effectiveFrom, lapsed: true }
      case 'RidingAgreementVoided':
        return { status: 'none' }
      default:
        return event satisfies never
    }
  },

  decide(command, state) {
    if (command.type === 'RequestRidingAgreement') {
      const { effectiveFrom, ...data } = command.data
      if (state.status === 'none') return [{ type: 'RidingAgreementRequested', effectiveFrom, data }]
      if (equal(state.request, data) && state.requestedFrom === effectiveFrom) return []
      throw new Refusal('ridingAgreement.taken', { agreement: data.agreement })
    }
    const { agreement, effectiveFrom } = command.data
    if (state.status === 'none') throw new Refusal('ridingAgreement.unknown', { agreement })
    if (effectiveFrom < state.requestedFrom)
      throw new Refusal('ridingAgreement.beforeRequest', { effectiveFrom, requestedFrom: state.requestedFrom })
    return process(command, state)
  },
}

function process(
  command: Exclude<RidingAgreementCommand, { type: 'RequestRidingAgreement' }>,
  state: Requested,
): RidingAgreementEvent[] {
  const { effectiveFrom } = command.data
  switch (command.type) {
    case 'PermitRidingAgreement': {
      const { hoursTenths, conditions } = command.data
      const permission = { school: schoolOn(state, effectiveFrom), hoursTenths, conditions }
      if (equal(valueOn(state.permissions, effectiveFrom), permission)) return []
      refuseWhenEnded(state, effectiveFrom)
      return [{ type: 'RidingAgreementPermitted', effectiveFrom, data: permission }]
    }
    case 'StartRidingAgreement': {
      const { hoursTenths } = command.data
      if (hasStarted(state, effectiveFrom) && valueOn(state.hours, effectiveFrom) === hoursTenths) return []
      refuseWhenEnded(state, effectiveFrom)
      refuseUnpermitted(state, effectiveFrom, hoursTenths)
      return [{ type: 'RidingAgreementStarted', effectiveFrom, data: { hoursTenths } }]
    }
    case 'ChangeRidingHours': {
      const old = heldOn(state, effectiveFrom)
      if (old === command.data.to) return []
      refuseWhenEnded(state, effectiveFrom)
      if (command.data.to > old) refuseUnpermitted(state, effectiveFrom, command.data.to)
      return [{ type: 'RidingHoursChanged', effectiveFrom, data: { old, new: command.data.to } }]
    }
    case 'MoveRidingAgreement':
      return moved(command.data, state)
    case 'RecordCoverageArea': {
      const { area, accessionDate, sourceDocument } = command.data
      const recorded = { area, accessionDate, sourceDocument }
      if (equal(valueOn(state.areas, effectiveFrom), recorded)) return []
      refuseLateCounty(recorded)
      return [{ type: 'CoverageAreaRecorded', effectiveFrom, data: recorded }]
    }
    case 'ClarifyCoverageArea': {
      const { area, sourceDocument, reason } = command.data
      const before = valueOn(state.areas, effectiveFrom)
      if (before && equal(before.area, area) && before.sourceDocument === sourceDocument) return []
      refuseLateCounty({ area, accessionDate: before?.accessionDate ?? null })
      const previous = before?.area ?? { kind: 'unknown' as const }
      return [{ type: 'CoverageAreaClarified', effectiveFrom, data: { previous, area, sourceDocument, reason } }]
    }
    case 'EndRidingAgreement':
      if (state.endedFrom === effectiveFrom) return []
      refuseWhenEnded(state, effectiveFrom)
      return [{ type: 'RidingAgreementEnded', effectiveFrom, data: { reason: command.data.reason } }]
    case 'LapseRidingNumber': {
      if (state.lapsed) return []
      const hoursTenths = heldOn(state, effectiveFrom)
      return [{ type: 'RidingNumberLapsed', effectiveFrom, data: { hoursTenths } }]
    }
    default:
      return command satisfies never
  }
}

/**
 * A move is permitted and made in one: the permission names the new school and the hours that are held. The area of who
 * acceded from 2007 on is the school's municipality and follows it; an area agreed before stays what it is.
 */
function moved(
  { effectiveFrom, from, to, municipality, sourceDocument }: MoveCommand['data'],
  state: Requested,
): RidingAgreementEvent[] {
  const school = schoolOn(state, effectiveFrom)
  if (school === to) return []
  if (school !== from) throw new Refusal('ridingAgreement.otherSchool', { school, from })
  const hoursTenths = heldOn(state, effectiveFrom)
  refuseWhenEnded(state, effectiveFrom)
  const conditions = valueOn(state.permissions, effectiveFrom)?.conditions ?? null
  const here = valueOn(state.areas, effectiveFrom)
  const follows =
    here?.area.kind === 'municipality' && here.accessionDate !== null && here.accessionDate >= countyCutoff
  const area: CoverageArea | null =
    follows && municipality !== null ? { kind: 'municipality', codes: [municipality] } : null
  return [
    { type: 'RidingAgreementPermitted', effectiveFrom, data: { school: to, hoursTenths, conditions } },
    { type: 'RidingAgreementMoved', effectiveFrom, data: { from, to } },
    ...(area === null || here === undefined || equal(here.area, area)
      ? []
      : [
          {
            type: 'CoverageAreaRecorded' as const,
            effectiveFrom,
            data: { area, accessionDate: here.accessionDate, sourceDocument },
          },
        ]),
  ]
}

/** A start or an increase needs a permission that holds on the date and covers the hours. */
function refuseUnpermitted({ permissions }: Requested, effectiveFrom: EffectiveDate, asked: number): void {
  const permission = valueOn(permissions, effectiveFrom)
  if (permission === undefined) throw new Refusal('ridingAgreement.notPermitted', { effectiveFrom })
  if (asked > permission.hoursTenths)
    throw new Refusal('ridingAgreement.moreThanPermitted', {
      permittedHoursTenths: permission.hoursTenths,
      askedHoursTenths: asked,
    })
}

/** Hours held on a date: as started or changed, before that as permitted. Refuses an agreement that has neither. */
function heldOn(state: Requested, on: EffectiveDate): number {
  const hours = valueOn(state.hours, on) ?? valueOn(state.permissions, on)?.hoursTenths
  if (hours === undefined) throw new Refusal('ridingAgreement.notStarted')
  return hours
}

function hasStarted({ startedFrom }: Requested, on: EffectiveDate): boolean {
  return startedFrom !== null && startedFrom <= on
}

function schoolOn({ schools, request }: Requested, on: EffectiveDate): SchoolId {
  return valueOn(schools, on) ?? request.school
}

/** Permissions after a change of hours: a decrease below what is permitted takes the rest of it away from the date on. */
function lessened(
  permissions: Dated<Permission>,
  hoursTenths: number,
  event: { readonly id: EventId; readonly effectiveFrom: EffectiveDate },
): Dated<Permission> {
  const permission = valueOn(permissions, event.effectiveFrom)
  if (permission === undefined || hoursTenths >= permission.hoursTenths) return permissions
  return withValue(permissions, { ...permission, hoursTenths }, event)
}

function refuseWhenEnded({ endedFrom }: Requested, on: EffectiveDate): void {
  if (endedFrom !== null && on >= endedFrom) throw new Refusal('ridingAgreement.ended', { endedFrom })
}

function refuseLateCounty({ area, accessionDate }: Recorded): void {
  if (area.kind === 'county' && (accessionDate === null || accessionDate >= countyCutoff))
    throw new Refusal('ridingAgreement.countyAfter2006', { accessionDate, cutoff: countyCutoff })
}
