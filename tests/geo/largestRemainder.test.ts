import { expect, test } from 'vitest'
import { shareOut } from '#geo/largestRemainder'

test.each([
  { seats: 100, of: [5117, 4400, 162, 161, 160], shares: [51, 44, 2, 2, 1] },
  { seats: 12, of: [14, 28, 7, 35], shares: [2, 4, 1, 5] },
  { seats: 6, of: [0, 14, 28, 0, 0], shares: [0, 2, 4, 0, 0] },
])('E7: $seats seats by largest remainder', ({ seats, of, shares }) => {
  expect([...shareOut(seats, of)]).toEqual(shares)
})
