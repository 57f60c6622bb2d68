import type { ScenarioCommand } from '#api/commands/scenario'
import type { Command } from '#api/contract'
import type { Scope } from '#api/policy'
import { problemCodes } from '#api/problem'
import type { EffectiveDate } from '#events/time'
import { streamOf } from '../handle.ts'
import type { Views } from '../projections/views.ts'
import { areaConcerned, type MembersOf } from '../queries/areaConcerned.ts'
import { municipalitiesNamed, Named } from '../queries/namedPlaces.ts'
import { isOwn, mayLook, scenarioRecord } from '../scenarios/records.ts'
import { problem } from './problems.ts'

/** Region of a municipality on a date; undefined when it is in none. */
export type RegionOf = (municipality: string, on: EffectiveDate) => string | undefined

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
  if (command.type === 'SubmitScenario') ownScenario(command.data.scenario, scope, views)
  if (reach === 'all') return
  const named = Named.parse(command.data)
  if (reach === 'municipality') {
    if (named.municipality !== organisation) throw problem(403, otherMunicipality(command))
    checkCounterProposal(command, scope, views)
    return
  }
  checkCounterProposal(command, scope, views)
  const own = reach === 'region' ? scope.regions : []
  if (own.length === 0) throw problem(403, problemCodes.forbidden)
  const concerned = areaConcerned(command, views, membersOf)
  if (concerned !== null) {
    const isOurs =
      typeof concerned === 'object' &&
      concerned.regions.every((region) => own.includes(region)) &&
      concerned.municipalities.every((code) => own.includes(regionOf(code, today) ?? ''))
    if (!isOurs) throw problem(403, problemCodes.forbidden)
    return
  }
  const said = [named.region, named.committee].filter((region) => region != null)
  if (said.some((region) => !own.includes(region))) {
    // Which committee a proposal goes to is said in words, with the way forward.
    if (command.type === 'SubmitScenario')
      throw problem(403, 'scenario.otherCommittee', {
        params: { region: command.data.region, committee: organisation },
      })
    throw problem(403, problemCodes.forbidden)
  }
  if (named.case !== undefined) {
    const opens = command.type === 'OpenCase' || command.type === 'SubmitScenario'
    const known = opens || own.includes(regionOfCase(views, named.case) ?? '')
    if (!known) throw problem(404, problemCodes.notFound)
    return
  }
  // Figures of another region, or of the whole country, are nobody's but the registrar's.
  const { about } = named
  if (about?.level === 'nation' || (about?.level === 'region' && !own.includes(about.id)))
    throw problem(403, problemCodes.forbidden)
  const places = municipalitiesNamed(views, named)
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
  ownScenario(command.data.scenario, scope, views)
}

/** 404 for a scenario that the caller may not know of, 403 for one that is somebody else's. */
function ownScenario(id: string, scope: Scope, views: Views): void {
  const record = scenarioRecord(views, id)
  if (record === null || !mayLook(record, scope)) throw problem(404, problemCodes.notFound)
  if (!isOwn(record, scope)) throw problem(403, problemCodes.forbidden)
}

/** Whoever answers puts a scenario of their own beside the application, and nobody else's. */
function checkCounterProposal(command: Command, scope: Scope, views: Views): void {
  if (command.type !== 'AnswerConsultation' || command.data.counterProposal === null) return
  ownScenario(command.data.counterProposal.scenario, scope, views)
}

/** To whom a hearing was sent is said in words, with the way forward. */
function otherMunicipality({ type }: Command): string {
  const isHearing = type === 'AnswerConsultation' || type === 'RequestConsultationExtension'
  return isHearing ? 'consultation.otherMunicipality' : problemCodes.forbidden
}

function isScenarioCommand(command: Command): command is ScenarioCommand {
  return streamOf(command).startsWith('scenario-')
}

/** Region that a case belongs to; undefined for one that nobody opened. */
export function regionOfCase(views: Views, id: string): string | undefined {
  return views.statement<{ region: string }>('SELECT region FROM case_file WHERE case_id = :id LIMIT 1').get({ id })
    ?.region
}
