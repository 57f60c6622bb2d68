import type { AsOf } from '#api/asOf'
import type { Scope } from '#api/policy'
import { clinicOf, isRiding, placesOf } from '#events/caseSubject'
import type { Finding } from '#events/finding'
import type { CaseId } from '#events/identifiers'
import { Refusal } from './deciders/decider.ts'
import { type Supposing, supposing, type Views } from './projections/views.ts'
import { answered, NotFound } from './queries/answered.ts'
import { maySee } from './queries/caseAccess.ts'
import { paramsFor, refusedFor } from './queries/caseEconomics.ts'
import { type CaseRecord, caseRecords, isOpen } from './queries/caseRecords.ts'
import { judgedFacts } from './queries/judgedFacts.ts'
import { planInForce } from './queries/planInForce.ts'
import type { AnswerOf, AsyncQuery, World } from './queries/query.ts'
import { daysBetween } from './rules/calendar.ts'
import { responsibleRegion } from './rules/responsibleRegion.ts'
import { evaluate } from './rules/rulebook.ts'
import type { Scenarios, Turn } from './scenarios.ts'

type Collision = AnswerOf<'collisions'>['collisions'][number]

/** Cases that one case is held against at most, those nearest in effective date first, so that an answer has an end. */
const mostCompared = 20

/**
 * Open cases that are each lawful and together are not. Cases that share nothing cannot disturb each other and are left
 * out. Each pair happens in the order of its effective dates, and each of the two is judged with the other one done; then
 * all of them together, for what only shows when three meet. A finding that passes alone and is breached together, or a
 * change that the register takes alone and refuses after the other, is a collision.
 */
export function createCollisions(scenarios: Scenarios): AsyncQuery<'collisions'> {
  return async (views, _at, scope, { case: id }, world) => {
    const now: AsOf = { effectiveOn: world.today, recordedAt: 'now' }
    const records = caseRecords(views, now).filter((record) => maySee(scope, record))
    const asked = records.find((record) => record.case === id)
    if (asked === undefined) throw new NotFound(`Case ${id}`)
    const others = isOpen(asked) ? sharing(asked, records.filter(isOpen)) : []
    const collisions: Collision[] = []
    for (const other of others) {
      const found = await together(scenarios, views, [asked, other], world)
      if (found !== null) collisions.push({ with: [named(other)], ...found })
    }
    if (others.length > 1) {
      const found = await together(scenarios, views, [asked, ...others], world)
      const known = new Set(collisions.flatMap(({ findings }) => findings.map(({ case: of, rule }) => `${of} ${rule}`)))
      const only = found?.findings.filter(({ case: of, rule }) => of === id && !known.has(`${of} ${rule}`)) ?? []
      if (only.length > 0) collisions.push({ with: others.map(named), findings: only, refused: null })
    }
    return {
      at: answered(views, now),
      examined: others.length,
      collisions: collisions.map((one) => seenBy(scope, one)),
    }
  }
}

/** The collision without a clinic's economy for who may not know of it. */
function seenBy(scope: Scope, collision: Collision): Collision {
  const findings = collision.findings.map((finding) => ({ ...finding, params: paramsFor(scope, finding) }))
  return { ...collision, findings, refused: collision.refused === null ? null : refusedFor(scope, collision.refused) }
}

/** Open cases that touch something of the asked one's, the nearest in effective date first. */
function sharing(asked: CaseRecord, open: readonly CaseRecord[]): readonly CaseRecord[] {
  const own = touchedBy(asked)
  const apart = ({ wantedFrom }: CaseRecord) => Math.abs(daysBetween(wantedFrom, asked.wantedFrom))
  return open
    .filter((other) => other.case !== asked.case && [...touchedBy(other)].some((thing) => own.has(thing)))
    .toSorted((a, b) => apart(a) - apart(b) || a.number.localeCompare(b.number))
    .slice(0, mostCompared)
}

/** What an application's effect can touch: clinic, number, person, school, agreement, municipalities, and what a region has one of. */
function touchedBy({ subject, region }: CaseRecord): ReadonlySet<string> {
  const clinic = clinicOf(subject)
  const { from, to } = placesOf(subject)
  const municipalities = [from?.municipality ?? null, to?.municipality ?? null].filter((code) => code !== null)
  const named = Object.entries(subject).flatMap(([field, value]) =>
    typeof value === 'string' && identities.has(field) ? [`${identities.get(field)} ${value}`] : [],
  )
  return new Set([
    ...named,
    ...(clinic === null ? [] : [`clinic ${clinic}`]),
    ...municipalities.map((code) => `municipality ${code}`),
    ...(isRiding(subject) ? [`riding ${region}`] : []),
    ...(subject.type === 'A13' ? [`pool ${region} ${subject.specialty}`] : []),
  ])
}

/** Fields of an application that name somebody or something in the register, and what they name. */
const identities: ReadonlyMap<string, string> = new Map([
  ['provider', 'number'],
  ['clinic', 'clinic'],
  ['school', 'school'],
  ['agreement', 'agreement'],
  ['address', 'address'],
  ['holder', 'person'],
  ['fromHolder', 'person'],
  ['toHolder', 'person'],
  ['therapist', 'person'],
  ['person', 'person'],
])

/** What goes wrong when all of the cases happen and not when each of them happens alone; null when nothing does. */
async function together(
  scenarios: Scenarios,
  views: Views,
  cases: readonly CaseRecord[],
  world: World,
): Promise<Pick<Collision, 'findings' | 'refused'> | null> {
  const inOrder = cases.toSorted((a, b) => a.wantedFrom.localeCompare(b.wantedFrom) || a.number.localeCompare(b.number))
  const turns = await scenarios.inTurn(inOrder.map((one) => one.case))
  const refused = turns.find(({ outcome }) => outcome instanceof Refusal)
  if (refused?.outcome instanceof Refusal) return await refusedTogether(scenarios, refused.case, refused.outcome)
  const alone = new Map<CaseId, readonly Finding[]>()
  for (const one of inOrder) alone.set(one.case, judged(views, await scenarios.supposing(one.case), one, world))
  // What one of them breaches by itself is its own fault, and no collision.
  const faults = new Set(
    [...alone.values()].flat().flatMap(({ rule, outcome }) => (outcome === 'breach' ? [rule] : [])),
  )
  const findings = inOrder.flatMap((one) => {
    const among = supposing(views, eventsOf(turns.filter((turn) => turn.case !== one.case)))
    const own = eventsOf(turns.filter((turn) => turn.case === one.case))
    const after = among((withOthers) => judged(withOthers, supposing(withOthers, own), one, world))
    const passed = new Set(alone.get(one.case)?.flatMap(({ rule, outcome }) => (outcome === 'pass' ? [rule] : [])))
    return after.flatMap(({ rule, outcome, code, params }) =>
      outcome === 'breach' && passed.has(rule) && !faults.has(rule)
        ? [{ case: one.case, number: one.number, rule, code, params }]
        : [],
    )
  })
  return findings.length === 0 ? null : { findings, refused: null }
}

/** A refusal after others is a collision only when there is none without them. */
async function refusedTogether(scenarios: Scenarios, id: CaseId, { code, params }: Refusal) {
  const [alone] = await scenarios.inTurn([id])
  if (alone === undefined || alone.outcome instanceof Refusal) return null
  return { findings: [], refused: { case: id, code, params: { ...params } } }
}

function eventsOf(turns: readonly Turn[]) {
  return turns.flatMap(({ outcome }) => (outcome instanceof Refusal ? [] : outcome))
}

function judged(views: Views, changed: Supposing, record: CaseRecord, world: World): readonly Finding[] {
  const at: AsOf = { effectiveOn: record.wantedFrom, recordedAt: 'now' }
  const region = responsibleRegion(record.region, record.wantedFrom)
  const plan = planInForce(views, region, at)
  return plan === null ? [] : evaluate(judgedFacts(views, changed, record, at, world), plan.parameters)
}

function named({ case: id, number, type, applicant, wantedFrom }: CaseRecord): Collision['with'][number] {
  return { case: id, number, type, applicant, wantedFrom }
}
