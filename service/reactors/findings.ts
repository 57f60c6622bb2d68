import type { DomainEvent } from '#events/catalogue'
import { type CaseId, CaseId as CaseIdSchema, RegionCode } from '#events/identifiers'
import { regionsTogether } from '../rules/responsibleRegion.ts'
import { hearingOf } from './heard.ts'
import type { Reactor } from './reactor.ts'

/**
 * Computes findings again whenever something that they rest on was recorded: the case itself, its hearings, and every
 * event of the committee's docket for all open cases of the region, so that the next ruling sees the last one's effect.
 * Remembers which cases are open; it must therefore see the log from its start.
 */
export function createFindings(): Reactor & {
  /** Takes note of an event without computing; answers the cases whose findings it touches. */
  touched(event: DomainEvent): readonly CaseId[]
} {
  const regions = new Map<CaseId, RegionCode>()

  function touched(event: DomainEvent): readonly CaseId[] {
    switch (event.type) {
      case 'CaseOpened':
        regions.set(event.data.case, event.data.region)
        return [event.data.case]
      case 'CaseRuled':
      case 'CaseWithdrawn':
      case 'CaseReferred':
        regions.delete(caseOf(event.stream))
        return []
      case 'CaseInformationSupplied':
      case 'CaseInformationCorrected':
      case 'ConsultationProposed':
        return [caseOf(event.stream)]
      case 'ConsultationSent':
      case 'ConsultationNotRequired':
      case 'ConsultationDeadlineExtended':
      case 'ConsultationAnswered':
      case 'ConsultationClosedWithoutAnswer':
        return [hearingOf(event.stream).caseId]
      case 'RulingIssued':
      case 'RulingWithdrawn':
      case 'DisagreementRecorded':
      case 'ReferralDemanded':
      case 'ReferredToNationalCommittee':
      case 'RulingPublished':
        return openIn(event).filter((id) => id !== event.data.case)
      default:
        return []
    }
  }

  /** Open cases of the docket's committee, after a merger those of the regions that it took over too. */
  function openIn({ stream, effectiveFrom }: DomainEvent): CaseId[] {
    const committee = RegionCode.parse(stream.slice('docket-'.length))
    const ruled = regionsTogether(committee, effectiveFrom)
    return [...regions].flatMap(([id, of]) => (ruled.includes(of) ? [id] : []))
  }

  return {
    name: 'findings',
    touched,
    async on(event, { send }) {
      for (const id of touched(event)) await send({ type: 'ComputeFindings', data: { case: id, unlessSame: true } })
    },
  }
}

function caseOf(stream: string): CaseId {
  return CaseIdSchema.parse(stream.slice('case-'.length))
}
