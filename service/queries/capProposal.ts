import type { CapProposal, ProposalCell } from '#api/views/capProposal'
import type { Told } from '#api/views/caps'
import { DiagnosisGroupId, MunicipalityCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { apportionTold, type ToldSeats } from '../apportionment/toldSizes.ts'
import { type Demand, demandAt, publishInTurns } from '../demand/demand.ts'
import { type Counted, expectedIn, rangeIn } from '../demand/expected.ts'
import type { Measured } from '../reach/reach.ts'
import { capFrom, capLacks } from '../rules/coverage/documentedCap.ts'
import { inTurns } from '../turns.ts'
import { answered } from './answered.ts'
import { type Floor, floorOf } from './capFloor.ts'
import { type CapTarget, capTargets, personsIn, sizesIn } from './facts/caps.ts'
import { planningAreasAt } from './facts/planningAreas.ts'
import { crossingOf, type ProposalArea, partsOf, type RegionParts } from './facts/proposalAreas.ts'
import { type Quotas, quotasAt } from './facts/quotas.ts'
import { bases } from './groupSizes.ts'
import { type PlanInForce, planInForce } from './planInForce.ts'
import { practitioners } from './practitioners.ts'
import type { AsyncQuery, ParamsOf } from './query.ts'

type Params = ParamsOf<'capProposal'>
type Group = CapProposal['groups'][number]
type Frame = Pick<Group, 'frame' | 'frameFrom' | 'missing'>

/** Everything that one region's proposal is made of. */
interface Ground {
  readonly params: Params
  readonly parts: RegionParts
  readonly demand: Demand
  readonly quotas: Quotas
  readonly plan: PlanInForce | null
  readonly physiotherapists: number
  /** Null where no floor was asked for. */
  readonly floor: Floor | null
  readonly isLocked: (area: string, target: string) => boolean
}

/** Each region's caps shared out over the areas inside it. */
export const capProposal: AsyncQuery<'capProposal'> = async (views, at, _scope, params, world) => {
  const { areas } = world.geography
  const turn = inTurns(world.asker?.signal)
  await publishInTurns(views, areas, at, world.asker)
  const demand = demandAt(views, areas, at)
  const everybody = practitioners(views, at)
  const quotas = quotasAt(views, at)
  const targets = chosen(params.groups)
  const drawn = planningAreasAt(views, at)
  const regions = partsOf(params, areas, drawn, at.effectiveOn)
  const ids = targets.map(({ id }) => id)
  const { floorMinutes } = params
  const floor = floorMinutes === undefined ? null : await floorOf(views, at, ids, floorMinutes, world)
  const isLocked = locksOf(params.locked)
  const groups: Group[] = []
  const usedBases = new Set<Counted>()
  for (const parts of regions) {
    const plan = planInForce(views, parts.region, at)
    const physiotherapists = personsIn(everybody, parts.municipalities).size
    const ground = { params, parts, demand, quotas, plan, physiotherapists, floor: floor?.value ?? null, isLocked }
    usedBases.add(basisOf(ground))
    if (parts.overlaps.length > 0) continue
    for (const target of targets) {
      await turn()
      groups.push(proposalOf(ground, target))
    }
  }
  const [only] = usedBases
  return {
    at: answered(views, at),
    kind: params.kind,
    method: params.method,
    basis: usedBases.size === 1 ? (only ?? null) : null,
    minimum: params.minimum,
    floor: floor === null ? null : floorSaid(floor),
    areas: regions.flatMap((parts) => parts.areas.map((area) => ({ ...area }))),
    crossing: crossingOf(params, areas, drawn, at.effectiveOn),
    overlaps: regions.flatMap(({ overlaps }) => sharedBy(overlaps)),
    groups,
  }
}

/** What areas have in common, each set of areas once. */
function sharedBy(overlaps: RegionParts['overlaps']): CapProposal['overlaps'] {
  const shared = new Map<string, CapProposal['overlaps'][number]>()
  for (const { municipality, areas } of overlaps) {
    const key = areas.join()
    const municipalities = shared.get(key)?.municipalities ?? []
    shared.set(key, { areas: [...areas], municipalities: [...municipalities, municipality] })
  }
  return [...shared.values()]
}

function floorSaid({ value, engine, instead }: Measured<Floor>): CapProposal['floor'] {
  const { minutes, ground } = value
  return { minutes, engine, instead, populationAsOf: EffectiveDate.parse(ground.populationAsOf) }
}

function basisOf({ params, plan }: Ground): Counted {
  return params.basis ?? plan?.parameters.capBasis ?? 'users'
}

function chosen(groups: string | undefined): readonly CapTarget[] {
  const asked = groups?.split(',')
  return asked === undefined ? capTargets : capTargets.filter(({ id }) => asked.includes(id))
}

/** True for a cell that keeps the cap it has. */
function locksOf(locked: string | undefined): Ground['isLocked'] {
  const locks = (locked?.split(',') ?? []).map((lock) => lock.split('/'))
  return (area, target) =>
    locks.some(([inArea, of]) => (inArea === '*' || inArea === area) && (of === '*' || of === target))
}

function proposalOf(ground: Ground, target: CapTarget): Group {
  const basis = basisOf(ground)
  const { parts, demand } = ground
  const byBasis = bases.map((counted) => {
    const frame = frameOf(ground, target, counted)
    return { counted, frame, seats: frame.frame === null ? null : seatsOf(ground, target, counted, frame.frame) }
  })
  const own = byBasis.find(({ counted }) => counted === basis)
  const frame = own?.frame ?? frameOf(ground, target, basis)
  const seats = own?.seats ?? null
  const notTold = parts.areas.filter(
    (area) => toldIn(demand, target, basis, area).state !== 'value' && !ground.isLocked(area.code, target.id),
  )
  const proposed = (counted: Counted, area: ProposalArea) => {
    const found = byBasis.find((one) => one.counted === counted)?.seats
    return seatGiven(found ?? null, area)
  }
  return {
    group: DiagnosisGroupId.parse(target.id),
    kind: target.kind,
    region: parts.region,
    ...frame,
    ties: seats?.ties.map(({ among, seats: left }) => ({ areas: [...among], seats: left })) ?? [],
    lot: seats?.lot == null ? null : { seed: seats.lot.seed, drawn: [...seats.lot.drawn] },
    pool:
      notTold.length === 0
        ? null
        : {
            areas: notTold.map(({ code }) => code),
            people: poolOf(demand, target, basis, notTold).people,
            seats: seats?.pool ?? null,
          },
    infeasible: seats?.infeasible ?? null,
    cells: parts.areas.map((area) => ({
      ...cellOf(ground, target, basis, area, seats),
      byBasis: {
        prevalence: proposed('prevalence', area),
        users: proposed('users', area),
        observed: proposed('observed', area),
      },
    })),
  }
}

/** What is shared out: the number asked for, the cap that was set for the region, or what R-27's formula gives it. */
function frameOf(
  { params, parts, demand, quotas, plan, physiotherapists }: Ground,
  target: CapTarget,
  counted: Counted,
): Frame {
  const asked = params.frames
    ?.split(',')
    .map((one) => one.split(':'))
    .find(([id]) => id === target.id)?.[1]
  if (asked !== undefined) return { frame: Number(asked), frameFrom: 'asked', missing: [] }
  const quota = quotas.of({ kind: 'region', code: parts.region }, target)
  if (quota?.governs === true) return { frame: quota.cap, frameFrom: quota.status, missing: [] }
  if (plan === null) return { frame: null, frameFrom: 'rule', missing: ['plan'] }
  const size = sizesIn(demand, counted, parts.municipalities).of(target)
  const { cap } = capFrom(physiotherapists, size, plan.parameters)
  return { frame: cap, frameFrom: 'rule', missing: cap === null ? [...capLacks(size)] : [] }
}

function seatsOf(ground: Ground, target: CapTarget, counted: Counted, house: number): ToldSeats {
  const { params, parts, demand, quotas, floor, isLocked } = ground
  const areas = parts.areas.map((area) => ({
    id: area.code,
    people: toldIn(demand, target, counted, area),
    // The rest of a region is nobody's area, and needs no least number.
    least: area.ref === null ? 0 : params.minimum,
    floor: Number(area.ref !== null && floor?.isNeeded(target.id, area.municipalities) === true),
    locked: area.ref !== null && isLocked(area.code, target.id) ? (quotas.of(area.ref, target)?.cap ?? 0) : null,
  }))
  const hidden = parts.areas.filter((_, at) => areas[at]?.people.state !== 'value' && areas[at]?.locked === null)
  return apportionTold({
    method: params.method,
    house,
    areas,
    pool: () => poolOf(demand, target, counted, hidden),
    ...(params.lot === undefined ? {} : { lot: params.lot }),
  })
}

function toldIn(demand: Demand, { id }: CapTarget, counted: Counted, { municipalities }: ProposalArea): Told {
  return expectedIn(demand, id, counted, municipalities)
}

function poolOf(demand: Demand, { id }: CapTarget, counted: Counted, areas: readonly ProposalArea[]) {
  const municipalities = MunicipalityCode.array().parse(areas.flatMap((area) => area.municipalities))
  return {
    people: expectedIn(demand, id, counted, municipalities),
    ...rangeIn(demand, id, counted, municipalities),
  }
}

/** What the area would be given; null where it cannot be said, and for the rest of a region. */
function seatGiven(seats: ToldSeats | null, { ref, code }: ProposalArea): number | null {
  const seat = ref === null ? undefined : seats?.seats.get(code)
  return seat === undefined || seat.why === 'tie' ? null : seat.seats
}

function cellOf(
  { demand, quotas, isLocked }: Ground,
  target: CapTarget,
  basis: Counted,
  area: ProposalArea,
  seats: ToldSeats | null,
): Omit<ProposalCell, 'byBasis'> {
  const people = toldIn(demand, target, basis, area)
  const current = area.ref === null ? null : (quotas.of(area.ref, target)?.cap ?? null)
  const seat = seats?.seats.get(area.code)
  const locked = area.ref !== null && isLocked(area.code, target.id)
  const proposed = locked ? current : seatGiven(seats, area)
  return {
    area: area.code,
    people,
    share: seats?.hasShares === true ? (seat?.share ?? null) : null,
    current,
    proposed,
    certain: proposed ?? (area.ref === null ? null : (seat?.seats ?? null)),
    change: proposed === null || current === null ? null : proposed - current,
    why: locked ? 'locked' : whyOf(seat?.why, people, seats),
    leavesQuota: seats?.hasShares === true ? (seat?.leavesQuota ?? null) : null,
    losesWhenFrameGrows: seat?.losesWhenHouseGrows ?? false,
  }
}

function whyOf(why: ProposalCell['why'] | undefined, people: Told, seats: ToldSeats | null): ProposalCell['why'] {
  if (people.state === 'hidden') return 'hidden'
  if (people.state === 'unknown') return 'unknown'
  if (seats?.infeasible != null) return 'infeasible'
  // Without a frame, or beside areas of which nothing certain is told, there is nothing to go by.
  return why ?? 'unknown'
}
