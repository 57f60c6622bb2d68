import type { Answer } from '../../../api.ts'
import {
  documented,
  isDocumentedFor,
  type Making,
  opened,
  type PlaceEdit,
  practitioner,
} from '../places/placeChanges.ts'
import type { Solved } from './sitingAsked.ts'

type Chosen = Solved['chosen'][number]
type Provider = Pick<Answer<'clinic'>['providers'][number], 'holder' | 'competences'>

/** What the changes are made with besides the places. */
export interface Specialists extends Making {
  readonly group: string
  /** Who works at a chosen clinic, by the clinic. */
  readonly providers: ReadonlyMap<string, readonly Provider[]>
  /** How sure the municipality of a place is; of one that is not sure it is left open. */
  readonly placements: ReadonlyMap<Chosen, Pick<Answer<'placement'>, 'municipality' | 'certainty'>>
  readonly madeUp: () => string
  readonly newNumber: () => string
  readonly words: {
    readonly issuer: string
    readonly clinicName: (site: Chosen, at: number) => string
    readonly addressText: (site: Chosen, at: number) => string
  }
}

/**
 * One specialist at each place. At a clinic, the first practitioner there who lacks the documentation gets it, and nobody is
 * made up unless there is none. At a town or a point, a clinic and a practitioner are made up.
 */
export function specialistEdits(chosen: readonly Chosen[], making: Specialists): readonly PlaceEdit[] {
  return chosen.flatMap((site, at): readonly PlaceEdit[] => {
    const { group, providers, placements, madeUp, newNumber, words } = making
    const there = site.id === null ? undefined : providers.get(site.id)
    const lacking = there?.find(({ competences }) => !isDocumentedFor(competences, group))
    if (lacking !== undefined) return [documented(making, lacking.holder, group, words.issuer)]
    const person = madeUp()
    const clinic = site.id ?? madeUp()
    const placement = placements.get(site)
    const isSure = placement?.certainty === 'geometry' || placement?.certainty === 'registered'
    const building =
      site.id === null
        ? opened(making, clinic, words.clinicName(site, at), {
            text: words.addressText(site, at),
            postcode: null,
            town: site.name,
            darId: null,
            position: site.position,
            municipality: isSure ? (placement?.municipality ?? null) : null,
            certainty: isSure ? placement.certainty : (placement?.certainty ?? 'unknown'),
          })
        : []
    return [
      ...building,
      ...practitioner(making, clinic, person, newNumber()),
      documented(making, person, group, words.issuer),
    ]
  })
}
