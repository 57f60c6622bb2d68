import type { PlanParameters } from '#events/planParameters'
import type { EffectiveDate } from '#events/time'
import { addMonths } from '../calendar.ts'
import type { HomeTherapist, PalliativeAreaFact, PalliativeFacts } from '../facts/palliative.ts'
import { type Asked, defineRule, type Rule, type Verdict } from '../rule.ts'
import { assumption, seed } from '../sources.ts'
import { accepting } from './coverageLevers.ts'

type Limits = Pick<PlanParameters, 'palliativeMinAccepting' | 'surveyMonths' | 'homeRadiusKm'>

/** How many an area has, as far as it is known. */
export interface AreaSupply {
  readonly therapists: number
  readonly accepting: number
  readonly full: number
  /** Nobody has asked them, or not for too long. */
  readonly unknown: number
  /** The survey's counts while it is valid, else null. */
  readonly surveyed: number | null
  /** At least so many accept: the register's or the survey's, never both together, for they are the same people. */
  readonly least: number
}

/** Counts an area's therapists and reads its survey. What was said or surveyed too long ago is not known any more. */
export function supplyOf(
  therapists: readonly HomeTherapist[],
  { survey }: Pick<PalliativeAreaFact, 'survey'>,
  on: EffectiveDate,
  { surveyMonths }: Pick<Limits, 'surveyMonths'>,
): AreaSupply {
  const known = therapists.map(({ accepts, saidOn }) =>
    saidOn !== null && isCurrent(saidOn, on, surveyMonths) ? accepts : null,
  )
  const accepting = known.filter((accepts) => accepts === true).length
  const surveyed = survey !== null && isCurrent(survey.surveyedOn, on, surveyMonths) ? survey.accepting : null
  return {
    therapists: therapists.length,
    accepting,
    full: known.filter((accepts) => accepts === false).length,
    unknown: known.filter((accepts) => accepts === null).length,
    surveyed,
    least: Math.max(accepting, surveyed ?? 0),
  }
}

function isCurrent(saidOn: EffectiveDate, on: EffectiveDate, months: number): boolean {
  return on <= addMonths(saidOn, months)
}

/** The verdicts on an area, worst first; where several areas are concerned the worst one is told. */
const worst: readonly Verdict['outcome'][] = ['breach', 'needs-information', 'pass']

function judgeAreas({ on, areas, lacks }: PalliativeFacts, parameters: Limits): Verdict {
  if (lacks.length > 0)
    return { outcome: 'needs-information', code: 'R-32.incomplete', missing: lacks, params: { missing: [...lacks] } }
  const verdicts = areas.map((area) => judgeArea(area, on, parameters))
  const told = verdicts.toSorted((a, b) => worst.indexOf(a.outcome) - worst.indexOf(b.outcome))[0]
  return told ?? { outcome: 'not-applicable', code: 'R-32.notConcerned' }
}

function judgeArea(fact: PalliativeAreaFact, on: EffectiveDate, parameters: Limits): Verdict {
  const { area, survey } = fact
  const limit = parameters.palliativeMinAccepting
  const before = supplyOf(fact.before, fact, on, parameters)
  const after = supplyOf(fact.after, fact, on, parameters)
  const count = (key: string, value: number | null) => ({ key, value, unit: 'count' as const })
  const shared = {
    measured: [
      { ...count('palliativeAccepting', after.least), limit },
      count('palliativeAcceptingBefore', before.least),
      count('palliativeTherapists', after.therapists),
      count('palliativeFull', after.full),
      count('palliativeUnknown', after.unknown),
      count('palliativeSurveyed', after.surveyed),
    ],
    inputs: fact.inputs,
    evidence: fact.after.flatMap(({ accepts, position }) =>
      position === null
        ? []
        : [
            {
              kind: 'point' as const,
              role: accepts === true ? 'accepting' : accepts === false ? 'full' : 'unknown',
              position,
            },
          ],
    ),
    params: {
      area,
      before: before.least,
      after: after.least,
      limit,
      surveyedOn: survey?.surveyedOn ?? '',
      responsePercent: survey?.responsePercent ?? '',
    },
  }
  if (after.least >= limit) return { ...shared, outcome: 'pass', code: 'R-32.covered' }
  const lacking = (missing: string, code: Verdict['code']): Verdict => ({
    ...shared,
    outcome: 'needs-information',
    code,
    missing: [missing],
  })
  if (survey === null) return lacking('supplySurvey', 'R-32.noSurvey')
  if (!isCurrent(survey.surveyedOn, on, parameters.surveyMonths)) return lacking('supplySurvey', 'R-32.oldSurvey')
  if (survey.accepting === null || after.accepting + after.unknown >= limit)
    return lacking('acceptsNew', 'R-32.acceptanceUnknown')
  return { ...shared, outcome: 'breach', code: before.least >= limit ? 'R-32.newGap' : 'R-32.tooFew' }
}

/**
 * R-32 on whatever facts carry it. A planning aim, which no strength of the catalogue is called: shown as a
 * recommendation, because the region aims at it and no text binds anyone to it. A survey counts who answered, so its
 * figures are a lower bound.
 */
function onFacts<Facts extends Asked & { readonly palliative: PalliativeFacts | null }>(): Rule<Facts> {
  return defineRule<'palliativeMinAccepting' | 'surveyMonths' | 'homeRadiusKm', Facts>({
    id: 'R-32',
    version: 2,
    strength: 'recommendation',
    uses: ['palliativeMinAccepting', 'surveyMonths', 'homeRadiusKm'],
    sources: [seed('S_SEED002', 'survey of supply'), assumption('palliativeMinAccepting'), assumption('homeRadiusKm')],
    levers: [accepting<Facts>()],
    judge({ palliative }, parameters) {
      return palliative === null
        ? { outcome: 'not-applicable', code: 'R-32.notConcerned' }
        : judgeAreas(palliative, parameters)
    },
  })
}

/** R-32 for an application: the areas that it concerns, before and after. */
export const palliativeCoverage: Rule = onFacts()

/** R-32 for follow-up: one area as it stands. */
export const palliativeFollowUp: Rule<Asked & { readonly palliative: PalliativeFacts }> = onFacts()
