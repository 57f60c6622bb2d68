import type {
  ControlFacts,
  GroupShareFacts,
  HomeTreatmentFacts,
  PaymentCeilingFacts,
  ProgressiveFacts,
  Reported,
  RidingExpenditureFacts,
  SmallCapacityFact,
  SpendingLevelFacts,
} from '../facts/followUp.ts'
import type { Lever } from '../flip.ts'

/** Kroner are counted in øre: a thousand million kroner. */
const reachOere = 100_000_000_000
/** More services than a municipality has in a year. */
const reachServices = 10_000_000

/** turnover of the year, in øre. */
export function yearsTurnover<Facts extends { readonly small: SmallCapacityFact | null }>(): Lever<Facts> {
  return {
    key: 'turnover',
    unit: 'oere',
    reach: reachOere,
    move(facts, by) {
      const { small } = facts
      if (small === null || small.oere === null || small.oere + by < 0) return null
      return { ...facts, small: { ...small, oere: small.oere + by } }
    },
  }
}

/** hours registered for the number, in tenths a week. */
export function registeredHours<Facts extends { readonly small: SmallCapacityFact | null }>(): Lever<Facts> {
  return {
    key: 'weeklyHours',
    unit: 'hoursTenths',
    reach: 10_000,
    move(facts, by) {
      const { small } = facts
      if (small === null || small.hoursTenths === null || small.hoursTenths + by <= 0) return null
      return { ...facts, small: { ...small, hoursTenths: small.hoursTenths + by } }
    },
  }
}

/** what the subject cost, in øre; the region's sum goes along with it. */
export const cost: Lever<ControlFacts> = {
  key: 'cost',
  unit: 'oere',
  reach: reachOere,
  move(facts, by) {
    const { figures, regional } = facts
    if (figures.oere === null || figures.oere + by < 0) return null
    return {
      ...facts,
      figures: { ...figures, oere: figures.oere + by },
      regional: { ...regional, oere: regional.oere + by },
    }
  },
}

/** what was paid, in øre. */
export const paid: Lever<PaymentCeilingFacts> = {
  key: 'paid',
  unit: 'oere',
  reach: reachOere,
  move(facts, by) {
    const { oere } = facts.actual
    return oere === null || oere + by < 0 ? null : { ...facts, actual: { ...facts.actual, oere: oere + by } }
  },
}

/** what riding therapy cost in the region, in øre; the country's sum goes along with it. */
export const ridingSpending: Lever<RidingExpenditureFacts> = {
  key: 'cost',
  unit: 'oere',
  reach: reachOere,
  move(facts, by) {
    const { region, nation } = facts
    const own = changed(region.oere, by)
    const all = changed(nation.oere, by)
    if (own === null || all === null) return null
    return { ...facts, region: { ...region, oere: own }, nation: { ...nation, oere: all } }
  },
}

/** individual services to the progressive patients. */
export const progressiveServices: Lever<ProgressiveFacts> = {
  key: 'individualServices',
  unit: 'count',
  move(facts, by) {
    const services = changed(facts.figures.progressiveIndividualServices, by)
    return services === null
      ? null
      : { ...facts, figures: { ...facts.figures, progressiveIndividualServices: services } }
  },
}

/** individual services, group services and cost of the later period. */
export const laterIndividual = ofLater('individualServices', 'individualServices', 'count')
export const laterGroup = ofLater('groupServices', 'groupServices', 'count')
export const laterCost = ofLater('cost', 'oere', 'oere')

function ofLater(
  key: 'individualServices' | 'groupServices' | 'cost',
  figure: 'individualServices' | 'groupServices' | 'oere',
  unit: 'count' | 'oere',
): Lever<GroupShareFacts> {
  return {
    key,
    unit,
    reach: unit === 'oere' ? reachOere : reachServices,
    move(facts, by) {
      const value = changed(facts.after[figure], by)
      return value === null ? null : { ...facts, after: { ...facts.after, [figure]: value } }
    },
  }
}

/** services given in the homes of the municipality, no more than all of its services; the region's go along. */
export const homeServices: Lever<HomeTreatmentFacts> = {
  key: 'homeServices',
  unit: 'count',
  reach: reachServices,
  move(facts, by) {
    const { figures, regional } = facts
    const own = changed(figures.homeServices, by)
    const all = changed(regional.home, by)
    const { groupServices: group, individualServices: individual } = figures
    if (own === null || all === null || group === null || individual === null || own > group + individual) return null
    return { ...facts, figures: { ...figures, homeServices: own }, regional: { ...regional, home: all } }
  },
}

/** individual services of the region in the year; the country's go along. */
export const regionalServices: Lever<SpendingLevelFacts> = {
  key: 'individualServices',
  unit: 'count',
  reach: 100_000_000,
  move(facts, by) {
    const region = withServices(facts.region, by)
    const nation = withServices(facts.nation, by)
    return region === null || nation === null ? null : { ...facts, region, nation }
  },
}

function withServices(figures: Reported | null, by: number): Reported | null {
  const services = changed(figures?.individualServices ?? null, by)
  return figures === null || services === null ? null : { ...figures, individualServices: services }
}

/** A known amount with the change; null where it is unknown or would be below nothing. */
function changed(value: number | null, by: number): number | null {
  return value === null || value + by < 0 ? null : value + by
}
