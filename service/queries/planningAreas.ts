import { demandAt } from '../demand/demand.ts'
import { answered } from './answered.ts'
import { personsIn } from './facts/caps.ts'
import { contiguityOf } from './facts/contiguity.ts'
import { overlapsOf, planningAreasAt } from './facts/planningAreas.ts'
import { regionOfMost } from './facts/regionOfMost.ts'
import { practitioners } from './practitioners.ts'
import type { Query } from './query.ts'

/** Planning areas that hold on the date, with their sums and pieces. */
export const planningAreas: Query<'planningAreas'> = (views, at, _scope, _params, { geography }) => {
  const { inhabitants } = demandAt(views, geography.areas, at)
  const everybody = practitioners(views, at)
  const drawn = planningAreasAt(views, at)
  return {
    at: answered(views, at),
    areas: drawn.map((area) => ({
      ...area,
      municipalities: [...area.municipalities],
      region: regionOfMost(geography.areas, area.municipalities, at.effectiveOn, inhabitants),
      inhabitants: area.municipalities.reduce((sum, code) => sum + (inhabitants.get(code) ?? 0), 0),
      physiotherapists: personsIn(everybody, area.municipalities).size,
      contiguity: contiguityOf(geography, inhabitants, area.municipalities),
    })),
    overlaps: overlapsOf(drawn).map(({ municipality, areas }) => ({ municipality, areas: [...areas] })),
  }
}
