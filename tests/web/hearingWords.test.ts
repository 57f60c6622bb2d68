import { describe, expect, it } from 'vitest'
import { da } from '../../web/text/da.ts'
import { en } from '../../web/text/en.ts'

describe('what a case is said to change', () => {
  it.each([da, en])('is no move before it is known to be one', ({ cases, consultations }) => {
    const { wantedFrom, notAffected, mapLabel } = consultations.page
    const said = [wantedFrom, notAffected, mapLabel, cases.change.unchanged, cases.change.mapLabel]
    expect(said.filter((text) => /flytning|\bmove\b/i.test(text))).toEqual([])
  })
})
