import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, digestOf } from '#service/canonical'

test('members stand in the order of their names, at every depth, and lists as they are', () => {
  expect(canonicalJson({ b: [3, { y: null, x: 'ø' }], a: undefined, A: 1, 9: 0, 10: 0 })).toBe(
    '{"10":0,"9":0,"A":1,"b":[3,{"x":"ø","y":null}]}',
  )
})

test('the digest is the SHA-256 of that text', () => {
  // sha256 of `{"a":1}`
  expect(digestOf({ a: 1 })).toBe('015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862')
})

/** The same value with the members of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, turned(inner)]),
  )
}

test('the order in which members were written makes no difference, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value))
      expect(canonicalJson(turned(plain))).toBe(canonicalJson(plain))
      expect(JSON.parse(canonicalJson(plain))).toEqual(plain)
    }),
  )
})
