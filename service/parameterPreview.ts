import type { AsOf } from '#api/asOf'
import { bySeverity, type Finding } from '#events/finding'
import { isParameter } from '#events/parameterBounds'
import type { EffectiveDate } from '#events/time'
import { Refusal } from './deciders/decider.ts'
import type { Views } from './projections/views.ts'
import { answered } from './queries/answered.ts'
import { maySee } from './queries/caseAccess.ts'
import { type CaseRecord, caseRecords, isOpen } from './queries/caseRecords.ts'
import { judgedFacts } from './queries/judgedFacts.ts'
import { type PlanInForce, planInForce } from './queries/planInForce.ts'
import type { AnswerOf, AsyncQuery } from './queries/query.ts'
import { responsibleRegion } from './rules/responsibleRegion.ts'
import { evaluate, rulesFor } from './rules/rulebook.ts'
import type { Scenarios } from './scenarios.ts'

type Row = AnswerOf<'parameterPreview'>['cases'][number]

/**
 * What a changed parameter would do to the open cases: the rule book on the same facts, with the parameters as they are
 * and as they would be. The change itself is decided as the command would be, so a bad value is refused the same way, and
 * a later change of the same parameter is left standing.
 */
export function createParameterPreview(scenarios: Scenarios): AsyncQuery<'parameterPreview'> {
  return async (views, _at, scope, { region, ruleSet, key, value, from }, world) => {
    const to = readValue(key, value)
    const changed = await scenarios.supposingThat({
      type: 'ChangeParameter',
      data: { region, ruleSet, key, to, effectiveFrom: from, reason: 'preview' },
    })
    const now: AsOf = { effectiveOn: world.today, recordedAt: 'now' }
    const open = caseRecords(views, now).filter((record) => isOpen(record) && maySee(scope, record))
    const planOn = (among: Views, { region: of, wantedFrom }: CaseRecord): PlanInForce | null => {
      const responsible = responsibleRegion(of, wantedFrom)
      return responsible === region ? planInForce(among, region, onDate(wantedFrom)) : null
    }
    const judged = open.flatMap((record) => {
      const plan = planOn(views, record)
      return plan?.ruleSet === ruleSet ? [{ record, plan }] : []
    })
    const plansAfter = changed((after) => judged.map(({ record }) => planOn(after, record)))
    const cases: Row[] = []
    for (const [index, { record, plan }] of judged.entries()) {
      const planAfter = plansAfter[index] ?? null
      if (planAfter === null || !readsOneOf(record, differing(plan, planAfter))) continue
      const withCase = await scenarios.supposing(record.case)
      const facts = judgedFacts(views, withCase, record, onDate(record.wantedFrom), world)
      const changes = turned(evaluate(facts, plan.parameters), evaluate(facts, planAfter.parameters))
      if (changes.length > 0) cases.push({ ...rowOf(record), changes })
    }
    return { at: answered(views, now), examined: judged.length, cases }
  }
}

function onDate(effectiveOn: EffectiveDate): AsOf {
  return { effectiveOn, recordedAt: 'now' }
}

/** Findings whose outcome is another one after than before, the worst after first. */
function turned(before: readonly Finding[], after: readonly Finding[]): Row['changes'] {
  return after.toSorted(bySeverity).flatMap(({ rule, outcome }) => {
    const was = before.find((one) => one.rule === rule)?.outcome
    return was === undefined || was === outcome ? [] : [{ rule, before: was, after: outcome }]
  })
}

/** Names of the parameters that differ. */
function differing({ parameters: a }: PlanInForce, { parameters: b }: PlanInForce): ReadonlySet<string> {
  const before = new Map<string, unknown>(Object.entries(a))
  return new Set(Object.entries(b).flatMap(([key, value]) => (before.get(key) === value ? [] : [key])))
}

/** True when a rule that governs the case reads one of the parameters; no other case can change. */
function readsOneOf({ type }: CaseRecord, keys: ReadonlySet<string>): boolean {
  return rulesFor(type).some(({ uses }) => uses.some((key) => keys.has(key)))
}

function rowOf({ case: id, number, type, applicant, wantedFrom }: CaseRecord): Omit<Row, 'changes'> {
  return { case: id, number, type, applicant, wantedFrom }
}

/** A number, a yes or a no, else the text itself. Throws `Refusal` for a parameter that is none. */
function readValue(key: string, text: string): number | boolean | string {
  if (!isParameter(key)) throw new Refusal('plan.unknownParameter', { key })
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  if (text === 'true' || text === 'false') return text === 'true'
  return text
}
