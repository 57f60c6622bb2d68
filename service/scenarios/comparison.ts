import type { AsOf } from '#api/asOf'
import type { Scope } from '#api/policy'
import { CoverageAsked } from '#api/views/coverage'
import { type RegionCode, ScenarioId } from '#events/identifiers'
import { demandAt } from '../demand/demand.ts'
import { demandIn } from '../demand/expected.ts'
import { goalAt } from '../demand/pathways.ts'
import type { Views } from '../projections/views.ts'
import { answered } from '../queries/answered.ts'
import { caps } from '../queries/caps.ts'
import { detourIn, proofOf } from '../queries/coverage.ts'
import { type Asked, type CoverageField, coverageField } from '../queries/coverageField.ts'
import { equityOf, rowsOf } from '../queries/coverageRows.ts'
import type { AnswerOf, AsyncQuery, World } from '../queries/query.ts'
import { contentKey } from './decided.ts'
import { type CostOfPeople, percentile } from './percentile.ts'
import type { Planned } from './planned.ts'
import type { ScenarioRecord } from './records.ts'
import { lookedAt, versionsNow } from './scenarioAnswers.ts'

type Answer = AnswerOf<'scenarioComparison'>
type FigureName = Answer['figures'][number]['figure']

/**
 * Two scenarios, or one and its base, by the same measures on the same date. Whatever no change touches is reckoned from
 * the same numbers in the same order on every side, so that its difference is exactly nothing.
 */
export function createComparison(main: Views, planned: Planned): AsyncQuery<'scenarioComparison'> {
  return async (_views, { recordedAt }, scope, { a, b, region, ...question }, world) => {
    const recordA = lookedAt(main, a, scope)
    const recordB = b === 'base' ? null : lookedAt(main, b, scope)
    const at: AsOf = { effectiveOn: recordA.state.asOf, recordedAt }
    const asked: Asked = CoverageAsked.parse({ ...question, offers: 'without', measure: 'share' })
    const measure = async (views: Views) => await measured(views, at, scope, asked, region, world)
    const base = await measure(await planned.openBase(a))
    const inA = await measure((await planned.open(a)).views)
    const inB = recordB === null ? base : await measure((await planned.open(recordB.id)).views)
    return {
      at: answered(main, at),
      a: named(main, recordA, world),
      b: recordB === null ? null : named(main, recordB, world),
      sameBase: recordB === null || recordB.state.base.event === recordA.state.base.event,
      ...question,
      proof: inA.proof,
      figures: inA.figures.map(([figure, value]) => ({
        figure,
        unit: unitOf(figure, asked),
        base: figureIn(base.figures, figure),
        a: value,
        b: figureIn(inB.figures, figure),
      })),
      rows: inA.rows.map(({ municipality, name, region: of, people, share }) => {
        const shareOf = ({ rows }: Side) => rows.find((row) => row.municipality === municipality)?.share ?? null
        const other = shareOf(inB)
        const difference = share === null || other === null ? null : (other - share) * 100
        return { municipality, name, region: of, people, base: shareOf(base), a: share, b: other, difference }
      }),
    }
  }
}

interface Side {
  readonly proof: Answer['proof']
  readonly rows: ReturnType<typeof rowsOf>['rows']
  readonly figures: readonly (readonly [FigureName, number | null])[]
}

/** Coverage and caps of one side by one question. */
export async function measured(
  views: Views,
  at: AsOf,
  scope: Scope,
  asked: Asked,
  region: RegionCode | undefined,
  world: World,
): Promise<Side> {
  const coverage = await coverageField(views, at, asked, detourIn(views, region, at), world)
  const field = coverage.value
  const { rows, total } = rowsOf(field, asked, world.geography.areas, at, region)
  const { areas } = await caps(
    views,
    at,
    scope,
    { kind: 'region', grandfathering: 'on', ...(region === undefined ? {} : { region }) },
    world,
  )
  const expected = demandIn(
    demandAt(views, world.geography.areas, at),
    asked.group,
    rows.map(({ municipality }) => municipality),
    goalAt(views, at),
    at.effectiveOn,
  )
  const here = new Set<string>(rows.map(({ municipality }) => municipality))
  const persons = field.supply.sites.flatMap((site) => (here.has(site.municipality ?? '') ? site.persons : []))
  return {
    proof: proofOf(coverage, asked),
    rows,
    figures: [
      ['coveredShare', total.share],
      ['coveredPeople', total.within],
      ['worstTenth', equityOf(field, asked, rows).worstTenth],
      ['meanCost', total.meanCost],
      ['percentile95', percentile(costsIn(field, here), 95)],
      ['specialists', new Set(persons).size],
      ['expectedUsers', expected.state === 'value' ? expected.value : null],
      ['capsBreached', areas.flatMap(({ cells }) => cells.filter(({ verdict }) => verdict === 'breach')).length],
    ],
  }
}

/** Every square of the municipalities where somebody lives, with what it costs them; those without a way are left out. */
function costsIn({ ground, nearest }: CoverageField, here: ReadonlySet<string>): readonly CostOfPeople[] {
  const { grid, population } = ground
  return [...nearest.entries()].flatMap(([cell, cost]) => {
    const people = population[cell] ?? 0
    const code = grid.municipalities[grid.municipality[cell] ?? -1]
    return people > 0 && Number.isFinite(cost) && code !== undefined && here.has(code) ? [{ cost, people }] : []
  })
}

function named(main: Views, record: ScenarioRecord, world: World): Answer['a'] {
  const { id, state } = record
  const key = contentKey(state.base, versionsNow(main, world, record), state.changes)
  return { scenario: ScenarioId.parse(id), name: state.name, key, asOf: state.asOf }
}

export function figureIn(figures: Side['figures'], asked: FigureName): number | null {
  return figures.find(([figure]) => figure === asked)?.[1] ?? null
}

export function unitOf(figure: FigureName, { unit }: Asked): Answer['figures'][number]['unit'] {
  if (figure === 'coveredShare') return 'share'
  if (figure === 'coveredPeople' || figure === 'expectedUsers') return 'people'
  return figure === 'specialists' || figure === 'capsBreached' ? 'count' : unit
}
