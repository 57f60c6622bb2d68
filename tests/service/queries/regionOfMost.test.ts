import { expect, test } from 'vitest'
import { regionOfMost } from '#service/queries/facts/regionOfMost'
import { geography } from './register.ts'

/** Skanderborg lies in Midtjylland and Greve in Sjælland, which in 2027 becomes Østdanmark. */
const of = (skanderborg: number, greve: number, on = '2026-06-01') =>
  regionOfMost(
    geography.areas,
    ['0746', '0253'],
    on,
    new Map([
      ['0746', skanderborg],
      ['0253', greve],
    ]),
  )

test('the region is the one where most of the inhabitants are, and of equals the one with the lowest code', () => {
  expect(of(51, 50)).toBe('1082')
  expect(of(50, 51)).toBe('1085')
  expect(of(50, 50)).toBe('1082')
  expect(of(50, 51, '2027-01-01')).toBe('ost')
})

test('no region has anybody before there were regions, nor of no municipalities', () => {
  expect(of(1, 1, '2006-12-31')).toBeNull()
  expect(regionOfMost(geography.areas, [], '2026-06-01', new Map())).toBeNull()
})
