import type { DocketCommand } from '#api/commands/docket'
import type { Finding, FindingSet } from '#events/finding'
import type { RegionCode } from '#events/identifiers'
import { countSides } from '#events/meeting'
import type { EffectiveDate } from '#events/time'
import { needingReason } from '../rules/procedure/committeeDecision.ts'
import { partiesMissing } from '../rules/procedure/quorum.ts'
import { responsibleRegion } from '../rules/responsibleRegion.ts'
import { type Context, Refusal } from './decider.ts'

type IssueRuling = Extract<DocketCommand, { type: 'IssueRuling' }>['data']

/**
 * Refuses a ruling that the committee cannot make yet, or not like this; answers the findings that it is made on.
 * Findings are compared twice: with the docket as it is, and with what people last saw.
 */
export function refuseUnready(command: IssueRuling, docketRevision: number, context: Context): FindingSet {
  const { caseStatus, caseKnown, findings } = context
  if (caseStatus === null || caseKnown === null) throw new Refusal('docket.unknownCase', { case: command.case })
  refuseOtherCommittee(command.committee, caseKnown.region, context.today)
  if (caseStatus !== 'heard' && caseStatus !== 'tabled') throw new Refusal('docket.notReady', { status: caseStatus })
  refuseForm(command)
  refuseOthersThanSat(command, context)
  const { openHearing = null } = context
  if (openHearing !== null && command.despiteOpenHearing !== true) throw new Refusal('docket.hearingOpen', openHearing)
  if (command.effectiveFrom < caseKnown.wantedFrom)
    throw new Refusal('docket.beforeWanted', { effectiveFrom: command.effectiveFrom, wantedFrom: caseKnown.wantedFrom })
  if (command.docketRevision !== docketRevision)
    throw new Refusal('docket.staleFindings', { seen: command.docketRevision, current: docketRevision })
  if (findings === null) throw new Refusal('docket.noRuleSet', { case: command.case })
  if (findings.docketRevision !== docketRevision)
    throw new Refusal('docket.effectPending', { seen: findings.docketRevision, current: docketRevision })
  const rules = changedRules(caseKnown.findings, findings)
  if (rules.length > 0) throw new Refusal('docket.findingsChanged', { rules })
  refuseUnreasoned(command, findings.findings)
  return findings
}

/** Refuses any committee but the one responsible on the day, whichever region the case was opened under. */
export function refuseOtherCommittee(committee: RegionCode, opened: RegionCode, today: EffectiveDate): void {
  const region = responsibleRegion(opened, today)
  if (region !== committee) throw new Refusal('docket.otherCommittee', { region, committee })
}

/** Refuses a ruling of one party alone, and conditions that its outcome does not speak of. */
function refuseForm({ participants, ...ruling }: IssueRuling): void {
  const [side] = partiesMissing(participants)
  if (side !== undefined) throw new Refusal('docket.sideMissing', { side })
  refuseConditions(ruling)
}

/** Conditions stand exactly where the outcome speaks of them. */
export function refuseConditions({ outcome, conditions }: Pick<IssueRuling, 'outcome' | 'conditions'>): void {
  if (outcome === 'granted-with-conditions' && conditions.length === 0) throw new Refusal('docket.conditionsNeeded')
  if (outcome !== 'granted-with-conditions' && conditions.length > 0) throw new Refusal('docket.conditionsUnexpected')
}

/** At a meeting, those decide who sit there and have no conflict of interest in the case; nobody writes others down. */
export function refuseOthersThanSat(
  { participants }: Pick<IssueRuling, 'participants'>,
  { tookPart }: Pick<Context, 'tookPart'>,
): void {
  if (tookPart === undefined) return
  const { regional, municipal, physiotherapists } = countSides(tookPart)
  const others =
    participants.regional !== regional ||
    participants.municipal !== municipal ||
    participants.physiotherapists !== physiotherapists
  if (others) throw new Refusal('docket.otherParticipants', { regional, municipal, physiotherapists })
}

/** Rules whose outcome is not the one that was shown last; all of them when nothing was shown. */
function changedRules(shown: FindingSet | null, fresh: FindingSet): string[] {
  if (shown === null) return fresh.findings.map(({ rule }) => rule)
  const before = new Map(shown.findings.map(({ rule, outcome }) => [rule, outcome]))
  const after = new Map(fresh.findings.map(({ rule, outcome }) => [rule, outcome]))
  const rules = new Set([...before.keys(), ...after.keys()])
  return [...rules].filter((rule) => before.get(rule) !== after.get(rule)).toSorted()
}

/**
 * A ruling that grants gives a reason for every finding it overrules. One that refuses overrules no breach, but it still
 * answers for a hearing that it did not wait for.
 */
function refuseUnreasoned({ outcome, derogations }: IssueRuling, findings: readonly Finding[]): void {
  const unmet = needingReason(findings)
  const needed = outcome === 'refused' ? unmet.filter((finding) => finding.outcome === 'needs-consultation') : unmet
  const given = derogations.map(({ rule }) => rule)
  const missing = needed.filter(({ rule }) => !given.includes(rule)).map(({ rule }) => rule)
  if (missing.length > 0) throw new Refusal('docket.reasonsMissing', { rules: missing })
  const stray = given.filter((rule, index) => given.indexOf(rule) < index || !unmet.some((one) => one.rule === rule))
  if (stray.length > 0) throw new Refusal('docket.nothingToOverrule', { rules: stray })
}
