import type { LikeFeatures } from '#api/views/likeCases'
import { type CaseSubject, placesOf } from '#events/caseSubject'
import type { ConsultationPosition } from '#events/consultation'
import type { Finding } from '#events/finding'
import type { MunicipalityCode } from '#events/identifiers'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { distanceM } from '#geo/distance'
import { distanceClass, voiceOf } from './likeness.ts'

/** The features that cases are compared by. Findings are null before the first check, answers where they are not for the asker. */
export function featuresOf(
  subject: CaseSubject,
  findings: readonly Finding[] | null,
  latest: readonly (ConsultationPosition | null)[] | null,
  areas: Pick<AreaCatalogue, 'healthCouncils'>,
): LikeFeatures {
  const { from, to } = placesOf(subject)
  const moves = from !== to && from !== null && to !== null
  const codes = [from?.municipality ?? null, to?.municipality ?? null]
  const known = codes.filter((code) => code !== null)
  const isWhole = known.length === codes.length
  const municipality: MunicipalityCode[] | null = isWhole ? [...new Set(known)].toSorted() : null
  const places = moves && from.position !== null && to.position !== null ? [from.position, to.position] : null
  const [start, end] = places ?? []
  return {
    municipality,
    council: municipality === null ? null : councilsOf(municipality, areas),
    crossing: moves && isWhole ? codes[0] !== codes[1] : null,
    distance: start === undefined || end === undefined ? null : distanceClass(distanceM(start, end)),
    breaches: findings === null ? null : breachesIn(findings),
    positions: latest === null ? null : voiceOf(latest),
  }
}

/** Health councils of the municipalities; null unless each one's is known. */
function councilsOf(codes: readonly string[], { healthCouncils }: Pick<AreaCatalogue, 'healthCouncils'>) {
  const names = codes.map(
    (code) => healthCouncils.known.find(({ municipalities }) => municipalities?.includes(code))?.name,
  )
  const known = names.filter((name) => name !== undefined)
  return known.length < names.length || known.length === 0 ? null : [...new Set(known)].toSorted()
}

/** Rules that bind, or are a principle, and are breached. */
function breachesIn(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ outcome, strength }) => outcome === 'breach' && (strength === 'binding' || strength === 'principle'))
    .map(({ rule }) => rule)
    .toSorted()
}
