import { z } from 'zod'
import type { ScenarioCommand } from '#api/commands/scenario'
import type { Command } from '#api/contract'
import type { Scope } from '#api/policy'
import { problemCodes } from '#api/problem'
import { ActivitySubject } from '#events/activity'
import { AddressId, AgreementId, CaseId, ClinicId, PersonId, ProviderNumber, SchoolId } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import { streamOf } from '../handle.ts'
import type { Views } from '../projections/views.ts'
import { isOwn, mayLook, scenarioRecord } from '../scenarios/records.ts'
import { areaConcerned, type MembersOf } from './areaReach.ts'
import { problem } from './problems.ts'

/** Region of a municipality on a date; undefined when it is in none. */
export type RegionOf = (municipality: string, on: EffectiveDate) => string | undefined

/** What a command can name at the top of its body. */
const Named = z.looseObject({
  region: z.string().nullish(),
  committee: z.string().optional(),
  municipality: z.string().optional(),
  address: z.object({ municipality: z.string().nullable() }).optional(),
  case: CaseId.optional(),
  clinic: ClinicId.optional(),
  addressId: AddressId.optional(),
  number: ProviderNumber.optional(),
  school: SchoolId.optional(),
  agreement: AgreementId.optional(),
  person: PersonId.optional(),
  about: ActivitySubject.optional(),
})
type Named = z.infer<typeof Named>

/**
 * Throws when a command lies outside the caller's reach: 404 for a case, whose existence is secret there, 403 for what
 * everyone may know of. What has no place yet, such as a clinic without an address, is within every region's reach.
 */
export function checkReach(
  command: Command,
  scope: Scope,
  views: Views,
  regionOf: RegionOf,
  today: EffectiveDate,
  membersOf: MembersOf,
): void {
  const { reach, organisation } = scope
  if (isScenarioCommand(command)) {
    checkScenario(command, scope, views)
    return
  }
  if (reach === 'all') return
  const named = Named.parse(command.data)
  if (reach === 'municipality') {
    if (named.municipality !== organisation) throw problem(403, problemCodes.forbidden)
    return
  }
  const own = reach === 'region' ? scope.regions : []
  if (own.length === 0) throw problem(403, problemCodes.forbidden)
  const concerned = areaConcerned(command, views, membersOf)
  if (concerned !== null) {
    const isOurs =
      concerned !== 'unknown' &&
      concerned.regions.every((region) => own.includes(region)) &&
      concerned.municipalities.every((code) => own.includes(regionOf(code, today) ?? ''))
    if (!isOurs) throw problem(403, problemCodes.forbidden)
    return
  }
  const said = [named.region, named.committee].filter((region) => region != null)
  if (said.some((region) => !own.includes(region))) throw problem(403, problemCodes.forbidden)
  if (named.case !== undefined) {
    const known = command.type === 'OpenCase' || own.includes(regionOfCase(views, named.case) ?? '')
    if (!known) throw problem(404, problemCodes.notFound)
    return
  }
  // Figures of another region, or of the whole country, are nobody's but the registrar's.
  const { about } = named
  if (about?.level === 'nation' || (about?.level === 'region' && !own.includes(about.id)))
    throw problem(403, problemCodes.forbidden)
  const places = municipalitiesOf(views, named)
  if (places.some((municipality) => !own.includes(regionOf(municipality, today) ?? ''))) {
    throw problem(403, problemCodes.forbidden)
  }
}

/**
 * A scenario is its owner's: 404 for who may not know of it, 403 for who may only look. What its changes would touch is
 * nobody else's business, for they touch nothing.
 */
function checkScenario(command: ScenarioCommand, scope: Scope, views: Views): void {
  const visible = (id: string) => {
    const record = scenarioRecord(views, id)
    return record !== null && mayLook(record, scope) ? record : null
  }
  if (command.type === 'CreateScenario') {
    const { scenario, copiedFrom } = command.data
    if (copiedFrom !== null && visible(copiedFrom) === null) throw problem(404, problemCodes.notFound)
    const there = scenarioRecord(views, scenario)
    if (there !== null && !isOwn(there, scope)) throw problem(409, 'scenario.taken', { params: { scenario } })
    return
  }
  const record = visible(command.data.scenario)
  if (record === null) throw problem(404, problemCodes.notFound)
  if (!isOwn(record, scope)) throw problem(403, problemCodes.forbidden)
}

function isScenarioCommand(command: Command): command is ScenarioCommand {
  return streamOf(command).startsWith('scenario-')
}

function regionOfCase(views: Views, id: string): string | undefined {
  return views.statement<{ region: string }>('SELECT region FROM case_file WHERE case_id = :id LIMIT 1').get({ id })
    ?.region
}

/** Municipalities of everything that the command names, wherever it was last known to be. */
function municipalitiesOf(views: Views, named: Named): string[] {
  const newest = 'ORDER BY recorded_to DESC, effective_from DESC LIMIT 1'
  const one = (sql: string, id: string | undefined) =>
    id === undefined
      ? []
      : views
          .statement<{ found: string | null }>(`${sql} ${newest}`)
          .all({ id })
          .flatMap(({ found }) => found ?? [])
  const clinicAt = (id: string | undefined) =>
    one(
      "SELECT municipality AS found FROM practice_address WHERE clinic = :id AND kind = 'main' AND role = 'current'",
      id,
    )
  const schoolAt = (id: string | undefined) =>
    one('SELECT municipality AS found FROM riding_school WHERE school = :id', id)
  return [
    ...[named.address?.municipality ?? []].flat(),
    ...one(
      "SELECT municipality AS found FROM practice_address WHERE address = :id AND role = 'current'",
      named.addressId,
    ),
    ...(named.about?.level === 'municipality' ? [named.about.id] : []),
    ...(named.about === undefined && named.municipality !== undefined ? [named.municipality] : []),
    ...clinicAt(named.clinic),
    ...clinicAt(named.about?.level === 'clinic' ? named.about.id : undefined),
    ...one('SELECT clinic AS found FROM provider WHERE number = :id', named.number ?? numberIn(named)).flatMap(
      clinicAt,
    ),
    ...one('SELECT clinic AS found FROM provider WHERE holder = :id', named.person).flatMap(clinicAt),
    ...schoolAt(named.school),
    ...one(
      'SELECT school AS found FROM riding_agreement WHERE agreement = :id',
      named.agreement ?? agreementIn(named),
    ).flatMap(schoolAt),
  ]
}

function numberIn({ about }: Named): string | undefined {
  return about?.level === 'provider' ? about.id : undefined
}

function agreementIn({ about }: Named): string | undefined {
  return about?.level === 'agreement' ? about.id : undefined
}
