import { z } from 'zod'
import { MunicipalityCode } from '#events/identifiers'
import { municipalOfferEvents } from '#events/municipalOffer'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const stream = ({ municipality }: { municipality: string }) => `municipalOffer-${municipality}`
const base = { municipality: MunicipalityCode, effectiveFrom: EffectiveDate }
const action = 'municipality.publish'

/** Commands to a municipality's own offer of free physiotherapy. */
export const municipalOfferCommands = [
  command({
    type: 'PublishMunicipalOffer',
    path: '/commands/publish-municipal-offer',
    action,
    body: z.object({ ...base, ...municipalOfferEvents.MunicipalOfferPublished.data.shape }),
    stream,
  }),
  command({
    type: 'ChangeServiceIncluded',
    path: '/commands/change-service-included',
    action,
    body: z.object({ ...base, ...municipalOfferEvents.ServiceIncludedChanged.data.shape }),
    stream,
  }),
  command({
    type: 'CloseMunicipalOffer',
    path: '/commands/close-municipal-offer',
    action,
    body: z.object({ ...base, ...municipalOfferEvents.OfferClosed.data.shape }),
    stream,
  }),
  command({
    type: 'AnnounceCapacityRefusal',
    path: '/commands/announce-capacity-refusal',
    action,
    body: z.object({ ...base, ...municipalOfferEvents.CapacityRefusalAnnounced.data.shape }),
    stream,
  }),
] as const

export type MunicipalOfferCommand = CommandOf<(typeof municipalOfferCommands)[number]>
