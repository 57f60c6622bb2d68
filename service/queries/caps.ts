import type { CapsAnswer } from '#api/views/caps'
import { diagnosisGroups } from '#events/diagnosisGroups'
import { DiagnosisGroupId, MunicipalityCode, RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { areasInForce, municipalitiesOfRegion, regionOf } from '#geo/hierarchy'
import { type Demand, demandAt } from '../demand/demand.ts'
import { type Counted, demandIn, expectedIn, sourceOf } from '../demand/expected.ts'
import { membersOf, pathwaySavesPermille, prevalenceOf, uptakePercentOf, uptakeSource } from '../demand/groupRates.ts'
import { answered, NotFound } from './answered.ts'
import { childrensClinics } from './childrensClinics.ts'
import { type CapTarget, capFact, capTargets, documentedFact, personsIn } from './facts/caps.ts'
import { type PlanInForce, planInForce } from './planInForce.ts'
import { documentations, practitioners } from './practitioners.ts'
import type { ParamsOf, Query } from './query.ts'

type Area = CapsAnswer['areas'][number]
type Cell = Area['cells'][number]

const bases = ['prevalence', 'users', 'observed'] as const

/** Caps on documented competence per area and group, with everything that each is made of. */
export const caps: Query<'caps'> = (views, at, _scope, params, world) => {
  const { areas } = world.geography
  const demand = demandAt(views, areas, at)
  const everybody = practitioners(views, at)
  const rows = documentations(views, at)
  const children = childrensClinics(views, at, world.geography)
  return {
    at: answered(views, at),
    kind: params.kind,
    populationAsOf: EffectiveDate.parse(demand.populationAsOf),
    minCell: demand.minCell,
    groups: capTargets.map((target) => groupOf(target, demand)),
    areas: askedAreas(params, areas, at.effectiveOn).map((asked): Area => {
      const { municipalities } = asked
      const region = regionOfMost(areas, municipalities, at.effectiveOn, demand)
      const plan = region === null ? null : planInForce(views, region, at)
      const here = personsIn(everybody, municipalities)
      return {
        ...asked,
        municipalities: MunicipalityCode.array().parse(municipalities),
        inhabitants: municipalities.reduce((sum, code) => sum + (demand.inhabitants.get(code) ?? 0), 0),
        physiotherapists: here.size,
        parameters: region === null || plan === null ? null : parametersOf(region, plan),
        cells: capTargets.map((target): Cell => {
          const documented = documentedFact(target, here, rows, at, plan?.parameters ?? null)
          const capsOf = bases.map((basis) =>
            told(
              basis,
              documented.valid,
              capFact(demand, target, basis, municipalities, here.size, plan?.parameters ?? null),
            ),
          )
          const governing = capsOf.find(({ basis }) => basis === (plan?.parameters.capBasis ?? 'users'))
          const excess = governing?.excess ?? null
          return {
            group: DiagnosisGroupId.parse(target.id),
            documented,
            expected: {
              prevalence: expectedIn(demand, target.id, 'prevalence', municipalities),
              users: expectedIn(demand, target.id, 'users', municipalities),
              observed: expectedIn(demand, target.id, 'observed', municipalities),
            },
            demand: demandIn(demand, target.id, municipalities),
            caps: capsOf,
            excess,
            toEnd: excess === null ? null : params.grandfathering === 'on' ? 0 : excess,
            verdict: excess === null ? 'needs-information' : excess > 0 ? 'breach' : 'pass',
            missing: excess === null ? missingOf(plan === null, governing) : [],
          }
        }),
        children: children.of(municipalities, demand, plan?.parameters ?? null),
      }
    }),
    withoutPlace: everybody.filter(
      ({ person, municipalities }) => municipalities.size === 0 && rows.some((row) => row.person === person),
    ).length,
  }
}

function told(
  basis: Counted,
  documented: number,
  { between, ...cap }: ReturnType<typeof capFact>,
): Cell['caps'][number] {
  const excess = cap.cap === null ? null : Math.max(0, documented - cap.cap)
  return { basis, ...cap, excess, between: between === null ? null : [between[0], between[1]] }
}

/** Why there is no cap: no plan, or the size of the group itself, or that of another in the sum. */
function missingOf(isWithoutPlan: boolean, cap: Cell['caps'][number] | undefined): string[] {
  if (isWithoutPlan || cap === undefined) return ['plan']
  return [...new Set([cap.people, cap.all].flatMap((one) => lackOf(one)))]
}

function lackOf(told: Cell['demand']): readonly string[] {
  if (told.state === 'value') return []
  return told.state === 'hidden' ? ['suppressed'] : [told.lacks]
}

function parametersOf(region: RegionCode, { ruleSet, ruleSetVersion, parameters, sources }: PlanInForce) {
  const { capFactorHundredths, capRounding, capMinimum, capBasis } = parameters
  return {
    region,
    ruleSet,
    ruleSetVersion,
    capFactorHundredths,
    capRounding,
    capMinimum,
    capBasis,
    sources: Object.fromEntries(
      Object.entries(sources).filter(
        ([key]) => key.startsWith('cap') && key in { capFactorHundredths, capRounding, capMinimum, capBasis },
      ),
    ),
  }
}

interface Asked {
  readonly kind: Area['kind']
  readonly code: string
  readonly name: string
  readonly municipalities: readonly string[]
}

/** The areas asked for, as they are on the date. Throws `NotFound` for a set without a municipality that exists. */
function askedAreas(params: ParamsOf<'caps'>, areas: AreaCatalogue, on: string): readonly Asked[] {
  const { kind, region } = params
  if (kind === 'region')
    return areasInForce(areas, 'region', on)
      .filter(({ code }) => region === undefined || code === region)
      .map(({ code, name }) => ({ kind, code, name, municipalities: municipalitiesOfRegion(areas, code, on) }))
  if (kind === 'council')
    return areas.healthCouncils.known.flatMap(({ name, municipalities, complete }) =>
      complete && municipalities !== null && (region === undefined || isIn(areas, municipalities, region, on))
        ? [{ kind, code: name, name, municipalities }]
        : [],
    )
  const codes = [...new Set(params.municipalities?.split(',') ?? [])].toSorted()
  const known = areas.municipalities.filter(({ code }) => codes.includes(code))
  if (known.length === 0 || known.length < codes.length) throw new NotFound(`Municipalities ${codes.join(', ')}`)
  return [{ kind, code: 'set', name: known.map(({ name }) => name).join(', '), municipalities: codes }]
}

function isIn(areas: AreaCatalogue, municipalities: readonly string[], region: string, on: string): boolean {
  return municipalities.every((code) => regionOf(areas, code, on)?.code === region)
}

/** The region where most of the inhabitants of the municipalities are. Null before there were regions. */
function regionOfMost(
  areas: AreaCatalogue,
  municipalities: readonly string[],
  on: string,
  { inhabitants }: Demand,
): RegionCode | null {
  const sums = new Map<string, number>()
  for (const code of municipalities) {
    const region = regionOf(areas, code, on)?.code
    if (region !== undefined) sums.set(region, (sums.get(region) ?? 0) + (inhabitants.get(code) ?? 0))
  }
  const [most] = [...sums].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
  return RegionCode.nullable().parse(most?.[0] ?? null)
}

function groupOf({ kind, id }: CapTarget, demand: Demand): CapsAnswer['groups'][number] {
  const members = membersOf(id)
  const group = diagnosisGroups.find((one) => one.id === id)
  const national = [...demand.inhabitants.values()].reduce((sum, count) => sum + count, 0)
  const prevalence = group === undefined ? null : prevalenceOf(group, national)
  const saves = group === undefined ? null : pathwaySavesPermille(id)
  return {
    id: DiagnosisGroupId.parse(id),
    kind,
    members: DiagnosisGroupId.array().parse(members),
    prevalence: prevalence === null || group === undefined ? null : { ...prevalence, confidence: group.confidence },
    uptakePercent: group === undefined ? null : uptakePercentOf(id),
    pathwaySavesPercent: saves === null ? null : saves / 10,
    sources: members.flatMap((member) =>
      bases.map((basis) => {
        const source = sourceOf(demand, member, basis)
        const known = diagnosisGroups.find((one) => one.id === member)
        const isReported = source !== null && source.document !== null
        return {
          basis,
          dataVersion: source?.table.version ?? null,
          asOf: source === null ? null : isReported ? source.from : (known?.asOf ?? null),
          source:
            source === null || known === undefined
              ? null
              : isReported
                ? { kind: 'DECISION' as const, id: source.document ?? '' }
                : basis === 'users'
                  ? uptakeSource
                  : { kind: 'PUBLIC' as const, id: known.source },
        }
      }),
    ),
  }
}
