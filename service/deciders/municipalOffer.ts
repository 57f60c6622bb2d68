import type { z } from 'zod'
import type { MunicipalOfferCommand } from '#api/commands/municipalOffer'
import type {
  Included,
  MunicipalOfferEvent,
  municipalOfferEvents,
  OfferService,
  RecordedMunicipalOfferEvent,
} from '#events/municipalOffer'
import type { EffectiveDate } from '#events/time'
import { type Dated, valueOn, withValue } from './dated.ts'
import { type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type DataOf<Type extends keyof typeof municipalOfferEvents> = z.infer<(typeof municipalOfferEvents)[Type]['data']>
type ServiceState = { readonly included: Included; readonly condition: string | null }

/** A municipality's offer: versions by date, null from the day it closed; what each service has become since. */
export interface MunicipalOfferState {
  readonly versions: Dated<DataOf<'MunicipalOfferPublished'> | null>
  readonly services: ReadonlyMap<OfferService, Dated<ServiceState>>
  readonly refusals: readonly { readonly from: EffectiveDate; readonly until: EffectiveDate | null }[]
}

export const municipalOffer: Decider<
  MunicipalOfferState,
  MunicipalOfferCommand,
  MunicipalOfferEvent,
  RecordedMunicipalOfferEvent
> = {
  initial: { versions: [], services: new Map(), refusals: [] },

  evolve(state, event) {
    switch (event.type) {
      case 'MunicipalOfferPublished': {
        const services = new Map(state.services)
        for (const { service, included, condition } of event.data.services)
          services.set(service, withValue(services.get(service) ?? [], { included, condition }, event))
        return { ...state, versions: withValue(state.versions, event.data, event), services }
      }
      case 'ServiceIncludedChanged': {
        const { service, included, condition } = event.data
        const before = state.services.get(service) ?? []
        return {
          ...state,
          services: new Map(state.services).set(service, withValue(before, { included, condition }, event)),
        }
      }
      case 'OfferClosed':
        return { ...state, versions: withValue(state.versions, null, event) }
      case 'CapacityRefusalAnnounced':
        return { ...state, refusals: [...state.refusals, { from: event.effectiveFrom, until: event.data.until }] }
      default:
        return event satisfies never
    }
  },

  decide(command, state) {
    const { effectiveFrom } = command.data
    const standing = valueOn(state.versions, effectiveFrom)
    if (command.type === 'PublishMunicipalOffer') {
      const { effectiveFrom: _, ...data } = command.data
      refuseTwice(data.services.map(({ service }) => service))
      refuseTwice(data.places.map(({ place }) => place))
      return equal(standing, data) ? [] : [{ type: 'MunicipalOfferPublished', effectiveFrom, data }]
    }
    if (standing === undefined) throw new Refusal('municipalOffer.unknown', { effectiveFrom })
    if (command.type === 'CloseMunicipalOffer')
      return standing === null ? [] : [{ type: 'OfferClosed', effectiveFrom, data: { reason: command.data.reason } }]
    if (standing === null) {
      const closedFrom = state.versions.findLast(({ value, from }) => value === null && from <= effectiveFrom)?.from
      throw new Refusal('municipalOffer.closed', { closedFrom })
    }
    switch (command.type) {
      case 'ChangeServiceIncluded': {
        const { service, was, included, condition, reason } = command.data
        const now = valueOn(state.services.get(service) ?? [], effectiveFrom)
        const stands = now?.included ?? 'unknown'
        if (stands === included && (now?.condition ?? null) === condition) return []
        if (stands !== was) throw new Refusal('municipalOffer.worldMoved', { stands, was })
        const data = { service, was, included, condition, reason }
        return [{ type: 'ServiceIncludedChanged', effectiveFrom, data }]
      }
      case 'AnnounceCapacityRefusal': {
        const { until, reason } = command.data
        if (until !== null && until <= effectiveFrom)
          throw new Refusal('municipalOffer.endsBeforeStart', { until, effectiveFrom })
        if (state.refusals.some((one) => one.from === effectiveFrom && one.until === until)) return []
        return [{ type: 'CapacityRefusalAnnounced', effectiveFrom, data: { until, reason } }]
      }
      default:
        return command satisfies never
    }
  },
}

function refuseTwice(names: readonly string[]): void {
  const what = names.find((name, index) => names.indexOf(name) !== index)
  if (what !== undefined) throw new Refusal('municipalOffer.twice', { what })
}
