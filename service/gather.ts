import type { Command } from '#api/contract'
import type { RelatedCase } from '#events/case'
import { CaseId, type RegionCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import { isOpen } from './deciders/caseState.ts'
import { Refusal } from './deciders/decider.ts'
import { scenario } from './deciders/scenario.ts'
import { foldStream } from './fold.ts'
import { type GatherParts, known, planOn, readCase, untilCurrent } from './gatherCase.ts'
import { withFindings } from './gatherFindings.ts'
import { type HearingCommand, hearingFacts, openHearingOf } from './gatherHearing.ts'
import { atMeeting, tabledFor } from './gatherMeeting.ts'
import { withProposedSize, withQuotaSize } from './gatherQuota.ts'
import { knownInRegister } from './gatherRegister.ts'
import { halfYearFor } from './halfYears/assembled.ts'
import { type Gather, type Gathered, nothingGathered } from './handle.ts'
import { claimsOn } from './queries/planInForce.ts'
import { SEAL_SCHEME, sealOf } from './replay/knowledge.ts'
import { rulingsMade } from './replay/ruledCase.ts'
import { dataVersionsFor } from './scenarios/dataVersions.ts'
import { contentKey } from './scenarios/decided.ts'
import { scenarioAt } from './scenarios/handedIn.ts'
import type { EventStore } from './store/eventStore.ts'

/**
 * Gathers what a command needs to know beyond its own stream. The case, its hearings and the docket are read from the
 * log itself; the register from the views, once they hold every event that the decision must have seen.
 */
export function createGather(parts: GatherParts): Gather {
  return async (command) => {
    switch (command.type) {
      case 'ComputeFindings':
        return await withFindings(parts, command.data.case, null)
      case 'IssueRuling':
        return {
          ...(await withFindings(parts, command.data.case, command.data.effectiveFrom)),
          ...(await atMeeting(parts.store, command.data)),
          openHearing: openHearingOf(parts.views, command.data.case, parts.world()),
        }
      case 'OpenCase':
        return {
          ...(await withDate(parts, command.data.region, command.data.wantedFrom)),
          ...(await withRelated(parts.store, command.data.relates)),
        }
      case 'CorrectCaseInformation':
        return await withCorrection(parts, command.data)
      case 'SubmitScenario':
        return {
          ...(await withDate(parts, command.data.region, command.data.wantedFrom)),
          ...(await handedIn(parts, command.data)),
        }
      case 'AdoptProposedQuota':
        return await withProposedSize(parts, command.data)
      case 'AdoptQuota':
        return await withQuotaSize(parts, command.data)
      case 'RecordDisagreement':
        return { ...(await withPlan(parts, command.data.case)), ...(await atMeeting(parts.store, command.data)) }
      case 'ApproveMinutes':
        await untilCurrent(parts)
        return { ...nothingGathered, tabled: tabledFor(parts.views, command.data, parts.world().today) }
      case 'DemandReferral':
      case 'SendConsultation':
        return await withPlan(parts, command.data.case)
      case 'RemindConsultation':
      case 'ExtendConsultation':
      case 'RequestConsultationExtension':
      case 'MarkConsultationNotRequired':
      case 'AnswerConsultation':
        return await withHearing(parts, command)
      case 'PublishHalfYearlyData':
        await untilCurrent(parts)
        return { ...nothingGathered, halfYear: halfYearFor(parts.views, parts.world(), command.data) }
      case 'SealRuling':
        return await withSeal(parts, command.data)
      case 'CreateScenario':
      case 'RebaseScenario':
        await untilCurrent(parts)
        return { ...nothingGathered, scenarioGround: await parts.scenarios.planned.ground(command) }
      default:
        return await knownInRegister(parts.store, command)
    }
  }
}

type Submitted = Extract<Command, { type: 'SubmitScenario' }>['data']

/** The scenario at the revision that is handed in, and the open case that it may be in. */
async function handedIn({ store, views, world }: GatherParts, asked: Submitted): Promise<Pick<Gathered, 'handedIn'>> {
  const then = await scenarioAt(store, asked)
  const { state: now, revision } = await foldStream(store, `scenario-${asked.scenario}`, scenario)
  if (then === null || now.status === 'none' || revision < asked.revision)
    throw new Refusal('scenario.unknown', { scenario: asked.scenario })
  const there = now.submitted === null ? null : await readCase(store, CaseId.parse(now.submitted.case))
  const dataVersions = dataVersionsFor(views, world(), then.asOf, then.base)
  return {
    handedIn: {
      name: then.name,
      key: contentKey(then.base, dataVersions, then.changes),
      on: then.changes.filter(({ on }) => on).length,
      inCase: there !== null && isOpen(there.state) ? there.state.file.case : null,
    },
  }
}

type Corrected = Extract<Command, { type: 'CorrectCaseInformation' }>['data']

/** A date that a correction moves the case to is looked at as one of a new case. */
async function withCorrection(parts: GatherParts, { case: id, correction }: Corrected): Promise<Gathered> {
  if (correction.field !== 'wantedFrom') return nothingGathered
  const { state } = await readCase(parts.store, id)
  return state.status === 'none' ? nothingGathered : await withDate(parts, state.file.region, correction.new)
}

/** The earlier case that a new one is about. */
async function withRelated(store: EventStore, relates: RelatedCase | undefined): Promise<Partial<Gathered>> {
  if (relates === undefined) return {}
  const { state } = await readCase(store, relates.case)
  return state.status === 'none' ? {} : known(state)
}

/** Refuses a date before the first rule set of the region, and one that two rule sets claim; each by its name. */
async function withDate(parts: GatherParts, region: RegionCode, wantedFrom: EffectiveDate): Promise<Gathered> {
  await untilCurrent(parts)
  const { views } = parts
  const { firstDay } = claimsOn(views, region, { effectiveOn: wantedFrom, recordedAt: 'now' })
  if (firstDay !== null && wantedFrom < firstDay)
    throw new Refusal('case.beforeRuleSets', { wantedFrom, firstDay, region })
  planOn(parts, { region }, wantedFrom)
  return nothingGathered
}

/** The case as it stands, and what else a hearing's command must know. */
async function withHearing(parts: GatherParts, command: HearingCommand): Promise<Gathered> {
  const { state } = await readCase(parts.store, command.data.case)
  return state.status === 'none' ? nothingGathered : { ...known(state), ...(await hearingFacts(parts, command)) }
}

type Sealing = Extract<Command, { type: 'SealRuling' }>['data']

/** What the committee knew at its ruling, as a digest. */
async function withSeal(parts: GatherParts, { case: id, number }: Sealing): Promise<Gathered> {
  await untilCurrent(parts)
  const { today } = parts.world()
  const ruled = rulingsMade(parts.views, today, id).find(({ data }) => data.number === number)
  const digest = ruled === undefined ? null : sealOf(parts.views, ruled, { today })
  return { ...nothingGathered, ...(digest === null ? {} : { sealed: { scheme: SEAL_SCHEME, digest } }) }
}

/** The case and the parameters in force on its effective date. */
async function withPlan(parts: GatherParts, id: CaseId): Promise<Gathered> {
  const { state } = await readCase(parts.store, id)
  if (state.status === 'none') return nothingGathered
  await untilCurrent(parts)
  const plan = planOn(parts, state.file, state.file.wantedFrom)
  return { ...known(state), plan: plan?.parameters ?? null }
}
