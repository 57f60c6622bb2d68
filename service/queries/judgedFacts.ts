import type { AsOf } from '#api/asOf'
import { type CaseSubject, placesOf } from '#events/caseSubject'
import type { CaseId, MunicipalityCode } from '#events/identifiers'
import type { Supposing, Views } from '../projections/views.ts'
import type { CaseFacts } from '../rules/facts.ts'
import { jurisdictionsOn } from '../rules/procedure/datedGeography.ts'
import { caseFacts, factsOf } from './caseFacts.ts'
import type { CaseRecord } from './caseRecords.ts'
import type { World } from './query.ts'

/**
 * All that the rule book asks of a case: the facts of the register without the change and with it, and the regions of its
 * municipalities on the date and today. Throws `NotFound` for a case that was not known then.
 */
export function judgedFacts(
  before: Views,
  changed: Supposing,
  { case: id, subject }: { readonly case: CaseId; readonly subject: CaseSubject },
  at: AsOf,
  world: World,
): CaseFacts {
  return placed(caseFacts(before, changed, id, at, world), subject, at, world)
}

/** The same of an application that need not be the one that was opened. */
export function supposedFacts(before: Views, changed: Supposing, asked: CaseRecord, at: AsOf, world: World): CaseFacts {
  return placed(factsOf(before, changed, asked, at, world), asked.subject, at, world)
}

function placed(facts: CaseFacts, subject: CaseSubject, at: AsOf, world: World): CaseFacts {
  const { areas } = world.geography
  const codes = facts.proposal?.municipalities ?? municipalitiesOf(subject)
  return {
    ...facts,
    jurisdictions: jurisdictionsOn(areas, codes, at.effectiveOn),
    jurisdictionsNow: jurisdictionsOn(areas, codes, world.today),
  }
}

function municipalitiesOf(subject: CaseSubject): MunicipalityCode[] {
  const { from, to } = placesOf(subject)
  const codes = [from?.municipality ?? null, to?.municipality ?? null].filter((code) => code !== null)
  return [...new Set(codes)].toSorted()
}
