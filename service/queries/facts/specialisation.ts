import type { AsOf } from '#api/asOf'
import type { CaseSubject, SubjectOf } from '#events/caseSubject'
import { type DiagnosisGroup, diagnosisFamilies, diagnosisGroups } from '#events/diagnosisGroups'
import type { RegionCode } from '#events/identifiers'
import type { AreaRef } from '#events/quota'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { type Demand, demandAt } from '../../demand/demand.ts'
import { childrensGroups, membersOf } from '../../demand/groupRates.ts'
import { asOf, moment } from '../../projections/bitemporal.ts'
import type { Supposing, Views } from '../../projections/views.ts'
import { isChildrensClinic } from '../../rules/coverage/childrensClinic.ts'
import type { CapFacts, ChildrensClinicFact, FamilyFact, SetCapFact } from '../../rules/facts/specialisation.ts'
import type { CaseFacts } from '../../rules/facts.ts'
import { eventIds } from '../capacity.ts'
import { childrensClinicsAt, nearestMetres } from '../childrensClinics.ts'
import { planInForce } from '../planInForce.ts'
import { documentations, practitioners } from '../practitioners.ts'
import type { World } from '../query.ts'
import { documentedBy, personsIn, sizesIn } from './caps.ts'
import { groupSizeFact } from './groupSize.ts'
import { planningAreasAt } from './planningAreas.ts'
import { quotasAt } from './quotas.ts'

/** What the rules on specialised competence look at; nothing for another application. */
export function competenceFacts(
  asking: {
    readonly before: Views
    readonly changed: Supposing
    readonly at: AsOf
    readonly region: RegionCode
    readonly world: World
  },
  subject: CaseSubject,
): Pick<CaseFacts, 'groupSize' | 'cap' | 'family' | 'childrensClinic'> {
  if (subject.type !== 'A14') return { groupSize: null, cap: null, family: null, childrensClinic: null }
  const { before, changed, at, region, world } = asking
  const demand = demandAt(before, world.geography.areas, at)
  return {
    groupSize: groupSizeFact(subject, region, demand, world),
    cap: capFacts(before, changed, subject, region, at, demand, world),
    family: familyFact(subject, demand),
    childrensClinic: childrensClinicFact(before, subject, at, world),
  }
}

/** Who is documented for the group or family in the region that judges, without the documentation asked for and with it. */
function capFacts(
  before: Views,
  changed: Supposing,
  subject: SubjectOf<'A14'>,
  region: RegionCode,
  at: AsOf,
  demand: Demand,
  { geography: { areas } }: World,
): CapFacts {
  const { target } = subject
  const municipalities = areas.municipalities
    .filter(({ regions }) => regions.some(({ code }) => code === region))
    .map(({ code }) => code)
  const limits = planInForce(before, region, at)?.parameters ?? null
  const everybody = practitioners(before, at)
  const here = personsIn(everybody, municipalities)
  const rows = documentations(before, at)
  const size = (counted: 'prevalence' | 'users' | 'observed') => sizesIn(demand, counted, municipalities).of(target)
  const own = new Set([
    ...(everybody.find(({ person }) => person === subject.person)?.municipalities ?? []),
    ...(subject.place?.municipality == null ? [] : [subject.place.municipality]),
  ])
  const set = areasWith(before, at, { region, municipalities, own, areas }).flatMap((area): SetCapFact[] => {
    const quota = quotasAt(before, at).of(area, target)
    if (quota?.governs !== true) return []
    const inside = personsIn(everybody, area.municipalities)
    return [
      {
        area: area.name,
        cap: quota.cap,
        planRef: quota.planRef,
        before: documentedBy(inside, rows, at, limits).of(target).valid,
        after: changed((after) => documentedBy(inside, documentations(after, at), at, limits).of(target).valid),
        inputs: quota.inputs,
      },
    ]
  })
  return {
    target,
    area: region,
    physiotherapists: here.size,
    before: documentedBy(here, rows, at, limits).of(target).valid,
    after: changed((after) => documentedBy(here, documentations(after, at), at, limits).of(target).valid),
    sizes: { prevalence: size('prevalence'), users: size('users'), observed: size('observed') },
    set,
    inputs: rows
      .filter(({ person, kind, target: id }) => here.has(person) && kind === target.kind && id === target.id)
      .flatMap(({ inputs }) => eventIds(inputs)),
  }
}

interface CapArea {
  readonly kind: AreaRef['kind']
  readonly code: string
  /** The code where the reader's list has its name. */
  readonly name: string
  readonly municipalities: readonly string[]
}

/** The region that judges, and every smaller area in which the therapist works. */
function areasWith(
  views: Views,
  at: AsOf,
  where: {
    readonly region: RegionCode
    readonly municipalities: readonly string[]
    readonly own: ReadonlySet<string>
    readonly areas: AreaCatalogue
  },
): readonly CapArea[] {
  const { region, municipalities, own, areas } = where
  const councils = areas.healthCouncils.known.flatMap((council) =>
    council.complete && council.municipalities !== null
      ? [
          {
            kind: 'council' as const,
            code: council.name,
            name: council.name,
            municipalities: council.municipalities,
          },
        ]
      : [],
  )
  const drawn = planningAreasAt(views, at).map((area) => ({ ...area, kind: 'planningArea' as const, code: area.id }))
  return [
    { kind: 'region', code: region, name: region, municipalities },
    ...[...own].map((code) => ({ kind: 'municipality' as const, code, name: code, municipalities: [code] })),
    ...[...councils, ...drawn].filter((area) => area.municipalities.some((code) => own.has(code))),
  ]
}

/** The family that the documentation is for, with how many each of its groups is in the country; null for a single group. */
function familyFact({ target }: SubjectOf<'A14'>, { inhabitants }: Demand): FamilyFact | null {
  const family = target.kind === 'family' ? diagnosisFamilies.find(({ id }) => id === target.id) : undefined
  if (family === undefined) return null
  const national = [...inhabitants.values()].reduce((sum, count) => sum + count, 0)
  return {
    family: family.id,
    members: family.groups.map((id) => {
      const group = diagnosisGroups.find((one) => one.id === id)
      return { group: id, persons: group === undefined ? null : atMost(group, national) }
    }),
  }
}

/** The clinic of a therapist who asks to be documented for children; null for another group. */
function childrensClinicFact(
  views: Views,
  { target, person, place }: SubjectOf<'A14'>,
  at: AsOf,
  { geography }: World,
): ChildrensClinicFact | null {
  if (!membersOf(target.id).some((group) => childrensGroups.includes(group))) return null
  const holding = views
    .statement<{ clinic: string; inputs: string }>(
      `SELECT p.clinic, p.inputs FROM provider p WHERE p.holder = :person AND ${asOf('p')} ORDER BY p.number`,
    )
    .get({ person, ...moment(at) })
  if (holding === undefined) return { criteria: null, nearestMetres: null, inputs: [] }
  const all = childrensClinicsAt(views, at)
  const own = all.find(({ clinic }) => clinic === holding.clinic)
  const municipality = place?.municipality ?? own?.municipality ?? null
  const qualifying = all.filter(({ criteria }) => isChildrensClinic(criteria))
  return {
    criteria: own?.criteria ?? { competence: null, facilities: null, equipment: null, parentsInvolved: null },
    nearestMetres: municipality === null ? null : nearestMetres(geography, municipality, qualifying),
    inputs: [...eventIds(holding.inputs), ...(own?.inputs ?? [])],
  }
}

/** Persons in the country by the source's number, or at most by the highest prevalence that it gives. */
function atMost({ persons, per100k }: DiagnosisGroup, inhabitants: number): number | null {
  if (persons !== null || per100k === null) return persons
  return Math.ceil((inhabitants * per100k[1]) / 100_000)
}
