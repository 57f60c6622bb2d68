import type { AsOf } from '#api/asOf'
import type { Scope } from '#api/policy'
import { AgreementId, RegionCode, SchoolId } from '#events/identifiers'
import { PlanParameters } from '#events/planParameters'
import { EffectiveDate } from '#events/time'
import { areasInForce } from '#geo/hierarchy'
import type { Views } from '../../projections/views.ts'
import { responsibleRegion } from '../../rules/responsibleRegion.ts'
import { answered } from '../answered.ts'
import { clinicFigures } from '../capacity.ts'
import { maySee } from '../caseAccess.ts'
import { type CaseRecord, caseRecords, isOpen } from '../caseRecords.ts'
import { populationDate } from '../municipalityFigures.ts'
import type { AnswerOf, Query } from '../query.ts'
import { countedIn, holdingOn, ridingLedger } from '../ridingLedger.ts'
import { section2Proposals } from '../section2Proposals.ts'
import { type Side, sideOn, together } from './figures.ts'
import { type Group, groupsOf, isUnchanged, movesBetween } from './handovers.ts'

type Answer = AnswerOf<'reform'>
type Handover = Answer['handovers'][number]

/** What lies with another region on the second date than on the first, and all that goes with it. */
export const reform: Query<'reform'> = (views, at, scope, { from, to }, world) => {
  const { areas } = world.geography
  const { recordedAt } = at
  const early: AsOf = { effectiveOn: from, recordedAt }
  const late: AsOf = { effectiveOn: to, recordedAt }
  const moves = movesBetween(areas, from, to)
  const groups = groupsOf(moves)
  const records = caseRecords(views, { effectiveOn: world.today, recordedAt })
  const regionsOn = (on: EffectiveDate) => areasInForce(areas, 'region', on)
  const before = sideOn(views, early, scope, records, regionsOn(from), world)
  const after = sideOn(views, late, scope, records, regionsOn(to), world)
  const { healthCouncils } = areas
  const haveCouncils = to >= healthCouncils.validFrom
  return {
    at: answered(views, at),
    from,
    to,
    populationAsOf: { from: populationDate(world.geography, from), to: populationDate(world.geography, to) },
    unplaced: { from: unplaced(views, early), to: unplaced(views, late) },
    handovers: groups
      .filter((group) => !isUnchanged(group))
      .map((group) => handover(views, scope, group, before, after, records)),
    unchanged: groups.filter(isUnchanged).flatMap((group) => {
      const [was] = among(before, group.before)
      const [is] = among(after, group.after)
      return was === undefined || is === undefined ? [] : [{ before: was, after: is }]
    }),
    municipalities: moves.map(({ code, ...move }) => ({
      ...move,
      code,
      council: haveCouncils
        ? (areas.municipalities.find((one) => one.code === code)?.healthCouncil?.name ?? null)
        : null,
    })),
    councils: {
      total: healthCouncils.total,
      validFrom: EffectiveDate.parse(healthCouncils.validFrom),
      known: healthCouncils.known.map(({ name, region, municipalities, complete }) => ({
        name,
        region: RegionCode.parse(region),
        municipalities: municipalities?.length ?? 0,
        complete,
      })),
    },
  }
}

function among({ authorities }: Side, codes: readonly RegionCode[]) {
  return authorities.filter(({ code }) => codes.includes(code))
}

function handover(
  views: Views,
  scope: Scope,
  group: Group,
  before: Side,
  after: Side,
  records: readonly CaseRecord[],
): Handover {
  const [were, are] = [among(before, group.before), among(after, group.after)]
  const moved = group.municipalities.filter((one) => one.before !== one.after)
  return {
    municipalities: moved.map(({ code }) => code),
    before: were,
    after: are,
    together: {
      before: together(were.map(({ figures }) => figures)),
      after: together(are.map(({ figures }) => figures)),
    },
    parameters: parametersOf(group, before, after),
    ridingAgreements: agreementsOf(views, before.at, moved),
    section2: group.before.flatMap((region) =>
      section2Proposals(views, [region], before.at).map(({ proposal, proposedOn, adopted }) => ({
        proposal,
        proposedOn,
        adopted,
        before: region,
        after: successorOf(region, group),
      })),
    ),
    cases: casesOf(scope, group, records, before.at.effectiveOn, after.at.effectiveOn),
  }
}

function unplaced(views: Views, at: AsOf): number {
  return [...clinicFigures(views, at).values()].filter(({ municipality }) => municipality === null).length
}

/** Region that has a region's matters afterwards: where all of its municipalities go; null where they part. */
function successorOf(region: RegionCode, { municipalities }: Group): RegionCode | null {
  const codes = new Set(municipalities.flatMap(({ before, after }) => (before === region ? [after] : [])))
  const [only] = codes
  return codes.size === 1 ? (only ?? null) : null
}

/** Every parameter of the rule sets, in the order of the rules that read them. */
function parametersOf(group: Group, before: Side, after: Side): Handover['parameters'] {
  return Object.keys(PlanParameters.shape).map((key) => {
    const held = (side: Side, regions: readonly RegionCode[]) =>
      regions.map((region) => {
        const plan = side.plans.get(region) ?? null
        const values = new Map(Object.entries(plan?.parameters ?? {}))
        return { region, value: values.get(key) ?? null, source: plan?.sources[key] ?? null }
      })
    const [early, late] = [held(before, group.before), held(after, group.after)]
    const values = new Set([...early, ...late].map(({ value }) => value))
    return { key, differs: values.size > 1, before: early, after: late }
  })
}

/** Agreements with hours at the schools of the municipalities on the first date, by region and school. */
function agreementsOf(views: Views, at: AsOf, moved: Group['municipalities']): Handover['ridingAgreements'] {
  const places = new Map(moved.map((one) => [one.code, one]))
  const ledger = ridingLedger(views, at)
  return holdingOn(countedIn(ledger, new Set(places.keys())), at.effectiveOn)
    .flatMap(({ agreement, school, hoursTenths, area }) => {
      const place = ledger.schools.get(school)
      const municipality = place?.address.municipality ?? null
      const move = municipality === null ? undefined : places.get(municipality)
      if (place === undefined || municipality === null || move === undefined) return []
      return [
        {
          agreement: AgreementId.parse(agreement),
          school: SchoolId.parse(school),
          schoolName: place.name,
          position: place.address.position,
          municipality,
          hoursTenths,
          area,
          before: move.before,
          after: move.after,
        },
      ]
    })
    .toSorted(
      (a, b) =>
        (a.before ?? '').localeCompare(b.before ?? '') ||
        a.schoolName.localeCompare(b.schoolName, 'da') ||
        a.agreement.localeCompare(b.agreement),
    )
}

/** Open cases of the group's regions that the asker may see, soonest first. */
function casesOf(
  scope: Scope,
  { before, after }: Group,
  records: readonly CaseRecord[],
  from: EffectiveDate,
  to: EffectiveDate,
): Handover['cases'] {
  const regions = new Set([...before, ...after])
  return records
    .filter((record) => isOpen(record) && maySee(scope, record) && regions.has(record.region))
    .map(({ case: id, number, type, status, region, wantedFrom }) => ({
      case: id,
      number,
      type,
      status,
      wantedFrom,
      before: responsibleRegion(region, from),
      after: responsibleRegion(region, to),
      judgedBy: responsibleRegion(region, wantedFrom),
    }))
    .toSorted((a, b) => a.wantedFrom.localeCompare(b.wantedFrom) || a.number.localeCompare(b.number))
}
