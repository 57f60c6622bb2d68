import type { CaseSubject } from '#events/caseSubject'
import type { DocumentationFact } from '../../rules/facts/riding.ts'
import { isKnown, lackingIn } from '../../rules/riding/ridingDocumentation.ts'
import { countedIn, holdingOn, territoryOf } from '../ridingLedger.ts'
import { agreementOn, type Setting } from './ridingSetting.ts'

/** How far the region's agreements are documented, and the case's own; null where the case has no agreement. */
export function documentationFact(subject: CaseSubject, setting: Setting): DocumentationFact | null {
  const { before, on, region, world } = setting
  const own = ownDocumentation(subject, setting)
  if (own === null) return null
  const territory = territoryOf(world.geography.areas, region, on)
  const counted = holdingOn(countedIn(before, territory), on)
  const undocumented = counted.filter((one) => lackingIn(one).length > 0).map(({ agreement }) => agreement)
  return { of: counted.length, documented: counted.length - undocumented.length, undocumented, own }
}

/** A new agreement's source document and accession are the ruling itself, so only its area can be missing. */
function ownDocumentation(
  subject: CaseSubject,
  { before, after, on }: Setting,
): NonNullable<DocumentationFact['own']> | null {
  switch (subject.type) {
    case 'A7':
    case 'A8':
      return [{ agreement: subject.agreement, lacks: isKnown(subject.area) ? [] : ['area'] }]
    case 'A9':
    case 'A10': {
      const now = agreementOn(before, subject.agreement, on) ?? agreementOn(after, subject.agreement, on)
      return now === null ? [] : [{ agreement: now.agreement, lacks: lackingIn(now) }]
    }
    default:
      return null
  }
}
