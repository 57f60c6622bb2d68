import type { z } from 'zod'
import type { ConsultationRow, CaseStatus as Status } from '#api/views/case'
import type { Participants, RulingOutcome } from '#events/docket'
import type { Finding, FindingSet, Outcome } from '#events/finding'
import { answerToken } from '#events/say/tokens'
import { isDate } from './days.ts'
import { mentions, paragraphsAbout, worstFirst } from './findingTokens.ts'

/** A ruling while it is being written. Nothing in it is in the log. */
export interface RulingDraft {
  /** `disagreement`: no agreement in the committee, so the case goes to the national committee. */
  readonly outcome: RulingOutcome | 'disagreement' | null
  /** `YYYY-MM-DD`, or empty. */
  readonly effectiveFrom: string
  readonly participants: Participants
  readonly reasons: string
  readonly conditions: readonly string[]
}

export type AddressState =
  /** Its rule stands in the reasons. */
  | 'addressed'
  /** A breach that the reasons do not mention. */
  | 'unaddressed'
  /** A hearing that is still open, or information that has not come: an event settles it, or the reasons overrule it. */
  | 'waiting'

export interface ToAddress {
  readonly finding: Finding
  readonly state: AddressState
}

type Hearing = z.infer<typeof ConsultationRow>

/** A municipality's answer that the reasons must speak of. */
export interface AnswerToAddress {
  readonly token: string
  readonly municipality: string
  readonly position: Hearing['answers'][number]['position']
  readonly state: 'addressed' | 'unaddressed'
}

/** What stands between a draft and a ruling; each is shown beside the button, in this order. */
export type Obstacle =
  | {
      readonly code: 'status' | 'outcome' | 'participants' | 'reasons' | 'effectiveFrom' | 'beforeWanted' | 'conditions'
    }
  | { readonly code: 'finding' | 'answer'; readonly token: string }

type CaseStatus = z.infer<typeof Status>

/** What the case itself says about a ruling on it. */
export interface Ruled {
  readonly status: CaseStatus
  readonly wantedFrom: string
  readonly findings: FindingSet | null
  readonly consultations: readonly Hearing[]
}

/** An empty draft: nothing chosen, the full committee present, effective on the date that was applied for. */
export function emptyRuling(effectiveFrom: string): RulingDraft {
  return {
    outcome: null,
    effectiveFrom,
    participants: { regional: 2, municipal: 2, physiotherapists: 4 },
    reasons: '',
    conditions: [],
  }
}

/**
 * Findings that the reasons must speak of: every breach, open hearing and missing piece of information of a rule that
 * binds or is a principle. A refusal overrules none of them but the hearing that it did not wait for.
 */
export function toAddress(
  set: FindingSet | null,
  { reasons, outcome }: Pick<RulingDraft, 'reasons' | 'outcome'>,
): readonly ToAddress[] {
  return worstFirst(set)
    .filter(({ strength }) => strength === 'binding' || strength === 'principle')
    .filter((finding) =>
      outcome === 'refused' ? finding.outcome === 'needs-consultation' : unmet.has(finding.outcome),
    )
    .map((finding) => ({ finding, state: stateOf(finding, reasons) }))
}

/**
 * Municipalities whose latest answer in the round is against or sets conditions: the reasons must speak of each, whatever
 * the ruling. A refusal that follows an objection says so as well.
 */
export function answersToAddress(
  consultations: readonly Hearing[],
  { reasons }: Pick<RulingDraft, 'reasons'>,
): readonly AnswerToAddress[] {
  return consultations.flatMap(({ municipality, answers }) => {
    const position = answers[0]?.position
    if (position !== 'object' && position !== 'conditional') return []
    const token = answerToken(municipality)
    return [{ token, municipality, position, state: mentions(reasons, token) ? 'addressed' : 'unaddressed' }]
  })
}

/** Outcomes that a ruling which grants departs from. */
const unmet: ReadonlySet<Outcome> = new Set(['breach', 'needs-consultation', 'needs-information'])

/** Everything that keeps the draft from being sent, all at once; empty when it can be sent. */
export function obstacles(
  draft: RulingDraft,
  { status, wantedFrom, findings, consultations }: Ruled,
): readonly Obstacle[] {
  const found: Obstacle[] = []
  if (status !== 'heard' && status !== 'tabled') found.push({ code: 'status' })
  if (draft.outcome === null) found.push({ code: 'outcome' })
  const { regional, municipal, physiotherapists } = draft.participants
  if (regional + municipal === 0 || physiotherapists === 0) found.push({ code: 'participants' })
  if (draft.reasons.trim() === '') found.push({ code: 'reasons' })
  if (draft.outcome === 'disagreement') return found
  if (!isDate(draft.effectiveFrom)) found.push({ code: 'effectiveFrom' })
  else if (draft.effectiveFrom < wantedFrom) found.push({ code: 'beforeWanted' })
  if (draft.outcome === 'granted-with-conditions' && conditionsOf(draft).length === 0)
    found.push({ code: 'conditions' })
  for (const { finding, state } of toAddress(findings, draft))
    if (state !== 'addressed') found.push({ code: 'finding', token: finding.rule })
  for (const { token, state } of answersToAddress(consultations, draft))
    if (state !== 'addressed') found.push({ code: 'answer', token })
  return found
}

/** Conditions as they are sent: without blanks, and none unless the ruling has conditions. */
export function conditionsOf(draft: RulingDraft): readonly string[] {
  if (draft.outcome !== 'granted-with-conditions') return []
  return draft.conditions.map((condition) => condition.trim()).filter((condition) => condition !== '')
}

/**
 * A ruling departs from each finding that it had to address; the reason is the paragraphs of the reasons that name the
 * finding.
 */
export function derogationsOf(
  draft: RulingDraft,
  set: FindingSet | null,
): readonly { readonly rule: string; readonly reason: string }[] {
  if (draft.outcome === 'disagreement') return []
  return toAddress(set, draft)
    .filter(({ state }) => state === 'addressed')
    .map(({ finding: { rule } }) => ({
      rule,
      reason: paragraphsAbout(draft.reasons, rule).slice(0, LONGEST_DEROGATION),
    }))
}

/** Characters, as the docket's event allows. */
const LONGEST_DEROGATION = 4000

function stateOf({ rule, outcome }: Finding, reasons: string): AddressState {
  if (mentions(reasons, rule)) return 'addressed'
  return outcome === 'breach' ? 'unaddressed' : 'waiting'
}
