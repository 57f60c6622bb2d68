import type { z } from 'zod'
import type { MunicipalityCode } from '#events/identifiers'
import { type Included, OfferService, type OfferSetting, type OpeningClass } from '#events/municipalOffer'
import { Position2d } from '#events/place'
import type { Body } from '../../api.ts'
import type { Offer } from './OfferPanel.tsx'

/** What is written in the form of a new version; text as it is typed. */
export interface OfferDraft {
  readonly document: string
  readonly offerVersion: string
  readonly from: string
  readonly services: Readonly<Record<string, { readonly included: Included; readonly condition: string }>>
  readonly settings: readonly z.infer<typeof OfferSetting>[]
  readonly hours: z.infer<typeof OpeningClass>
  readonly placeName: string
  readonly address: string
  readonly postcode: string
  readonly town: string
  readonly longitude: string
  readonly latitude: string
}

/** The draft that a new version begins with: what stands, or nothing decided. */
export function draftOf(offer: Offer | undefined, today: string): OfferDraft {
  const [place] = offer?.places ?? []
  const [longitude, latitude] = place?.address.position ?? []
  return {
    document: offer?.document ?? '',
    offerVersion: '',
    from: today,
    services: Object.fromEntries(
      OfferService.options.map((service) => {
        const said = offer?.services.find((one) => one.service === service)
        return [service, { included: said?.included ?? 'unknown', condition: said?.condition ?? '' }]
      }),
    ),
    settings: offer?.settings ?? [],
    hours: offer?.hours ?? 'unknown',
    placeName: place?.name ?? '',
    address: place?.address.text ?? '',
    postcode: place?.address.postcode ?? '',
    town: place?.address.town ?? '',
    longitude: longitude === undefined ? '' : String(longitude),
    latitude: latitude === undefined ? '' : String(latitude),
  }
}

/** The point that was typed: null for none, undefined for one that is no place in Denmark. */
export function pointIn({
  longitude,
  latitude,
}: Pick<OfferDraft, 'longitude' | 'latitude'>): Position2d | null | undefined {
  if (longitude.trim() === '' && latitude.trim() === '') return null
  const numbers = [longitude, latitude].map((text) =>
    text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.')),
  )
  return Position2d.safeParse(numbers).data
}

/** The command of a draft; null while something that it needs is missing or cannot be. */
export function publishing(
  draft: OfferDraft,
  municipality: MunicipalityCode,
  before: Offer | undefined,
): Body<'PublishMunicipalOffer'> | null {
  const position = pointIn(draft)
  const postcode = draft.postcode.trim()
  const named = draft.placeName.trim() !== '' && draft.address.trim() !== ''
  const empty = draft.placeName.trim() === '' && draft.address.trim() === ''
  if (draft.document.trim() === '' || draft.offerVersion.trim() === '' || position === undefined) return null
  if (!(named || empty) || (postcode !== '' && !/^\d{4}$/.test(postcode))) return null
  const [first, ...others] = before?.places ?? []
  const address = {
    text: draft.address.trim(),
    postcode: postcode || null,
    town: draft.town.trim() || null,
    darId: null,
    position,
    municipality,
    certainty: 'registered' as const,
  }
  const place = { place: first?.place ?? 'place-1', name: draft.placeName.trim(), address }
  return {
    municipality,
    effectiveFrom: draft.from,
    document: draft.document.trim(),
    offerVersion: draft.offerVersion.trim(),
    services: OfferService.options.map((service) => {
      const said = draft.services[service]
      return { service, included: said?.included ?? 'unknown', condition: said?.condition.trim() || null }
    }),
    settings: [...draft.settings],
    places: named ? [place, ...others] : others,
    hours: draft.hours,
    referralMonths: before?.referralMonths ?? null,
    remarks: before?.remarks ?? null,
    source: null,
  }
}
