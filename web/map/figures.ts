import type { FeatureCollection, Point } from 'geojson'
import type { Answer } from '../api.ts'
import { type Language, number, perInhabitantDecimals } from '../numbers.ts'
import { classOf } from './classes.ts'
import type { Look } from './layers/look.ts'
import { isDark, rampFor, token } from './palette.ts'
import type { Shapes } from './shapes.ts'

/** One municipality's value on the map. */
export interface Figure {
  readonly code: string
  readonly name: string
  readonly value: number | null
  /** The value as the label shows it. */
  readonly text: string
  /** The value in words, for the tooltip and for who hears the map. */
  readonly said: string
  /** What is said when there is no value; left out, it is unknown. */
  readonly absent?: string
  /** Class of the ramp, null when the value is unknown. */
  readonly class: number | null
  /** Rank among those with a value, 1 is the highest. */
  readonly rank: number | null
  /** Whether another has the same value, and so the same rank. */
  readonly isShared?: boolean
  readonly population: number | null
}

/** Values by municipality code; only those compared are in it. */
export type Figures = ReadonlyMap<string, Figure>

/** What a map without figures is given; always the same, so that it is not drawn again. */
export const noFigures: Figures = new Map()

type Municipalities = Answer<'municipalities'>

/**
 * Capacity per 10,000 inhabitants of each municipality in the answer, classed by the answer's own limits. `say` makes a
 * sentence of the value.
 */
export function figuresOf(
  answer: Municipalities | undefined,
  language: Language,
  say: (value: string) => string = (value) => value,
): Figures {
  const rows = answer?.rows ?? []
  const decimals = perInhabitantDecimals(answer?.unit ?? 'unitsHundredths')
  const ranked = rows.flatMap(({ per10000 }) => (per10000 === null ? [] : [per10000])).toSorted((a, b) => b - a)
  return new Map(
    rows.map((row) => [
      row.code,
      {
        code: row.code,
        name: row.name,
        value: row.per10000,
        text: number(row.per10000, language, decimals),
        said: say(number(row.per10000, language, decimals)),
        class: classOf(answer?.breaks ?? [], row.per10000),
        ...rankIn(ranked, row.per10000),
        population: row.population,
      },
    ]),
  )
}

/** Place of a value among ranked ones, the best first; equal values share the best of their places. */
export function rankIn(ranked: readonly number[], value: number | null): Required<Pick<Figure, 'rank' | 'isShared'>> {
  if (value === null) return { rank: null, isShared: false }
  return { rank: ranked.indexOf(value) + 1, isShared: ranked.indexOf(value) !== ranked.lastIndexOf(value) }
}

/** Colours of the classes between these limits. */
export function rampOf(limits: readonly number[]): readonly string[] {
  return rampFor(limits.length + 1).map(token)
}

/** Label points with name, value and the colours of their class. */
export function labelsOf(
  shapes: Shapes,
  figures: Figures,
  look: Look,
): FeatureCollection<Point, Record<string, string | number | boolean>> {
  return {
    type: 'FeatureCollection',
    features: shapes.municipalities.flatMap(({ code, name }) => {
      const point = shapes.labels.get(code)
      if (point === undefined) return []
      const figure = figures.get(code)
      const colour = figure?.class === null || figure === undefined || !look.coloured ? null : look.ramp[figure.class]
      return [
        {
          type: 'Feature' as const,
          geometry: { type: 'Point' as const, coordinates: point },
          properties: {
            code,
            name,
            text: figure?.text ?? '',
            scope: figure !== undefined,
            dark: colour !== null && colour !== undefined && isDark(colour),
            halo: colour ?? token(figure === undefined ? '--map-outside' : '--map-halo'),
            // Compared municipalities first, then the most populous.
            order: (figure === undefined ? 1e7 : 0) - (figure?.population ?? 0),
          },
        },
      ]
    }),
  }
}
