import type { AsOf } from '#api/asOf'
import type { AlternativeChange } from '#api/views/alternatives'
import type { CaseSubject } from '#events/caseSubject'
import type { Finding } from '#events/finding'
import type { MunicipalityCode } from '#events/identifiers'
import type { Address, Position2d } from '#events/place'
import type { Views } from '../projections/views.ts'
import { answered, NotFound } from '../queries/answered.ts'
import { boundariesInForce } from '../queries/boundaries.ts'
import { maySee } from '../queries/caseAccess.ts'
import { type CaseRecord, caseRecords, isOpen } from '../queries/caseRecords.ts'
import { withGround } from '../queries/facts/coverage.ts'
import { groundInForce } from '../queries/groundInForce.ts'
import { supposedFacts } from '../queries/judgedFacts.ts'
import { claimsOn, planInForce } from '../queries/planInForce.ts'
import type { AnswerOf, AsyncQuery, World } from '../queries/query.ts'
import { responsibleRegion } from '../rules/responsibleRegion.ts'
import { evaluate } from '../rules/rulebook.ts'
import type { Scenarios } from '../scenarios.ts'
import { inTurns } from '../turns.ts'
import { faultsIn, isAcceptable, uncured } from './acceptable.ts'
import { type Application, byChange, flipped, kindOf, withChange } from './application.ts'
import { type Candidate, placesNear, schoolsNear } from './places.ts'

type Answer = AnswerOf<'alternatives'>
type Judge = (application: Application) => Promise<readonly Finding[] | null>
type Offered = Application & { readonly findings: readonly Finding[] }

/** Days that dates are looked for ahead and back: the reach of the levers themselves. */
const reachDays = 3660
/** Changes one after the other in one alternative; and alternatives that are told. */
const mostChanges = 3
const mostTold = 5
/** Places tried in vain, and with the same faults left, before the search is given up. */
const inVain = 4

/**
 * The nearest lawful applications to one that breaches. What would turn each breach is read from the findings themselves;
 * another place is looked for in the municipality that capacity must stay in. Every one of them is judged by the whole rule
 * book before it is told, and has its turn on the event loop like any other question.
 */
export function createAlternatives(scenarios: Scenarios): AsyncQuery<'alternatives'> {
  return async (views, _at, scope, { case: id }, world) => {
    const now: AsOf = { effectiveOn: world.today, recordedAt: 'now' }
    const record = caseRecords(views, now, id).find((one) => maySee(scope, one))
    if (record === undefined) throw new NotFound(`Case ${id}`)
    const empty = { at: answered(views, now), case: id, breached: [], alternatives: [], none: [] }
    if (!isOpen(record)) return empty
    const turn = inTurns(world.asker?.signal)
    const judge: Judge = async (application) => {
      await turn()
      return await judged(scenarios, views, record, application, world, turn)
    }
    const { subject, wantedFrom } = record
    const asked: Application = { subject, wantedFrom, changes: [] }
    const original = await judge(asked)
    const breached = original === null ? [] : faultsIn(original)
    if (original === null || breached.length === 0) return empty
    const byNumber = await repaired(asked, original, original, judge)
    const elsewhere = await placed(asked, original, judge, views, world, turn)
    const found = [...byNumber, ...elsewhere.found].toSorted(byChange)
    return {
      ...empty,
      breached: [...breached],
      alternatives: oneOfAKind(found)
        .slice(0, mostTold)
        .map(({ changes, findings }) => ({
          changes: [...changes],
          turned: turnedIn(original, findings),
          missing: [
            ...new Set(
              findings.flatMap(({ rule, outcome, missing }) =>
                breached.includes(rule) && outcome === 'needs-information' ? missing : [],
              ),
            ),
          ],
        })),
      none: [
        ...(byNumber.length === 0 ? [{ kind: 'number' as const, days: reachDays }] : []),
        ...(elsewhere.found.length === 0 ? elsewhere.none : []),
      ],
    }
  }
}

/** Every rule on the application as if it had been opened like this; null where no single rule set could judge it. */
async function judged(
  scenarios: Scenarios,
  views: Views,
  record: CaseRecord,
  { subject, wantedFrom }: Application,
  world: World,
  turn: () => Promise<void>,
): Promise<readonly Finding[] | null> {
  const at: AsOf = { effectiveOn: wantedFrom, recordedAt: 'now' }
  const asked: CaseRecord = { ...record, subject, wantedFrom }
  const region = responsibleRegion(record.region, wantedFrom)
  const { ground } = await withGround(views, subject, at, world)
  const changed = await scenarios.supposingApplication(asked)
  const plan = claimsOn(views, region, at).names.length > 1 ? null : planInForce(views, region, at)
  if (plan === null) return null
  const facts = supposedFacts(views, changed, asked, at, { ...world, ...(ground === undefined ? {} : { ground }) })
  // Facts are of one moment, whatever is written while others have their turn.
  await turn()
  return evaluate(facts, plan.parameters)
}

/** Changes of single numbers and dates that cure the application, as the findings say them, one after the other. */
async function repaired(
  start: Application,
  findings: readonly Finding[],
  original: readonly Finding[],
  judge: Judge,
): Promise<readonly Offered[]> {
  const offered: Offered[] = []
  const seen = new Set<string>()
  let open = [{ application: start, findings }]
  for (let depth = 0; depth < mostChanges && open.length > 0; depth += 1) {
    const next: typeof open = []
    for (const one of open) {
      for (const application of flipsFrom(one.application, one.findings, original)) {
        const key = JSON.stringify([application.subject, application.wantedFrom])
        if (seen.has(key)) continue
        seen.add(key)
        const found = await judge(application)
        if (found === null) continue
        if (isAcceptable(original, found)) offered.push({ ...application, findings: found })
        else next.push({ application, findings: found })
      }
    }
    open = next
  }
  return offered
}

/** The application with each change that a finding which is still a fault says would turn it. */
function flipsFrom(
  application: Application,
  findings: readonly Finding[],
  original: readonly Finding[],
): readonly Application[] {
  const faults = uncured(original, findings)
  return findings
    .filter(({ rule }) => faults.includes(rule))
    .flatMap(({ flips }) => flips)
    .filter(({ makes }) => makes !== 'breach')
    .flatMap((flip) => flipped(application, flip) ?? [])
}

interface Elsewhere {
  readonly found: readonly Offered[]
  readonly none: Answer['none']
}

/** The nearest place in the municipality that capacity comes from, for an application that moves some. */
async function placed(
  asked: Application,
  original: readonly Finding[],
  judge: Judge,
  views: Views,
  world: World,
  turn: () => Promise<void>,
): Promise<Elsewhere> {
  const move = moveOf(asked.subject)
  if (move === null) return { found: [], none: [] }
  const { from, to } = move
  const municipality = from?.municipality ?? null
  const wanted = to?.position ?? null
  if (municipality === null || wanted === null) return { found: [], none: [{ kind: 'unknownPlace' }] }
  const at: AsOf = { effectiveOn: asked.wantedFrom, recordedAt: 'now' }
  const candidates = await candidatesFor(asked, views, at, municipality, wanted, world, turn)
  let tried = 0
  const left: string[] = []
  for (const { address, change } of candidates) {
    const subject = movedTo(asked.subject, address, change)
    if (subject === null) continue
    tried += 1
    const application = withChange(asked, { subject }, change)
    const findings = await judge(application)
    if (findings === null) break
    if (isAcceptable(original, findings)) return { found: [{ ...application, findings }], none: [] }
    const [best] = (await repaired(application, findings, original, judge)).toSorted(byChange)
    if (best !== undefined) return { found: [best], none: [] }
    left.push(uncured(original, findings).join())
    // Where the same rules are left wherever it is, none of them asks about the place.
    if (left.length >= inVain && new Set(left).size === 1 && left[0] !== '' && left[0] !== 'R-28') break
  }
  const kind = asked.subject.type === 'A9' ? ('school' as const) : ('place' as const)
  return { found: [], none: [{ kind, municipality, tried }] }
}

/** Where an application takes capacity from and to; null where it takes none anywhere else. */
function moveOf(subject: CaseSubject): { readonly from: Address | null; readonly to: Address | null } | null {
  if (subject.type === 'A3' || subject.type === 'A9') return subject
  return subject.type === 'A4' ? { from: subject.place, to: subject.to } : null
}

async function candidatesFor(
  { subject }: Application,
  views: Views,
  at: AsOf,
  municipality: MunicipalityCode,
  wanted: Position2d,
  world: World,
  turn: () => Promise<void>,
): Promise<Iterable<Candidate<AlternativeChange>>> {
  if (subject.type === 'A9') return schoolsNear(views, at, municipality, wanted, [subject.fromSchool, subject.toSchool])
  const ground = await groundInForce(views, at, world)
  // Whoever asks first has the borders read and indexed.
  await boundariesInForce(views, at, world.geography).shapes.indexInTurns(turn)
  return placesNear(views, at, world, ground, municipality, wanted)
}

function movedTo(subject: CaseSubject, to: Address, change: AlternativeChange): CaseSubject | null {
  if (subject.type === 'A9' && change.kind === 'school') return { ...subject, to, toSchool: change.school }
  return subject.type === 'A3' || subject.type === 'A4' ? { ...subject, to } : null
}

/** The one that changes least of those that change the same things, and of those that change something else as well. */
function oneOfAKind(sorted: readonly Offered[]): readonly Offered[] {
  const kept: ReadonlySet<string>[] = []
  return sorted.filter(({ changes }) => {
    const kinds = new Set(changes.map(kindOf))
    if (kept.some((fewer) => [...fewer].every((kind) => kinds.has(kind)))) return false
    kept.push(kinds)
    return true
  })
}

function turnedIn(
  original: readonly Finding[],
  findings: readonly Finding[],
): Answer['alternatives'][number]['turned'] {
  return original.flatMap(({ rule, outcome }) => {
    const after = findings.find((one) => one.rule === rule)?.outcome
    return after === undefined || after === outcome ? [] : [{ rule, before: outcome, after }]
  })
}
