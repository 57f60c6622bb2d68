import { expect, test } from 'vitest'
import { eventTypes, isScenarioEvent } from '#events/catalogue'
import { projections } from '#service/projections/catalogue'

/** Kept in the log and listed there; no view needs more of them yet. That a letter is being handed over only its sender reads. */
const unread = ['MessageAttemptBegun', 'PlanApprovedByCommittee']

test('every event type of the register is listed, and every type read by a view of its own unless it is named here', () => {
  const list = projections.find(({ name }) => name === 'events')
  const own = projections.filter((projection) => projection !== list)
  const types = [...eventTypes.keys()]
  const history = types.filter((type) => !isScenarioEvent({ type }))
  expect(Object.keys(list?.on ?? {}).toSorted()).toEqual(history.toSorted())
  expect(types.filter((type) => !own.some(({ on }) => type in on)).toSorted()).toEqual(unread.toSorted())
})

test('the list of events comes last, for it looks places up in the other views', () => {
  expect(projections.at(-1)?.name).toBe('events')
})
