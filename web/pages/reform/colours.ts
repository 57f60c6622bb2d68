import type { Figures as MapFigures } from '../../map/figures.ts'
import type { MunicipalityMove, Reform } from './reformAnswer.ts'

/** What the municipalities are coloured by. */
export type ColourBy = 'region' | 'council'

/** Colours of the areas, told apart by lightness too. */
const areaTokens = ['--seq-2', '--seq-4', '--seq-1', '--seq-5', '--seq-3'] as const
type AreaToken = (typeof areaTokens)[number]

/** An area that has a colour. */
interface AreaKey {
  readonly id: string
  readonly name: string
  readonly colour: AreaToken
}

/**
 * The areas that get a colour: the regions of the side that has more of them, since those say where the line was or will
 * be; or the health councils of which at least one municipality is known.
 */
export function areaKeys({ handovers, councils }: Reform, by: ColourBy): readonly AreaKey[] {
  const named =
    by === 'council'
      ? councils.known.filter(({ municipalities }) => municipalities > 0).map(({ name }) => ({ id: name, name }))
      : handovers
          .flatMap((handover) => handover[finerSide(handover)])
          .map(({ code, name }) => ({ id: String(code), name }))
  return named.map((one, index) => ({ ...one, colour: areaTokens[index % areaTokens.length] ?? '--seq-2' }))
}

/** The side of a handover with more regions; the first of equals. */
function finerSide({ before, after }: Reform['handovers'][number]): 'before' | 'after' {
  return after.length > before.length ? 'after' : 'before'
}

/** The area of a municipality among those with a colour; null where it has none. */
export function areaOf(move: MunicipalityMove, keys: readonly AreaKey[], by: ColourBy): AreaKey | null {
  const ids: readonly (string | null)[] = by === 'council' ? [move.council] : [move.before, move.after]
  return keys.find(({ id }) => ids.includes(id)) ?? null
}

/** Municipalities on the map: those that change region, classed by their area; without a class where it is not known. */
export function moveFigures(reform: Reform, keys: readonly AreaKey[], by: ColourBy): MapFigures {
  return new Map(
    reform.municipalities
      .filter(({ before, after }) => before !== after)
      .map((move) => {
        const area = areaOf(move, keys, by)
        return [
          move.code,
          {
            code: move.code,
            name: move.name,
            value: area === null ? null : keys.indexOf(area),
            text: '',
            said: move.name,
            class: area === null ? null : keys.indexOf(area),
            rank: null,
            population: null,
          },
        ]
      }),
  )
}
