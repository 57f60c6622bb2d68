import type { CaseSubject } from '#events/caseSubject'
import type { ProviderNumber, Specialty } from '#events/identifiers'
import type { PlannedChange } from '#events/scenario'
import { clinic } from '../deciders/clinic.ts'
import { valueOn } from '../deciders/dated.ts'
import { parameterOn, plan } from '../deciders/plan.ts'
import { providerNumber } from '../deciders/providerNumber.ts'
import type { ProviderNumberState } from '../deciders/providerNumberState.ts'
import { foldStream } from '../fold.ts'
import { regimeOn } from '../rules/regime.ts'
import { responsibleRegion } from '../rules/responsibleRegion.ts'
import { ruledOn, scenarioAt } from '../scenarios/handedIn.ts'
import type { EventStore } from '../store/eventStore.ts'
import type { Occasion } from './effect.ts'

type Registered = Extract<ProviderNumberState, { status: 'registered' }>
type Log = Pick<EventStore, 'read'>

/** What the register says that an effect needs and an application does not say. */
export interface Known {
  /** The number that the application names; null when there is no such number. */
  readonly number: Registered | null
  /** The number that gets the capacity of one that stops. */
  readonly receiver: Registered | null
  /** The changes of a scenario that was handed in that a ruling decides; none for other applications. */
  readonly changes?: readonly PlannedChange[]
  /** What a new establishment starts from; null where the application is about none, or no rule set says what a unit is. */
  readonly establishment: {
    /** Hundredths of units that the clinic has of the specialty; 0 without any. */
    readonly unitsHundredths: number
    readonly unitOere: number
    readonly levelYear: number
  } | null
}

/** Reads what the effect of an application needs from the streams it touches. */
export async function knownFor(log: Log, subject: CaseSubject, { from, region }: Occasion): Promise<Known> {
  const number = async (id: ProviderNumber | null) => {
    if (id === null) return null
    const { state } = await foldStream(log, `providerNumber-${id}`, providerNumber)
    return state.status === 'registered' ? state : null
  }
  const establishment = async (): Promise<Known['establishment']> => {
    if (subject.type !== 'A13') return null
    const { state: at } = await foldStream(log, `clinic-${subject.clinic}`, clinic)
    const allocations = at.status === 'none' ? [] : at.allocations
    const units = valueOn(
      allocations.filter(({ value }) => value.specialty === subject.specialty),
      from,
    )
    const { state: rules } = await foldStream(log, `plan-${responsibleRegion(region, from)}`, plan)
    const unitOere = parameterOn(rules, subject.specialty === '62' ? 'unit62Oere' : 'unit51Oere', from)
    const levelYear = parameterOn(rules, 'unitLevelYear', from)
    if (typeof unitOere !== 'number' || typeof levelYear !== 'number') return null
    return { unitsHundredths: units?.unitsHundredths ?? 0, unitOere, levelYear }
  }
  switch (subject.type) {
    case 'A16': {
      const handedIn = await scenarioAt(log, subject)
      const changes = ruledOn(handedIn?.changes ?? [])
      return { number: null, receiver: null, establishment: null, changes }
    }
    case 'A2':
    case 'A11':
      return { number: await number(subject.provider), receiver: null, establishment: null }
    case 'A12':
      return {
        number: await number(subject.provider),
        receiver: await number(subject.transferredTo),
        establishment: null,
      }
    default:
      return { number: null, receiver: null, establishment: await establishment() }
  }
}

/** Hours of a number on a date by specialty, in tenths; none where capacity is counted per clinic. */
export function hoursBySpecialty(
  state: Registered,
  on: Occasion['from'],
): readonly { readonly specialty: Specialty; readonly hoursTenths: number }[] {
  if (regimeOn(on) !== 'HOURS') return []
  return state.registration.specialties.flatMap((specialty) => {
    const held = valueOn(
      state.hours.filter(({ value }) => value.specialty === specialty),
      on,
    )
    return held === undefined ? [] : [{ specialty, hoursTenths: held.hoursTenths }]
  })
}
