import type { AsOf } from '#api/asOf'
import { MunicipalityCode, PersonId, ProviderNumber, RegionCode } from '#events/identifiers'
import { type BudgetItem, PalliativeArea } from '#events/palliative'
import { regionsHeldBy } from '#geo/hierarchy'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'
import { palliativeFollowUp, supplyOf } from '../rules/coverage/palliativeCoverage.ts'
import { answered } from './answered.ts'
import { municipalityFigures, populationDate } from './municipalityFigures.ts'
import { areaOf, areasOf, type Member, membersOf, surveyOf } from './palliativeSupply.ts'
import { planInForce } from './planInForce.ts'
import type { AnswerOf, Query, World } from './query.ts'
import { section2Proposals } from './section2Proposals.ts'

type Answer = AnswerOf<'palliative'>

/** A region's palliative physiotherapy: coverage by area with R-32, therapists, budgets and proposals. */
export const palliative: Query<'palliative'> = (views, at, scope, { region }, world) => {
  const members = membersOf(views, world.geography.areas, region, at)
  const figures = municipalityFigures(views, at, scope, world)
  const peopleIn = (area: string) => {
    const known = figures.filter((row) => row.region === region && areaOf(region, row.code) === area)
    return known.some(({ population }) => population === null)
      ? null
      : known.reduce((all, { population }) => all + (population ?? 0), 0)
  }
  return {
    at: answered(views, at),
    region,
    areas: areasOf(world.geography.areas, region, at.effectiveOn).map((area) => ({
      population: peopleIn(area),
      ...areaFigures(views, at, region, area, members, world),
    })),
    members: members.map((one) => ({
      person: PersonId.parse(one.person),
      provider: ProviderNumber.nullable().parse(one.provider),
      municipality: MunicipalityCode.nullable().parse(one.municipality),
      trainingDone: one.trainingDone,
      homeRadiusKm: one.radiusKm,
      acceptsNew: one.accepts,
      saidOn: one.saidOn,
    })),
    ...donorsOf(views, at, figures, world),
    budgets: budgetsOf(views, at, region),
    proposals: section2Proposals(views, regionsHeldBy(world.geography.areas, region, at.effectiveOn), at).map(
      ({ proposal, data, proposedOn, adopted }) => ({
        ...data,
        proposal,
        regionName: world.geography.areas.regions.find(({ code }) => code === data.region)?.name ?? data.region,
        proposedOn,
        adopted,
      }),
    ),
  }
}

function areaFigures(
  views: Views,
  at: AsOf,
  region: RegionCode,
  area: string,
  members: readonly Member[],
  world: World,
): Omit<Answer['areas'][number], 'population'> {
  const here = members.filter((member) => member.area === area)
  const survey = surveyOf(views, world.geography.areas, region, area, at)
  const fact = {
    area,
    before: here,
    after: here,
    survey: survey?.facts ?? null,
    inputs: [...here.flatMap(({ inputs }) => inputs), ...(survey?.inputs ?? [])],
  }
  const parameters = planInForce(views, region, at)?.parameters ?? null
  // Without a rule set nothing says how long a word holds: then every word does.
  const supply = supplyOf(here, fact, at.effectiveOn, parameters ?? { surveyMonths: 1200 })
  return {
    area: PalliativeArea.parse(area),
    therapists: supply.therapists,
    accepting: supply.accepting,
    full: supply.full,
    unknown: supply.unknown,
    least: supply.least,
    survey: survey === null ? null : { ...survey.facts, source: survey.source },
    finding:
      parameters === null
        ? null
        : palliativeFollowUp.evaluate(
            { caseInputs: [], palliative: { on: at.effectiveOn, lacks: [], areas: [fact] } },
            parameters,
          ),
  }
}

/** What every region's proposals know of their donors, and the people of every region. */
function donorsOf(
  views: Views,
  at: AsOf,
  figures: ReturnType<typeof municipalityFigures>,
  { geography }: World,
): Pick<Answer, 'donors' | 'populationAsOf' | 'populations'> {
  const regions = geography.areas.regions.map(({ code }) => RegionCode.parse(code))
  return {
    donors: section2Proposals(views, regions, at)
      .map(({ data: { region, donorRegion, figures, source }, proposedOn }) => ({
        region,
        donorRegion,
        figures,
        source,
        proposedOn,
      }))
      .toSorted((a, b) => (a.proposedOn < b.proposedOn ? 1 : a.proposedOn > b.proposedOn ? -1 : 0)),
    populationAsOf: populationDate(geography, at.effectiveOn),
    populations: regions.flatMap((region) => {
      const own = figures.filter((row) => row.region === region)
      const people = own.flatMap(({ population }) => population ?? [])
      if (own.length === 0 || people.length < own.length) return []
      return [{ region, population: people.reduce((sum, one) => sum + one, 0) }]
    }),
  }
}

type BudgetRow = { year: number; items: string; source: string | null }

function budgetsOf(views: Views, at: AsOf, region: RegionCode): Answer['budgets'] {
  return views
    .statement<BudgetRow>(
      `SELECT b.year, b.items, b.source FROM palliative_budget b WHERE b.region = :region AND ${asOf('b')} ORDER BY b.year`,
    )
    .all({ region, ...moment(at) })
    .map(({ year, items, source }) => {
      // Written by the projection from a checked event.
      const lines = JSON.parse(items) as { item: BudgetItem; oere: number | null }[]
      return { year, items: lines, totalOere: lines.reduce((all, { oere }) => all + (oere ?? 0), 0), source }
    })
}
