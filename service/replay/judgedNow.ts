import type { AsOf } from '#api/asOf'
import type { EventId } from '#events/envelope'
import { bySeverity, type Finding } from '#events/finding'
import type { CaseId } from '#events/identifiers'
import { type Supposing, supposing, supposingWithout, type Views } from '../projections/views.ts'
import { type CaseRecord, caseRecords } from '../queries/caseRecords.ts'
import { withGround } from '../queries/facts/coverage.ts'
import { supposedFacts } from '../queries/judgedFacts.ts'
import { planInForce } from '../queries/planInForce.ts'
import type { World } from '../queries/query.ts'
import { responsibleRegion } from '../rules/responsibleRegion.ts'
import { evaluate } from '../rules/rulebook.ts'
import type { Scenarios } from '../scenarios.ts'
import { positionBefore, type Ruled } from './ruledCase.ts'

/** Findings as they would be now, and the rules that they are judged by. */
export interface JudgedNow {
  readonly ruleSet: string
  readonly ruleSetVersion: number
  readonly findings: readonly Finding[]
}

/** Judges by all that is known now but the events left out; null where no rule set holds. */
export type JudgeNow = (leftOut: readonly EventId[]) => JudgedNow | null

/**
 * The views as they are known now, had this ruling not been carried out: what a ruling did to the register is no news
 * about what it was made on.
 */
export function withoutConsequence(views: Views, { data, knownAt }: Ruled): Supposing {
  const own = views
    .statement<{ id: EventId }>(
      `SELECT e.id FROM event e WHERE e.case_id = :case AND e.corrects IS NULL AND e.recorded_at > :knownAt
         AND substr(e.stream, 1, instr(e.stream, '-') - 1) NOT IN ('case', 'consultation', 'docket', 'meeting', 'message', 'seal')
       ORDER BY e.number`,
    )
    .all({ case: data.case, knownAt })
  return supposingWithout(
    views,
    own.map(({ id }) => id),
  )
}

/**
 * The rule book on the application as it is known now, on the ruling's date and under the rules known now for that date.
 * What it changes is decided as on the day of the ruling. `procedure` is when the case and its hearings are looked at.
 */
export async function judgingNow(
  views: Views,
  scenarios: Scenarios,
  ruled: Ruled,
  { record, procedure }: { readonly record: CaseRecord; readonly procedure: AsOf },
  world: World,
): Promise<JudgeNow> {
  const { ruledOn, recordedAt, data } = ruled
  const at: AsOf = { effectiveOn: data.known.effectiveOn, recordedAt: 'now' }
  const then = { position: positionBefore(views, ruled), today: ruledOn, now: recordedAt }
  const change = await scenarios.changeThen(record, then)
  // Rules that look at the day look at the day of the ruling.
  const onTheDay = { ...(await withGround(views, record.subject, at, world)), today: ruledOn }
  const caseInputs = saidIn(views, data.case)
  return (leftOut) =>
    withoutConsequence(
      views,
      ruled,
    )((without) =>
      supposingWithout(
        without,
        leftOut,
      )((before) => {
        const plan = planInForce(before, responsibleRegion(record.region, at.effectiveOn), at)
        const asked = leftOut.length === 0 ? record : caseRecords(before, procedure, data.case)[0]
        if (plan === null || asked === undefined) return null
        const facts = supposedFacts(before, supposing(before, change), asked, at, onTheDay)
        const findings = evaluate({ ...facts, caseInputs }, plan.parameters)
        const { ruleSet, ruleSetVersion } = plan
        return { ruleSet, ruleSetVersion, findings: findings.map((one) => ofLog(views, one)).toSorted(bySeverity) }
      }),
    )
}

/** Events that say what is applied for; not what was recorded about the handling. */
function saidIn(views: Views, id: CaseId): readonly EventId[] {
  return views
    .statement<{ id: EventId }>(
      `SELECT e.id FROM event e WHERE e.stream = 'case-' || :id
         AND e.type IN ('CaseOpened', 'CaseInformationSupplied', 'CaseInformationCorrected') ORDER BY e.number`,
    )
    .all({ id })
    .map((row) => row.id)
}

/** What the supposed change says of itself is no event of the log. */
function ofLog(views: Views, finding: Finding): Finding {
  const known = views.statement('SELECT 1 FROM event WHERE id = :id')
  return { ...finding, inputs: finding.inputs.filter((id) => known.get({ id }) !== undefined) }
}
