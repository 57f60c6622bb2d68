import { addDays } from '../calendar.ts'
import type { HomeTherapist, PalliativeFacts } from '../facts/palliative.ts'
import type { CaseFacts } from '../facts.ts'
import type { Lever } from '../flip.ts'

/** Days to look ahead and back: ten years, longer than any documentation holds. */
const reachDays = 3660

/** the day from which the documentation no longer holds; not before it was issued. */
export const expiresOn: Lever<CaseFacts> = {
  key: 'expiresOn',
  unit: 'days',
  reach: reachDays,
  move(facts, by) {
    const { documentation } = facts
    if (documentation === null || documentation.expiresOn === null) return null
    const on = addDays(documentation.expiresOn, by)
    if (documentation.issuedOn !== null && on < documentation.issuedOn) return null
    return { ...facts, documentation: { ...documentation, expiresOn: on } }
  },
  says: ({ documentation }) => {
    const to = documentation?.expiresOn ?? null
    return to === null ? {} : { to }
  },
}

/**
 * therapists of the area who accept new patients, by the register. Several areas at once are several questions, and
 * no one number turns them.
 */
export function accepting<Facts extends { readonly palliative: PalliativeFacts | null }>(): Lever<Facts> {
  return {
    key: 'accepting',
    unit: 'count',
    reach: 1000,
    move(facts, by) {
      const { palliative } = facts
      const [area, ...others] = palliative?.areas ?? []
      if (palliative === null || area === undefined || others.length > 0) return null
      const after = by < 0 ? withFewer(area.after, -by) : withMore(area.after, by, palliative.on)
      return after === null ? null : { ...facts, palliative: { ...palliative, areas: [{ ...area, after }] } }
    },
  }
}

function withMore(therapists: readonly HomeTherapist[], by: number, saidOn: HomeTherapist['saidOn']) {
  const more = Array.from({ length: by }, () => ({ accepts: true, saidOn, position: null, radiusKm: null }))
  return [...therapists, ...more]
}

/** The therapists when so many of those who accept no longer do; null where there are not so many. */
function withFewer(therapists: readonly HomeTherapist[], by: number): readonly HomeTherapist[] | null {
  // Those who said so last go first: what was said too long ago does not count anyway.
  const leaving = therapists
    .filter(({ accepts }) => accepts === true)
    .toSorted((a, b) => (b.saidOn ?? '').localeCompare(a.saidOn ?? ''))
    .slice(0, by)
  return leaving.length < by
    ? null
    : therapists.map((one) => (leaving.includes(one) ? { ...one, accepts: false } : one))
}

/** the uplift that the agreement was sized with, in whole percentage points. */
export const uplift: Lever<CaseFacts> = {
  key: 'uplift',
  unit: 'share',
  reach: 1000,
  move(facts, by) {
    const proposal = facts.section2?.proposal ?? null
    if (facts.section2 === null || proposal === null) return null
    const upliftPercent = proposal.figures.upliftPercent + by
    if (upliftPercent < -90 || upliftPercent > 1000) return null
    const figures = { ...proposal.figures, upliftPercent }
    return { ...facts, section2: { ...facts.section2, proposal: { ...proposal, figures } } }
  },
}
