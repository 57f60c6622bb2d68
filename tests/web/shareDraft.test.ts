import { expect, test } from 'vitest'
import { type Reader, readersOf, sharesNothingNew } from '../../web/pages/laboratory/shareDraft.ts'

const planners: Reader = { role: 'planner', organisation: null }
const skanderborg: Reader = { role: 'municipality', organisation: '0746' }

test('whoever is chosen is shared with, added to the list or not, and once', () => {
  expect(readersOf({ readers: [], chosen: skanderborg })).toEqual([skanderborg])
  expect(readersOf({ readers: [planners], chosen: skanderborg })).toEqual([planners, skanderborg])
  expect(readersOf({ readers: [planners], chosen: { ...planners } })).toEqual([planners])
  expect(readersOf({ readers: [planners], chosen: null })).toEqual([planners])
})

test('what changes nothing is not saved in silence', () => {
  expect(sharesNothingNew({ readers: [], chosen: null }, [])).toBe(true)
  expect(sharesNothingNew({ readers: [planners], chosen: planners }, [planners])).toBe(true)
  expect(sharesNothingNew({ readers: [], chosen: skanderborg }, [])).toBe(false)
  expect(sharesNothingNew({ readers: [], chosen: null }, [planners])).toBe(false)
  expect(sharesNothingNew({ readers: [skanderborg], chosen: null }, [planners])).toBe(false)
})
