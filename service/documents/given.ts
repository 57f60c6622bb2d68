import type { EvidencePack } from '#api/views/evidence'
import type { Paper } from '#api/views/paper'

type Given = EvidencePack['given'][number]

interface Known {
  readonly paper: Paper
  readonly facts: EvidencePack['facts']
}

/** What a pack can hold that is not made from its events, when it is there, and from which data it comes. */
const all: readonly (Given & { readonly isIn: (known: Known) => boolean })[] = [
  {
    about: 'V',
    dataVersions: ['roads', 'travelTimes', 'population', 'boundaries'],
    da: 'Rejsetid og indbyggere for hvert felt er målt på rejsefladen; pakken har deres summer.',
    en: 'Travel time and inhabitants of each square are measured on the travel surface; the pack has their sums.',
    isIn: ({ paper }) => paper.figures.some(({ ref }) => ref === 'V'),
  },
  {
    about: 'facts.cover.squares',
    dataVersions: ['population', 'inhabitants', 'boundaries'],
    da: 'Indbyggere i hvert felt; felter, der ikke må vises hver for sig (R-40), står samlet.',
    en: 'Inhabitants of each square; squares that may not be shown by themselves (R-40) stand together.',
    isIn: ({ facts }) => isFilled(facts, 'cover'),
  },
  {
    about: 'facts.cap.sizes',
    dataVersions: ['inhabitants'],
    da: 'Patienter i gruppen, så vidt de må fortælles (R-40), af kildens forekomst og indbyggerne.',
    en: 'Patients of the group as far as they may be told (R-40), by the source’s prevalence and the inhabitants.',
    isIn: ({ facts }) => isFilled(facts, 'cap') || isFilled(facts, 'groupSize'),
  },
  {
    about: 'facts.childrensClinic.nearestMetres',
    dataVersions: ['boundaries'],
    da: 'Luftlinje fra kommunens største by til den nærmeste klinik, der opfylder alle krav.',
    en: 'Straight line from the municipality’s largest town to the nearest clinic that meets all criteria.',
    isIn: ({ facts }) => isFilled(facts, 'childrensClinic'),
  },
  {
    about: 'facts',
    dataVersions: ['boundaries'],
    da: 'Registrets stand på virkningsdatoen, som den var kendt, da fundene blev gjort; hændelserne bag står i inputs.',
    en: 'The register on the effective date as it was known when the findings were made; the events behind it stand in inputs.',
    isIn: ({ facts }) => facts !== null,
  },
]

/** What of this pack is given to it, so that nobody takes it for computed. */
export function givenIn(paper: Paper, facts: EvidencePack['facts']): Given[] {
  return all.filter(({ isIn }) => isIn({ paper, facts })).map(({ isIn: _, ...given }) => given)
}

function isFilled(facts: EvidencePack['facts'], part: string): boolean {
  const value = facts?.[part]
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined
}
