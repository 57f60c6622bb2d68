import type { AsOf } from '#api/asOf'
import type { Scope } from '#api/policy'
import { type ActivityPeriod, daysOf, yearBefore } from '#events/activity'
import { Finding } from '#events/finding'
import type { RegionCode, Specialty } from '#events/identifiers'
import type { PlanParameters } from '#events/planParameters'
import type { EffectiveDate } from '#events/time'
import { municipalitiesOfRegion, regionOf, regionsHeldBy } from '#geo/hierarchy'
import type { Views } from '../projections/views.ts'
import { addDays } from '../rules/calendar.ts'
import { regimeOn } from '../rules/regime.ts'
import { answered, NotFound } from './answered.ts'
import { clinicFigures } from './capacity.ts'
import { halfYearSection, yearlySection } from './followUp/calendar.ts'
import { ceilingSection, placesOfNumbers, smallSection } from './followUp/capacities.ts'
import { controlSection, type Named } from './followUp/control.ts'
import { levelFindings, quotes } from './followUp/level.ts'
import { groupSection, homeSection } from './followUp/municipalities.ts'
import { type Report, type Review, reportedPeriods, reportsOf, reviewsOf } from './followUp/reports.ts'
import { type Examined, reviewSection } from './followUp/reviews.ts'
import { planInForce } from './planInForce.ts'
import type { AnswerOf, ParamsOf, Query, World } from './query.ts'

type Answer = AnswerOf<'followUp'>
type Sections = Omit<Answer, 'rules'>

/** What is hidden where no rule set says how small is small: the smallest count that any rule set may show. */
const strictest = 5

/**
 * Follow-up on the activity that one region reported. Everything is computed anew from the reports as known at the
 * instant; nothing found here is a ruling. The rules are those of the period's last day, for deliveries and the yearly
 * follow-up those of the date looked at.
 */
export const followUp: Query<'followUp'> = (views, at, scope, params, world) => {
  const answer = sectionsOf(views, at, scope, params, world)
  return { ...answer, rules: rulesBehind(answer) }
}

function sectionsOf(
  views: Views,
  at: AsOf,
  scope: Scope,
  { region, period: wanted, specialty = '62' }: ParamsOf<'followUp'>,
  world: World,
): Sections {
  const only = ownMunicipality(scope, region, at, world)
  const { areas } = world.geography
  const regions = regionsHeldBy(areas, region, at.effectiveOn)
  const own = regions.length > 0 ? regions : [region]
  const periods = reportedPeriods(views, at, own)
  const period = wanted ?? periods[0] ?? null
  const base = {
    at: answered(views, at),
    region,
    period,
    periods: [...periods],
    specialty,
    whole: only === null,
    ...calendarOf(views, at, region, own, only, world),
  }
  if (period === null) return { ...nothing, ...base }
  const judged = judgedIn(views, at, region, own, period, world)
  const { judgedOn, then, responsible, plan, parameters, minCell } = judged
  const reports = reportsOf(views, at, own, period)
  const earlier = reportsOf(views, at, own, yearBefore(period))
  const reviews = reviewsOf(views, at, own)
  const ofSpecialty = (all: readonly Report[]) => all.filter((report) => report.specialty === specialty)
  const municipal = parameters === null ? null : { parameters, minCell, only }
  const shared = {
    ...base,
    regime: regimeOn(judgedOn),
    ruleSet: plan === null ? null : { ruleSet: plan.ruleSet, ruleSetVersion: plan.ruleSetVersion },
    groups: municipal === null ? [] : groupSection(ofSpecialty(reports), ofSpecialty(earlier), municipal),
    home: municipal === null ? [] : homeSection(ofSpecialty(reports), reviews, at.effectiveOn, municipal),
  }
  if (only !== null) return { ...nothing, ...shared }
  const places = placesOfNumbers(views, then)
  const control = controlSection(ofSpecialty(reports), reviews, nameIn(views, then, places), parameters, minCell)
  const examined = (of: ActivityPeriod, inSpecialty: Specialty): Examined =>
    of === period && inSpecialty === specialty
      ? { control, home: shared.home }
      : examinedIn(views, at, own, judgedIn(views, at, region, own, of, world), reviews, inSpecialty)
  const here = (municipality: string | null) =>
    municipality !== null && own.includes(regionOf(areas, municipality, judgedOn)?.code ?? '')
  return {
    ...nothing,
    ...shared,
    control,
    reviews: reviewSection(reviews, examined),
    ceilings: ceilingSection(views, at, reports, here, places, parameters, minCell),
    level: {
      ...(parameters === null
        ? { services: null, riding: null }
        : levelFindings(reports, earlier, responsible, areas, parameters)),
      quotes: quotes(views, at, own, periods),
    },
    small: parameters === null ? [] : smallSection(views, then, reports, places, parameters),
  }
}

/** A period as it is judged: on its last day, under the rule set that held then. */
interface Judged {
  readonly period: ActivityPeriod
  readonly judgedOn: EffectiveDate
  readonly then: AsOf
  /** The region whose rule set holds; the one before it in a period before it existed. */
  readonly responsible: RegionCode
  readonly plan: ReturnType<typeof planInForce>
  readonly parameters: PlanParameters | null
  readonly minCell: number
}

function judgedIn(
  views: Views,
  at: AsOf,
  region: RegionCode,
  own: readonly string[],
  period: ActivityPeriod,
  world: World,
): Judged {
  const judgedOn = addDays(daysOf(period).to, -1)
  const then: AsOf = { ...at, effectiveOn: judgedOn }
  const responsible = judgedOn < at.effectiveOn ? (regionThen(region, own, judgedOn, world) ?? region) : region
  const plan = planInForce(views, responsible, then)
  const parameters = plan?.parameters ?? null
  return { period, judgedOn, then, responsible, plan, parameters, minCell: parameters?.minCell ?? strictest }
}

/** The findings that a review of another period or specialty is about. */
function examinedIn(
  views: Views,
  at: AsOf,
  own: readonly string[],
  { period, then, parameters, minCell }: Judged,
  reviews: readonly Review[],
  specialty: Specialty,
): Examined {
  const reports = reportsOf(views, at, own, period).filter((report) => report.specialty === specialty)
  const named = nameIn(views, then, placesOfNumbers(views, then))
  const home =
    parameters === null ? [] : homeSection(reports, reviews, at.effectiveOn, { parameters, minCell, only: null })
  return { control: controlSection(reports, reviews, named, parameters, minCell), home }
}

const nothing = {
  regime: null,
  ruleSet: null,
  control: { rows: [], mean: null, spreadOere: null, thresholdPercent: null, minPatients: null },
  reviews: [],
  ceilings: [],
  groups: [],
  home: [],
  level: { services: null, riding: null, quotes: [] },
  small: [],
} satisfies Partial<Answer>

/**
 * The municipality that asks, or null for the region itself. Throws `NotFound` for a region that is not the asker's:
 * economics of another region are not to be known of.
 */
function ownMunicipality(scope: Scope, region: RegionCode, at: AsOf, world: World): string | null {
  const { areas } = world.geography
  if (scope.reach === 'all' || (scope.reach === 'region' && scope.regions.includes(region))) return null
  const { organisation } = scope
  const isTheirs = organisation !== null && regionOf(areas, organisation, at.effectiveOn)?.code === region
  if (scope.reach === 'municipality' && isTheirs) return organisation
  throw new NotFound(`Follow-up of region ${region}`)
}

/** The one of the regions that existed on the day; undefined when none or several did. */
function regionThen(region: RegionCode, own: readonly string[], on: string, world: World): RegionCode | undefined {
  const known = world.geography.areas.regions.filter(
    ({ code, validFrom, validTo }) =>
      own.includes(code) && (validFrom ?? '') <= on && (validTo === null || on < validTo),
  )
  // The code comes from the catalogue of areas.
  return known.some(({ code }) => code === region) ? region : (known[0]?.code as RegionCode | undefined)
}

function calendarOf(
  views: Views,
  at: AsOf,
  region: RegionCode,
  own: readonly string[],
  only: string | null,
  { geography }: World,
): Pick<Answer, 'halfYears' | 'yearly' | 'renewal'> {
  const plan = planInForce(views, region, at)
  if (plan === null) return { halfYears: { periods: [], rows: [] }, yearly: [], renewal: null }
  const municipalities = only === null ? municipalitiesOfRegion(geography.areas, region, at.effectiveOn) : [only]
  return {
    halfYears: halfYearSection(views, at, own, municipalities, plan.parameters),
    ...(only === null ? yearlySection(views, at, own, plan.parameters) : { yearly: [], renewal: null }),
  }
}

/** What a clinic or number is called and where it is, on the period's last day. */
function nameIn(views: Views, at: AsOf, places: ReturnType<typeof placesOfNumbers>): (report: Report) => Named {
  const clinics = clinicFigures(views, at)
  return ({ about }) => {
    const place = about.level === 'provider' ? places.get(about.id) : undefined
    const clinic = clinics.get(about.level === 'provider' ? (place?.clinic ?? '') : about.id)
    return { name: clinic?.name ?? about.id, municipality: clinic?.municipality ?? null }
  }
}

/** The rules that found something, each once, with the parameters and sources that its findings carry. */
function rulesBehind(answer: Sections): Answer['rules'] {
  const findings = [
    ...answer.control.rows.flatMap(({ finding, progressive }) => [finding, progressive]),
    ...answer.ceilings.map(({ finding }) => finding),
    ...answer.groups.map(({ finding }) => finding),
    ...answer.home.map(({ finding }) => finding),
    answer.level.services,
    answer.level.riding,
    ...answer.small.map(({ finding }) => finding),
    ...answer.halfYears.rows.map(({ finding }) => finding),
    ...answer.yearly.map(({ finding }) => finding),
    answer.renewal,
  ]
  const rules = new Map<string, Answer['rules'][number]>()
  for (const finding of findings) {
    // The sections carry whole findings; what the answer does not tell of each is left out on its way.
    if (finding !== null && !rules.has(finding.rule)) rules.set(finding.rule, Finding.parse(finding))
  }
  return [...rules.values()].toSorted((a, b) => a.rule.localeCompare(b.rule))
}
