import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CellGrid, gridOf } from '#geo/cellGrid'
import { cellOutline } from '#geo/cellOutline'
import { sideOfPolygon } from '#geo/ring'
import { toUtm, toWgs84 } from '#geo/utm'

const width = 8

/** A square of cells in the middle of Jutland. */
const grid: CellGrid = gridOf({
  east: Uint16Array.from({ length: width * width }, (_, i) => 500 + (i % width)),
  north: Uint16Array.from({ length: width * width }, (_, i) => 6200 + Math.floor(i / width)),
  land: new Float32Array(width * width).fill(1),
  municipality: new Uint8Array(width * width),
  municipalities: ['0751'],
  landmass: new Uint16Array(width * width),
})
const cellsOf = (picture: readonly string[]) => {
  const rows = picture.toReversed()
  return (cell: number) => rows[Math.floor(cell / width)]?.[cell % width] === '#'
}

describe('the outline of cells', () => {
  test('one cell is a square of a kilometre', () => {
    const { coordinates } = cellOutline(grid, (cell) => cell === 0)
    expect(coordinates).toHaveLength(1)
    const corners = coordinates[0]?.[0]?.map(([lng = 0, lat = 0]) =>
      toUtm([lng, lat]).map((metres) => Math.round(metres)),
    )
    expect(corners).toEqual([
      [500_000, 6_200_000],
      [501_000, 6_200_000],
      [501_000, 6_201_000],
      [500_000, 6_201_000],
      [500_000, 6_200_000],
    ])
  })

  test('a ring has a hole, and an island in the hole is a polygon of its own', () => {
    const { coordinates } = cellOutline(
      grid,
      cellsOf(['#####...', '#...#...', '#.#.#...', '#...#...', '#####...', '........', '........', '........']),
    )
    expect(coordinates.map((rings) => rings.length).toSorted()).toEqual([1, 2])
  })

  test('cells that touch at a corner are two polygons', () => {
    const { coordinates } = cellOutline(
      grid,
      cellsOf(['........', '........', '........', '........', '........', '........', '.#......', '#.......']),
    )
    expect(coordinates).toHaveLength(2)
  })

  test('nothing chosen has no outline', () => {
    expect(cellOutline(grid, () => false).coordinates).toEqual([])
  })

  test('holds the middle of every chosen cell and of no other', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: width * width, maxLength: width * width }), (chosen) => {
        const { coordinates } = cellOutline(grid, (cell) => chosen[cell] === true)
        for (const [cell, is] of chosen.entries()) {
          const middle = toWgs84([(500.5 + (cell % width)) * 1000, (6200.5 + Math.floor(cell / width)) * 1000])
          expect(coordinates.some((rings) => sideOfPolygon(rings, middle) === 'inside')).toBe(is)
        }
      }),
    )
  })
})
