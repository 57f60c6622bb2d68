import type { AsOf } from '#api/asOf'
import type { CaseStatus } from '#api/views/case'
import { ApplicationType } from '#events/case'
import { CaseSubject } from '#events/caseSubject'
import { Role } from '#events/envelope'
import type { FindingSet } from '#events/finding'
import { CaseId, MunicipalityCode, RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { asOf, moment } from '../projections/bitemporal.ts'
import type { Views } from '../projections/views.ts'

/** A case as the views hold it, with the hearings of its round and the information it waits for. */
export interface CaseRecord {
  readonly case: CaseId
  readonly number: string
  readonly region: RegionCode
  readonly type: ApplicationType
  readonly applicant: string
  readonly subject: CaseSubject
  readonly receivedOn: EffectiveDate
  readonly wantedFrom: EffectiveDate
  readonly fromMunicipality: MunicipalityCode | null
  readonly toMunicipality: MunicipalityCode | null
  readonly findings: FindingSet | null
  /** Event that holds the findings. */
  readonly findingsEvent: string | null
  readonly involved: readonly MunicipalityCode[]
  readonly round: number
  readonly recommendation: string | null
  readonly tabledFor: EffectiveDate | null
  readonly rulingNumber: string | null
  readonly effect: string | null
  readonly status: CaseStatus
  readonly missing: readonly { readonly item: string; readonly dueOn: EffectiveDate }[]
  readonly hearings: readonly Hearing[]
  /** Hearings about earlier versions of the application, the latest round first. */
  readonly earlierHearings: readonly Hearing[]
  /** Municipalities of the round that a person decided not to ask. */
  readonly exempt: readonly Exempt[]
  readonly inputs: string
}

/** One municipality's hearing. */
export interface Hearing {
  readonly consultation: string
  readonly case: CaseId
  readonly municipality: MunicipalityCode
  readonly round: number
  readonly questions: string
  readonly sentOn: EffectiveDate
  readonly dueOn: EffectiveDate
  readonly lapsed: boolean
  readonly answered: boolean
  readonly remindedOn: EffectiveDate | null
  /** A later deadline that was asked for, as JSON; null where none is. */
  readonly request: string | null
  readonly inputs: string
}

/** A municipality that a person decided not to ask. */
interface Exempt {
  readonly municipality: MunicipalityCode
  readonly round: number
  readonly reason: string
  readonly on: EffectiveDate
  readonly userId: string
  readonly role: Role
  readonly inputs: string
}

type CaseCells = {
  case_id: string
  number: string
  region: string
  type: string
  applicant: string
  subject: string
  received_on: string
  wanted_from: string
  from_municipality: string | null
  to_municipality: string | null
  findings: string | null
  finding_set: string | null
  involved: string | null
  round: number
  heard_round: number
  recommendation: string | null
  tabled_for: string | null
  ruling: string | null
  ruling_stands: number
  referred: number
  withdrawn: number
  effect: string | null
  national: string | null
  inputs: string
}

type HearingCells = {
  consultation: string
  case_id: string
  municipality: string
  round: number
  questions: string
  sent_on: string
  due_on: string
  lapsed: number
  reminded_on: string | null
  request: string | null
  answers: number
  inputs: string
}

type ExemptCells = {
  case_id: string
  municipality: string
  round: number
  reason: string
  decided_on: string
  user: string
  role: string
  inputs: string
}

/** Every case at the two times, the newest number first; only one when `only` is given. Nothing is left out by scope. */
export function caseRecords(views: Views, at: AsOf, only?: CaseId): readonly CaseRecord[] {
  const one = (alias: string) => (only === undefined ? '' : `AND ${alias}.case_id = :only`)
  const parameters = { ...moment(at), ...(only === undefined ? {} : { only }) }
  const hearings = views
    .statement<HearingCells>(
      `SELECT c.*, (SELECT count(*) FROM consultation_answer a WHERE a.consultation = c.consultation AND ${asOf('a')}) AS answers
       FROM consultation c WHERE ${asOf('c')} ${one('c')} ORDER BY c.municipality, c.round`,
    )
    .all(parameters)
    .map(hearingOf)
  const exempt = views
    .statement<ExemptCells>(
      `SELECT x.* FROM consultation_exempt x WHERE ${asOf('x')} ${one('x')} ORDER BY x.municipality`,
    )
    .all(parameters)
  const items = views
    .statement<{ case_id: string; item: string; due_on: string }>(
      `SELECT i.case_id, i.item, i.due_on FROM case_item i WHERE ${asOf('i')} ${one('i')} ORDER BY i.due_on, i.item`,
    )
    .all(parameters)
  const cases = views
    .statement<CaseCells>(
      `SELECT c.*, f.findings AS finding_set,
         EXISTS (SELECT 1 FROM ruling r WHERE r.case_id = c.case_id AND r.number = c.ruling AND ${asOf('r')}) AS ruling_stands
       FROM case_file c LEFT JOIN case_findings f ON f.event = c.findings AND ${asOf('f')}
       WHERE ${asOf('c')} ${one('c')} ORDER BY c.number DESC`,
    )
    .all(parameters)
  return cases.map((row) =>
    recordOf(
      row,
      hearings.filter((hearing) => hearing.case === row.case_id),
      items.filter(({ case_id }) => case_id === row.case_id),
      exempt.filter(({ case_id }) => case_id === row.case_id).map(exemptOf),
    ),
  )
}

function hearingOf(row: HearingCells): Hearing {
  return {
    consultation: row.consultation,
    case: CaseId.parse(row.case_id),
    municipality: MunicipalityCode.parse(row.municipality),
    round: row.round,
    questions: row.questions,
    sentOn: EffectiveDate.parse(row.sent_on),
    dueOn: EffectiveDate.parse(row.due_on),
    lapsed: row.lapsed === 1,
    answered: row.answers > 0,
    remindedOn: EffectiveDate.nullable().parse(row.reminded_on),
    request: row.request,
    inputs: row.inputs,
  }
}

function exemptOf(row: ExemptCells): Exempt {
  const { round, reason, user: userId, inputs } = row
  return {
    municipality: MunicipalityCode.parse(row.municipality),
    round,
    reason,
    on: EffectiveDate.parse(row.decided_on),
    userId,
    role: Role.parse(row.role),
    inputs,
  }
}

function recordOf(
  row: CaseCells,
  hearings: readonly Hearing[],
  items: readonly { readonly item: string; readonly due_on: string }[],
  exempt: readonly Exempt[],
): CaseRecord {
  const current = hearings.filter(({ round }) => round === row.round)
  return {
    case: CaseId.parse(row.case_id),
    number: row.number,
    region: RegionCode.parse(row.region),
    type: ApplicationType.parse(row.type),
    applicant: row.applicant,
    subject: CaseSubject.parse(JSON.parse(row.subject)),
    receivedOn: EffectiveDate.parse(row.received_on),
    wantedFrom: EffectiveDate.parse(row.wanted_from),
    fromMunicipality: MunicipalityCode.nullable().parse(row.from_municipality),
    toMunicipality: MunicipalityCode.nullable().parse(row.to_municipality),
    // Checked when the event was read from the log.
    findings: row.finding_set === null ? null : (JSON.parse(row.finding_set) as FindingSet),
    findingsEvent: row.findings,
    involved: MunicipalityCode.array().parse(JSON.parse(row.involved ?? '[]')),
    round: row.round,
    recommendation: row.recommendation,
    tabledFor: EffectiveDate.nullable().parse(row.tabled_for),
    rulingNumber: row.ruling_stands === 1 ? row.ruling : null,
    effect: row.effect,
    status: statusOf(row, current, items.length > 0),
    missing: items.map(({ item, due_on }) => ({ item, dueOn: EffectiveDate.parse(due_on) })),
    hearings: current,
    earlierHearings: hearings.filter(({ round }) => round < row.round).toSorted((a, b) => b.round - a.round),
    exempt: exempt.filter(({ round }) => round === row.round),
    inputs: row.inputs,
  }
}

/** The farthest point that the case has reached. */
function statusOf(row: CaseCells, hearings: readonly Hearing[], isMissing: boolean): CaseStatus {
  const ruled = row.ruling !== null && row.ruling_stands === 1
  if (row.withdrawn === 1) return 'withdrawn'
  if (row.referred === 1) return 'referred'
  if (row.national === 'refused') return 'ruled'
  if (row.national !== null) return row.effect === null ? 'ruled' : applied(row.effect)
  if (ruled && row.effect !== null) return applied(row.effect)
  if (ruled) return 'ruled'
  if (row.tabled_for !== null) return 'tabled'
  if (row.round > 0 && row.heard_round === row.round) return 'heard'
  if (hearings.length > 0) return 'in-consultation'
  if (isMissing) return 'awaiting-information'
  return row.findings === null ? 'received' : 'checked'
}

function applied(effect: string): CaseStatus {
  return effect.startsWith('{"applied":true') ? 'applied' : 'effect-refused'
}

const closed: ReadonlySet<CaseStatus> = new Set<CaseStatus>([
  'ruled',
  'applied',
  'effect-refused',
  'referred',
  'withdrawn',
])

/** True while the case can still be prepared and ruled on. */
export function isOpen({ status }: { readonly status: CaseStatus }): boolean {
  return !closed.has(status)
}
