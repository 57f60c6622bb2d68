import { z } from 'zod'
import type { AsOf } from '#api/asOf'
import type { Touches } from '#api/views/scenario'
import { DiagnosisGroupId } from '#events/identifiers'
import type { PlannedCommand } from '#events/scenario'
import { cellOf } from '../deciders/scenarioEdits.ts'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { holderOf } from './holders.ts'

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
  group: DiagnosisGroupId.optional().catch(undefined),
  target: z.object({ id: DiagnosisGroupId }).optional().catch(undefined),
})

/**
 * What a change is about, as far as its command names it at the top of its data. A person is an id, which the number and
 * the clinic that `views` have on the date make readable, and so does the clinic for an address.
 */
export function touchesOf({ type, data }: PlannedCommand, views: Views, at: AsOf): Touches {
  const cell = cellOf({ type, data })
  const { addressId, area, target, ...named } = Named.parse(data)
  const all = {
    ...named,
    clinic: named.clinic ?? (addressId === undefined ? undefined : clinicAt(views, at, addressId)),
    holder: holderOf(views, at, named.person),
    address: addressId,
    area: cell?.area,
    planningArea: cell === null ? area : undefined,
    group: target?.id ?? named.group,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** The clinic whose place of treatment an address is; undefined for one that is not in the register on the date. */
function clinicAt(views: Views, at: AsOf, address: string): string | undefined {
  return views
    .statement<{ clinic: string }>(
      `SELECT a.clinic FROM practice_address a WHERE a.address = :address AND ${asOf('a')} LIMIT 1`,
    )
    .get({ address, ...moment(at) })?.clinic
}

/** Commands that make what their stream is about: the changes after them rest on them and are not at odds with them. */
const makes: ReadonlySet<string> = new Set([
  'RegisterClinic',
  'RegisterProviderNumber',
  'OpenPracticeAddress',
  'RegisterRidingSchool',
  'RequestRidingAgreement',
  'DrawPlanningArea',
])
/** Commands that each say one thing of their stream and leave what the others say. */
const saysOneThing: ReadonlySet<string> = new Set([
  'AllocateKrCapacity',
  'StateClinicIntake',
  'ChangeClinicOwnership',
  'DescribeChildrensClinic',
  'StateAccessibility',
])

const Parts = z.object({
  target: z.object({ id: z.string() }).optional().catch(undefined),
  specialty: text,
})

/** True for two commands to one stream that change the same of it, so that either may undo what the other does. */
export function touchSame(one: PlannedCommand, other: PlannedCommand): boolean {
  if (makes.has(one.type) !== makes.has(other.type)) return false
  if (one.type !== other.type && saysOneThing.has(one.type) && saysOneThing.has(other.type)) return false
  const [mine, theirs] = [Parts.parse(one.data), Parts.parse(other.data)]
  const differ = (part: string | undefined, its: string | undefined) =>
    part !== undefined && its !== undefined && part !== its
  return !differ(mine.target?.id, theirs.target?.id) && !differ(mine.specialty, theirs.specialty)
}
