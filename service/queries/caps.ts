import type { AsOf } from '#api/asOf'
import type { CapsAnswer } from '#api/views/caps'
import { DiagnosisGroupId, MunicipalityCode, type RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { areasInForce, municipalitiesOfRegion, regionOf } from '#geo/hierarchy'
import { demandAt, publishInTurns } from '../demand/demand.ts'
import { type Counted, demandIn } from '../demand/expected.ts'
import { goalAt } from '../demand/pathways.ts'
import { momentary } from '../momentary.ts'
import { pathwayProjection } from '../projections/pathway.ts'
import { patientCountProjection } from '../projections/patientCount.ts'
import { planProjection } from '../projections/plan.ts'
import { practiceProjection } from '../projections/practice.ts'
import type { Views } from '../projections/views.ts'
import { remembering } from '../remembering.ts'
import { capFrom, capLacks } from '../rules/coverage/documentedCap.ts'
import type { SizeFact } from '../rules/facts/specialisation.ts'
import { inTurns } from '../turns.ts'
import { answered, NotFound } from './answered.ts'
import { childrenIn, childrensClinicsAt } from './childrensClinics.ts'
import { type CapTarget, capTargets, documentedBy, personsIn, type Sizes, sizesIn } from './facts/caps.ts'
import { type DrawnArea, overlapsOf, planningAreasAt } from './facts/planningAreas.ts'
import { type Quota, quotasAt } from './facts/quotas.ts'
import { regionOfMost } from './facts/regionOfMost.ts'
import { bases, groupSize } from './groupSizes.ts'
import { type PlanInForce, planInForce } from './planInForce.ts'
import { documentations, practitioners } from './practitioners.ts'
import type { AsyncQuery, ParamsOf } from './query.ts'

type Area = CapsAnswer['areas'][number]
type Cell = Area['cells'][number]

/** Where no rule set holds: 30 km by road, 1.3 times the straight line (R-31, ASSUMPTION). */
const usualReach = { coverageMaxKm: 30, detourHundredths: 130 }

/** Caps on documented competence per area and group, with everything that each is made of. */
export const caps: AsyncQuery<'caps'> = async (views, at, _scope, params, world) => {
  const { areas } = world.geography
  const turn = inTurns(world.asker?.signal)
  await publishInTurns(views, areas, at, world.asker)
  // What is read is remembered for the commit, so that all of it can be read at one; the rest is reckoned in turns too.
  for (const read of [practitioners, documentations]) {
    read(views, at)
    await turn()
  }
  const demand = demandAt(views, areas, at)
  const everybody = practitioners(views, at)
  const rows = documentations(views, at)
  const children = childrensClinicsAt(views, at)
  const quotas = quotasAt(views, at)
  const goal = goalAt(views, at)
  // Taken with what is read, before others have their turn: what is kept there is of this very moment.
  const keep = reckonedAt(views, areas, at)
  const answer = {
    at: answered(views, at),
    kind: params.kind,
    populationAsOf: EffectiveDate.parse(demand.populationAsOf),
    minCell: demand.minCell,
    groups: capTargets.map((target) => groupSize(target, demand, goal, at.effectiveOn)),
    withoutPlace: everybody.filter(
      ({ person, municipalities }) => municipalities.size === 0 && rows.some((row) => row.person === person),
    ).length,
  }
  const plans = new Map<string, PlanInForce | null>()
  const asked = askedAreas(params, areas, at.effectiveOn, planningAreasAt(views, at)).map((one) => {
    const region = regionOfMost(areas, one.municipalities, at.effectiveOn, demand.inhabitants)
    if (region !== null && !plans.has(region)) plans.set(region, planInForce(views, region, at))
    return { ...one, region, plan: region === null ? null : (plans.get(region) ?? null) }
  })
  const counted: Area[] = []
  for (const one of asked) {
    world.asker?.onProgress?.({ of: 'areas', done: counted.length, all: asked.length })
    counted.push(await areaOf(one))
  }
  const overlaps = overlapsOf(
    counted.map(({ code, municipalities }) => ({
      id: code,
      municipalities: MunicipalityCode.array().parse(municipalities),
    })),
  )
  return { ...answer, areas: counted, overlaps: overlaps.map((overlap) => ({ ...overlap, areas: [...overlap.areas] })) }

  async function areaOf({ region, plan, ...area }: (typeof asked)[number]): Promise<Area> {
    const { municipalities } = area
    const here = personsIn(everybody, municipalities)
    const held = keep(`${region} ${municipalities.join()}`, () => ({ cells: undefined }))
    held.cells ??= await reckoned()
    return {
      ...area,
      municipalities: MunicipalityCode.array().parse(municipalities),
      inhabitants: municipalities.reduce((sum, code) => sum + (demand.inhabitants.get(code) ?? 0), 0),
      physiotherapists: here.size,
      parameters: region === null || plan === null ? null : parametersOf(region, plan),
      cells: held.cells.map(cellOf),
      children: childrenIn(municipalities, children, demand, world.geography, plan?.parameters ?? usualReach),
    }

    async function reckoned(): Promise<readonly Reckoned[]> {
      const documentedOf = documentedBy(here, rows, at, plan?.parameters ?? null)
      const sizes: { basis: Counted; sizes: Sizes }[] = []
      for (const basis of bases) {
        await turn()
        sizes.push({ basis, sizes: sizesIn(demand, basis, municipalities) })
      }
      const cells: Reckoned[] = []
      for (const target of capTargets) {
        await turn()
        const documented = documentedOf.of(target)
        const capsOf = sizes.map(({ basis, sizes: { of } }) =>
          capBy(basis, of(target), here.size, documented.valid, plan),
        )
        const toldBy = (basis: Counted) =>
          capsOf.find((one) => one.basis === basis)?.people ?? {
            state: 'unknown' as const,
            lacks: 'prevalence' as const,
          }
        cells.push({
          target,
          told: {
            group: DiagnosisGroupId.parse(target.id),
            documented,
            expected: { prevalence: toldBy('prevalence'), users: toldBy('users'), observed: toldBy('observed') },
            demand: demandIn(demand, target.id, municipalities, goal, at.effectiveOn),
            caps: capsOf,
          },
        })
      }
      return cells
    }

    function cellOf({ target, told }: Reckoned): Cell {
      const { documented, caps: capsOf } = told
      const governing = capsOf.find(({ basis }) => basis === (plan?.parameters.capBasis ?? 'users'))
      const quota = quotas.of(area, target)
      // What was set for this very area and group is measured by before what its size alone would give.
      const set = quota?.governs === true ? quota.cap : null
      const excess = set === null ? (governing?.excess ?? null) : Math.max(0, documented.valid - set)
      return {
        ...told,
        quota: quota === null ? null : quotaTold(quota),
        excess,
        toEnd: excess === null ? null : params.grandfathering === 'on' ? 0 : excess,
        verdict: excess === null ? 'needs-information' : excess > 0 ? 'breach' : 'pass',
        missing: excess !== null ? [] : plan === null || governing === undefined ? ['plan'] : [...capLacks(governing)],
      }
    }
  }
}

/** A cell without the cap that was set for it. */
interface Reckoned {
  readonly target: CapTarget
  readonly told: Pick<Cell, 'group' | 'documented' | 'expected' | 'demand' | 'caps'>
}
type Held = { cells: readonly Reckoned[] | undefined }

/** Areas kept for each moment. */
const kept = 500
const reckonings = new WeakMap<AreaCatalogue, (views: Views, at: AsOf) => ReturnType<typeof remembering<Held>>>()

/** What of each area no cap can touch, so that setting one need not reckon it again; by its region and municipalities. */
function reckonedAt(views: Views, areas: AreaCatalogue, at: AsOf): ReturnType<typeof remembering<Held>> {
  const known =
    reckonings.get(areas) ??
    momentary(
      () => remembering<Held>(kept),
      [practiceProjection, planProjection, patientCountProjection, pathwayProjection],
    )
  reckonings.set(areas, known)
  return known(views, at)
}

function quotaTold({ cap, status, planRef, basis, method, governs }: Quota): NonNullable<Cell['quota']> {
  return { cap, status, planRef, basis, method, governs }
}

/** One cap with its inputs; none where no rule set holds. */
function capBy(
  basis: Counted,
  size: SizeFact,
  physiotherapists: number,
  documented: number,
  plan: PlanInForce | null,
): Cell['caps'][number] {
  const { people, all } = size
  if (plan === null) return { basis, people, all, share: null, cap: null, excess: null, between: null }
  const { share, cap, between } = capFrom(physiotherapists, size, plan.parameters)
  const excess = cap === null ? null : Math.max(0, documented - cap)
  return { basis, people, all, share, cap, excess, between: between === null ? null : [between[0], between[1]] }
}

function parametersOf(region: RegionCode, { ruleSet, ruleSetVersion, parameters, sources }: PlanInForce) {
  const { capFactorHundredths, capRounding, capMinimum, capBasis } = parameters
  const measuredBy = { capFactorHundredths, capRounding, capMinimum, capBasis }
  const own = Object.entries(sources).filter(([key]) => Object.hasOwn(measuredBy, key))
  return { region, ruleSet, ruleSetVersion, ...measuredBy, sources: Object.fromEntries(own) }
}

interface Asked {
  readonly kind: Area['kind']
  readonly code: string
  readonly name: string
  readonly municipalities: readonly string[]
}

/** The areas asked for, as they are on the date. Throws `NotFound` for a set without a municipality that exists. */
function askedAreas(
  params: ParamsOf<'caps'>,
  areas: AreaCatalogue,
  on: string,
  planning: readonly DrawnArea[],
): readonly Asked[] {
  const { kind, region } = params
  if (kind === 'region')
    return areasInForce(areas, 'region', on)
      .filter(({ code }) => region === undefined || code === region)
      .map(({ code, name }) => ({ kind, code, name, municipalities: municipalitiesOfRegion(areas, code, on) }))
  if (kind === 'municipality')
    return areas.municipalities
      .filter(({ code }) => region === undefined || regionOf(areas, code, on)?.code === region)
      .map(({ code, name }) => ({ kind, code, name, municipalities: [code] }))
  if (kind === 'planningArea')
    return planning.flatMap(({ id, name, municipalities }) =>
      region === undefined || isIn(areas, municipalities, region, on) ? [{ kind, code: id, name, municipalities }] : [],
    )
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
