import { describe, expect, it } from 'vitest'
import { freeName } from '../../web/pages/laboratory/freeName.ts'

describe('the name of a scenario that is opened from a file', () => {
  it('is another where one of the name is there', () => {
    expect(freeName('Lofter', [])).toBe('Lofter')
    expect(freeName('Lofter', ['Lofter'])).toBe('Lofter (2)')
    expect(freeName('Lofter (2)', ['Lofter', 'Lofter (2)'])).toBe('Lofter (3)')
    expect(freeName('x'.repeat(120), ['x'.repeat(120)])).toHaveLength(120)
  })
})
