import { z } from 'zod'
import type { Role } from '#events/envelope'

/** Everything that a route can be asked to do. */
export const Action = z.enum([
  'map.read',
  'register.change',
  'events.read',
  'case.read',
  'case.open',
  'case.prepare',
  'case.rule',
  'case.decideNationally',
  'meeting.read',
  'meeting.run',
  'consultation.read',
  'consultation.send',
  'consultation.answer',
  'plan.read',
  'plan.change',
  'geography.change',
  'municipality.publish',
  'contacts.read',
  'palliative.propose',
  'scenario.use',
  'quota.propose',
  'scenario.submit',
  'pathway.set',
  'economics.read',
  'evidence.read',
  'activity.import',
  'patientCount.load',
  'followUp.record',
  'accessLog.read',
  'persons.read',
  'persons.change',
  'persons.erase',
  'process.run',
])
export type Action = z.infer<typeof Action>

/** How far a right goes: own organisation's matters, own municipality, own region, or everything. */
export type Reach = 'own' | 'municipality' | 'region' | 'all'

/** Who asks, as the gate established it. Queries and collections cannot be called without one. */
export interface Scope {
  readonly role: Role
  readonly reach: Reach
  /** Region or municipality code, clinic id, or null. */
  readonly organisation: string | null
  /** Regions whose matters the organisation has today: its own and those that it replaced; none when it is no region. */
  readonly regions: readonly string[]
}

const everywhere = 'all'

/**
 * Who may what (domain/events.md section 3). What is not here is denied. The web reads the same table to hide buttons;
 * that is courtesy, the gate is the security. `process.run` is for reactors and imports inside the process only.
 */
export const policy: Readonly<Record<Action, Readonly<Partial<Record<Role, Reach>>>>> = {
  'map.read': {
    secretariat: everywhere,
    committee: everywhere,
    nationalCommittee: everywhere,
    municipality: everywhere,
    clinic: everywhere,
    planner: everywhere,
    registrar: everywhere,
    public: everywhere,
    system: everywhere,
  },
  'register.change': { secretariat: 'region', registrar: everywhere, system: everywhere },
  'events.read': { secretariat: everywhere, committee: everywhere, planner: everywhere, municipality: 'municipality' },
  'case.read': {
    secretariat: 'region',
    committee: 'region',
    nationalCommittee: everywhere,
    municipality: 'municipality',
  },
  'case.open': { secretariat: 'region' },
  'case.prepare': { secretariat: 'region', system: everywhere },
  'case.rule': { committee: 'region', secretariat: 'region' },
  'case.decideNationally': { nationalCommittee: everywhere, secretariat: 'region' },
  // What the committee says among itself is its own; the papers for it, too.
  'meeting.read': { committee: 'region', secretariat: 'region' },
  'meeting.run': { committee: 'region', secretariat: 'region' },
  'consultation.read': { secretariat: 'region', committee: 'region', municipality: 'municipality' },
  'consultation.send': { secretariat: 'region' },
  'consultation.answer': { municipality: 'municipality', secretariat: 'region' },
  'plan.read': {
    secretariat: everywhere,
    committee: everywhere,
    planner: everywhere,
    municipality: everywhere,
    public: everywhere,
  },
  'plan.change': { committee: 'region', registrar: everywhere },
  'geography.change': { registrar: everywhere, system: everywhere },
  // A municipality's offer and contacts are its own; the secretariat may write them down for it.
  'municipality.publish': { municipality: 'municipality', secretariat: 'region' },
  'contacts.read': {
    secretariat: everywhere,
    committee: everywhere,
    nationalCommittee: everywhere,
    municipality: everywhere,
    clinic: everywhere,
    planner: everywhere,
  },
  'palliative.propose': { secretariat: 'region', planner: 'region' },
  'scenario.use': { secretariat: 'region', committee: 'region', planner: everywhere, municipality: 'municipality' },
  // Only proposed: what a cap is, the committee decides.
  'quota.propose': { planner: everywhere, secretariat: 'region' },
  // A proposal goes to the committee of the region that one works in.
  'scenario.submit': { planner: 'region', secretariat: 'region' },
  // What a pathway is to save holds in the whole country.
  'pathway.set': { planner: everywhere },
  // Turnover, ceilings and control statistics are the region's; a municipality reads its own sums and no others.
  'economics.read': { secretariat: 'region', committee: 'region', municipality: 'municipality' },
  // The events of a case as they were recorded, economics and all.
  'evidence.read': { secretariat: 'region', committee: 'region', nationalCommittee: everywhere },
  'activity.import': { secretariat: 'region', registrar: everywhere },
  // A group's counts are one table of the whole country, and so no region's to replace.
  'patientCount.load': { registrar: everywhere },
  'followUp.record': { secretariat: 'region', committee: 'region' },
  'accessLog.read': { secretariat: 'region' },
  // Names and contact details: each region its own persons'.
  'persons.read': { secretariat: 'region', committee: 'region', registrar: everywhere },
  'persons.change': { secretariat: 'region', registrar: everywhere },
  'persons.erase': { secretariat: 'region', registrar: everywhere },
  'process.run': { system: everywhere },
}

/** Reach of a role for an action, or null when it may not. */
export function reachOf(role: Role, action: Action): Reach | null {
  return policy[action][role] ?? null
}

/** True for who may know what is the committee's alone: a clinic's turnover and subsidy, what was said before the ruling. */
export function readsCommitteeOnly(role: Role): boolean {
  return role === 'secretariat' || role === 'committee' || role === 'nationalCommittee'
}
