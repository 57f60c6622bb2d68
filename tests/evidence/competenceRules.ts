import type { Again, Answer, Asked } from './asked.ts'
import { days, later, monthsLater } from './calendar.ts'
import { covered, perMille } from './cover.ts'
import { type Fraction, fraction, less, plus, times, whole } from './fractions.ts'

type Size = NonNullable<Asked['facts']['cap']>['sizes'][string]

/** `max(minimum, rounded(P x k x N / sum))`; nobody at all gives the minimum. */
function cap({ parameter, text }: Asked, physiotherapists: number, people: number, all: number): number {
  const least = parameter('capMinimum')
  if (all === 0) return least
  const over = BigInt(physiotherapists * parameter('capFactorHundredths') * people)
  const under = BigInt(100 * all)
  const rounded = {
    floor: over / under,
    ceil: (over + under - 1n) / under,
    nearest: (2n * over + under) / (2n * under),
  }
  const by = text('capRounding')
  return Math.max(least, Number(rounded[by === 'floor' || by === 'ceil' ? by : 'nearest']))
}

function capBy(asked: Asked, size: Size | undefined, physiotherapists: number): number | null {
  if (size === undefined) return null
  const { people, all, own, others } = size
  if (people.value !== undefined && all.value !== undefined)
    return people.state === 'value' && all.state === 'value'
      ? cap(asked, physiotherapists, people.value, all.value)
      : null
  if (people.state !== 'value' || own.most === null || others.most === null) return null
  const low = cap(asked, physiotherapists, own.least, own.least + others.most)
  return low === cap(asked, physiotherapists, own.most, own.most + others.least) ? low : null
}

function bySet(set: readonly { readonly cap: number; readonly before: number; readonly after: number }[]) {
  const tight = Math.min(...set.map((one) => one.cap - one.after))
  return set.find((one) => one.cap - one.after === tight)
}

/** without R-29, which has no numbers. */
export const competenceRules: Readonly<Record<string, Again>> = {
  'R-27': (asked) => {
    const { cap: facts, proposal } = asked.facts
    const { nth, text } = asked
    if (proposal !== undefined && proposal.caps.length > 0) {
      const below = proposal.caps.filter((one) => one.documented > one.cap)
      return {
        values: {
          capsProposed: proposal.caps.length,
          capsBelowDocumented: below.length,
          documentedInArea: below[nth]?.documented ?? null,
        },
        limits: { capsBelowDocumented: 0, documentedInArea: below[nth]?.cap ?? null },
        said: { caps: proposal.caps.length, below: below.length },
      }
    }
    if (facts === null) return {}
    const made = ({ before, after }: { before: number; after: number }, limit: number | null) => ({
      limits: { documentedInArea: limit },
      said: { before, after, cap: limit, excess: limit === null ? null : Math.max(0, after - limit) },
      values: { documentedInArea: after, documentedBefore: before },
    })
    const held = bySet(facts.set)
    if (held !== undefined) return made(held, held.cap)
    const by = (basis: string) => capBy(asked, facts.sizes[basis], facts.physiotherapists)
    const free = made(facts, by(text('capBasis')))
    const sized: Record<string, Answer> = {
      physiotherapists: facts.physiotherapists,
      capByPrevalence: by('prevalence'),
      capByUsers: by('users'),
    }
    return { ...free, values: { ...free.values, ...sized } }
  },

  'R-28': ({ facts, finding, parameter, least, measure, told }) => {
    const cover = facts.cover.find(({ group }) => group === finding.params.group)
    if (cover === undefined) return {}
    const limits = { coverageMaxKm: parameter('coverageMaxKm'), detourHundredths: parameter('detourHundredths') }
    const { people, before, after, farthestM, providers } = covered(cover, limits, least)
    // Of several that hidden squares leave possible, the one that was told; each figure is asked for by itself.
    const was = perMille(before, people, told)
    const is = perMille(after, people, told)
    return {
      values: { coveredBefore: was, coveredAfter: is, farthestByRoad: farthestM, documentedAfter: providers },
      limits: {
        coveredAfter: 1000,
        farthestByRoad: limits.coverageMaxKm * 1000,
        documentedAfter: measure === null ? null : parameter('coverageMinProviders'),
      },
      said: { providers, before: was, after: is },
    }
  },

  'R-30': ({ facts, parameter }) => {
    const { issuedOn = null, expiresOn = null } = facts.documentation ?? {}
    if (issuedOn === null) return { said: { on: facts.wantedFrom } }
    const longest = monthsLater(issuedOn, 12 * parameter('competenceYears'))
    const ends = expiresOn !== null && expiresOn < longest ? expiresOn : longest
    const left = days(facts.wantedFrom, ends)
    return {
      values: { daysOfValidity: left },
      limits: { daysOfValidity: 0 },
      said: {
        issuedOn,
        expiresOn: ends,
        graceUntil: later(ends, parameter('competenceGraceDays')),
        on: facts.wantedFrom,
        days: left,
      },
    }
  },

  'R-31': ({ facts, parameter }) => {
    const { criteria = null, nearestMetres = null } = facts.childrensClinic ?? {}
    const metres = nearestMetres === null ? null : Math.round((nearestMetres * parameter('detourHundredths')) / 100)
    return {
      values: { nearestChildrensClinic: metres },
      limits: { nearestChildrensClinic: parameter('coverageMaxKm') * 1000 },
      said: {
        met: Object.values(criteria ?? {}).filter((one) => one === true).length,
        maxKm: parameter('coverageMaxKm'),
      },
    }
  },

  'R-32': ({ facts, finding, parameter }) => {
    const area = facts.palliative?.areas.find((one) => one.area === finding.params.area)
    const on = facts.palliative?.on ?? facts.wantedFrom
    if (area === undefined) return {}
    const isCurrent = (said: string | null) => said !== null && on <= monthsLater(said, parameter('surveyMonths'))
    const survey = area.survey !== null && isCurrent(area.survey.surveyedOn) ? area.survey.accepting : null
    const count = (all: typeof area.after) => {
      const said = all.map(({ accepts, saidOn }) => (isCurrent(saidOn) ? accepts : null))
      const accepting = said.filter((one) => one === true).length
      return {
        least: Math.max(accepting, survey ?? 0),
        full: said.filter((one) => one === false).length,
        unknown: said.filter((one) => one === null).length,
      }
    }
    const [before, after] = [count(area.before), count(area.after)]
    const limit = parameter('palliativeMinAccepting')
    return {
      values: {
        palliativeAccepting: after.least,
        palliativeAcceptingBefore: before.least,
        palliativeTherapists: area.after.length,
        palliativeFull: after.full,
        palliativeUnknown: after.unknown,
        palliativeSurveyed: survey,
      },
      limits: { palliativeAccepting: limit },
      said: {
        before: before.least,
        after: after.least,
        limit,
        surveyedOn: area.survey?.surveyedOn ?? null,
        responsePercent: area.survey?.responsePercent ?? null,
      },
    }
  },

  'R-33': ({ facts, parameter }) => {
    const { proposal = null, membersAfter = null } = facts.section2 ?? {}
    if (proposal === null) return {}
    const of = (name: string) => proposal.figures[name] ?? 0
    const uplift = fraction(100 + of('upliftPercent'), 100)
    const ratio = fraction(of('population'), of('donorPopulation'))
    const sized = (by: Fraction) => whole(times(by, fraction(of('donorTherapists'), 1)))
    const [bySeed, byPopulation] = [sized(uplift), sized(ratio)]
    const basis = proposal.basis === 'seed' ? uplift : ratio
    const therapists = sized(basis)
    const fixed = therapists * of('baseFeeOere') + of('supervisionOere') + of('themeDayOere')
    const yearly = whole(plus(times(basis, fraction(of('donorServiceCostOere'), 1)), fraction(fixed, 1)))
    return {
      values: {
        section2Members: membersAfter,
        section2DifferenceTenths: Math.abs(whole(less(ratio, uplift), 1000)),
        section2BySeed: bySeed,
        section2ByPopulation: byPopulation,
        section2Yearly: yearly,
      },
      limits: { section2Members: therapists, section2DifferenceTenths: parameter('section2WarnPoints') * 10 },
      said: {
        members: membersAfter,
        sized: therapists,
        uplift: of('upliftPercent'),
        populationUpliftPercentTenths: whole(less(ratio, fraction(1, 1)), 1000),
        bySeed,
        byPopulation,
      },
    }
  },

  'R-40': ({ facts, parameter }) => {
    const first = facts.groupSize?.areas.find(({ told }) => told.state === 'value')?.told.value ?? null
    const least = parameter('minCell')
    return {
      values: { expectedPersons: first, smallestCell: least },
      limits: { expectedPersons: least },
      said: { count: first, minCell: least },
    }
  },
}
