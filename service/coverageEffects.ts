import type { AsOf } from '#api/asOf'
import type { CoverageService } from '#api/views/coverage'
import { diagnosisGroups } from '#events/diagnosisGroups'
import { DiagnosisGroupId, MunicipalityCode } from '#events/identifiers'
import { regionOf } from '#geo/hierarchy'
import { answered, NotFound } from './queries/answered.ts'
import { maySee } from './queries/caseAccess.ts'
import { caseRecords } from './queries/caseRecords.ts'
import { detourIn, proofOf } from './queries/coverage.ts'
import { placesOf } from './queries/coverageCosts.ts'
import { type Asked, coverageFieldBy } from './queries/coverageField.ts'
import { type Supply, supplyFor } from './queries/coverageSupply.ts'
import { capTargets } from './queries/facts/caps.ts'
import { groundInForce } from './queries/groundInForce.ts'
import type { AnswerOf, AsyncQuery, World } from './queries/query.ts'
import type { ReachEngine } from './reach/engine.ts'
import type { Ground } from './reach/ground.ts'
import type { Scenarios } from './scenarios.ts'

type Effect = AnswerOf<'coverageEffects'>['effects'][number]

/** A change of less than a minute is within what the surface can tell apart. */
const leastMinutes = 1
/** Services that an application can change. */
const byGroup: readonly CoverageService[] = ['clinic', 'home']
const forAll: readonly CoverageService[] = ['riding', 'children', 'palliative']

/**
 * Coverage before and after an application, on the day that it is wanted from, for every group and service whose places
 * are not the same after it. People are those of the case's region.
 */
export function createCoverageEffects(scenarios: Scenarios): AsyncQuery<'coverageEffects'> {
  return async (views, _at, scope, { case: id, max }, world) => {
    const now: AsOf = { effectiveOn: world.today, recordedAt: 'now' }
    const record = caseRecords(views, now, id).find((one) => maySee(scope, one))
    if (record === undefined) throw new NotFound(`Case ${id}`)
    const { region, wantedFrom } = record
    const at: AsOf = { effectiveOn: wantedFrom, recordedAt: 'now' }
    const changed = await scenarios.supposing(id)
    const [first] = diagnosisGroups
    if (first === undefined) throw new Error('No diagnosis group is known')
    const questions = [
      ...byGroup.flatMap((service) =>
        capTargets.map(({ id }) => DiagnosisGroupId.parse(id)).map((group) => ({ service, group, told: group })),
      ),
      ...forAll.map((service) => ({ service, group: first.id, told: null })),
    ]
    const before = questions.map((asked) => supplyFor(views, at, asked, world))
    const after = changed((then) => questions.map((asked) => supplyFor(then, at, asked, world)))
    const ground = await groundInForce(views, at, world)
    const touched = questions.flatMap(({ service, told }, index) => {
      const [was, is] = [before[index], after[index]]
      const isTouched = was !== undefined && is !== undefined && placesText(was) !== placesText(is)
      return isTouched ? [{ service, told, was, is }] : []
    })
    const { signal, onProgress } = world.asker ?? {}
    const alone: World = { ...world, asker: signal === undefined ? {} : { signal } }
    const asked: Asked = { ...usual(first.id), max }
    const inside = insideOf(ground, region, at, world)
    const measured = await ground.reach.minutes(async (engine) => {
      const effects: Effect[] = []
      for (const [index, { service, told, was, is }] of touched.entries()) {
        onProgress?.({ of: 'groups', done: index, all: touched.length })
        effects.push({ service, group: told, ...(await compared(was, is, engine, ground, inside, max, world)) })
      }
      const detour = detourIn(views, region, at)
      return { effects, field: await coverageFieldBy(engine, ground, views, at, asked, detour, alone) }
    })
    const { effects, field } = measured.value
    const proof = proofOf({ ...measured, value: field }, asked)
    return { at: { ...answered(views, at) }, region, max, proof, effects }
  }
}

function usual(group: DiagnosisGroupId): Omit<Asked, 'max'> {
  return {
    group,
    service: 'clinic',
    unit: 'minutes',
    offers: 'without',
    measure: 'share',
    k: 2,
    decay: 'step',
    exponentTenths: 20,
  }
}

/** Where somebody counts, and how many. */
function placesText({ sites }: Supply): string {
  return JSON.stringify(sites.map(({ id, position, persons }) => [id, position, persons]))
}

function insideOf({ grid }: Ground, region: string, at: AsOf, { geography: { areas } }: World): readonly boolean[] {
  return grid.municipalities.map((code) => regionOf(areas, code, at.effectiveOn)?.code === region)
}

async function compared(
  was: Supply,
  is: Supply,
  engine: ReachEngine,
  ground: Ground,
  inside: readonly boolean[],
  max: number,
  { geography: { areas }, asker }: World,
): Promise<Omit<Effect, 'service' | 'group'>> {
  // How far the groups have come is told, not the places of each.
  const waiting = asker?.signal === undefined ? {} : { signal: asker.signal }
  const { cost: before } = await engine.nearest(placesOf(was.sites), waiting)
  const { cost: after } = await engine.nearest(placesOf(is.sites), waiting)
  const sum = { people: 0, withinBefore: 0, withinAfter: 0, shorter: 0, longer: 0, gainWay: 0, loseWay: 0 }
  let [shorterBy, longerBy] = [0, 0]
  const lost = new Map<number, number>()
  for (const [cell, people] of ground.population.entries()) {
    const municipality = ground.grid.municipality[cell] ?? -1
    if (people === 0 || inside[municipality] !== true) continue
    const early = before[cell] ?? Number.POSITIVE_INFINITY
    const late = after[cell] ?? Number.POSITIVE_INFINITY
    sum.people += people
    if (early <= max) sum.withinBefore += people
    if (late <= max) sum.withinAfter += people
    if (early <= max && late > max) lost.set(municipality, (lost.get(municipality) ?? 0) + people)
    if (!Number.isFinite(early) || !Number.isFinite(late)) {
      if (Number.isFinite(late)) sum.gainWay += people
      else if (Number.isFinite(early)) sum.loseWay += people
      continue
    }
    const change = late - early
    if (change <= -leastMinutes) {
      sum.shorter += people
      shorterBy -= change * people
    } else if (change >= leastMinutes) {
      sum.longer += people
      longerBy += change * people
    }
  }
  return {
    ...sum,
    shorterBy: sum.shorter === 0 ? null : shorterBy / sum.shorter,
    longerBy: sum.longer === 0 ? null : longerBy / sum.longer,
    gaps: [...lost]
      .toSorted((a, b) => b[1] - a[1])
      .map(([index, people]) => {
        const code = MunicipalityCode.parse(ground.grid.municipalities[index])
        return { municipality: code, name: areas.municipalities.find((one) => one.code === code)?.name ?? code, people }
      }),
  }
}
