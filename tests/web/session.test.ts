import { describe, expect, it } from 'vitest'
import { Session } from '#api/session'
import { knownAfter, loginAddress } from '../../web/session.ts'

const session = (userId: string | null) =>
  Session.parse({
    user: userId === null ? null : { userId, role: 'secretariat', organisation: '1082' },
    actions: userId === null ? ['map.read'] : ['map.read', 'case.read'],
    login: true,
    demo: false,
    demoPeople: [],
    today: '2026-11-22',
    now: '2026-11-22T12:00:00.000Z',
    firstEffective: null,
  })
const nobody = session(null)
const reader = knownAfter(undefined, session('u-1'))

describe('the session that a page knows', () => {
  it('is what the service says, at first and while the same person is signed in', () => {
    expect(knownAfter(undefined, nobody)).toEqual({ ...nobody, ended: false })
    expect(knownAfter(reader, session('u-1'))).toEqual(reader)
    expect(knownAfter(knownAfter(undefined, nobody), session('u-1'))).toEqual(reader)
  })

  it('is kept when it has ended by itself, so that forms stay open, and goes on when the reader is back', () => {
    const ended = knownAfter(reader, nobody)
    expect(ended).toMatchObject({ ended: true, user: { userId: 'u-1' }, actions: ['map.read', 'case.read'] })
    expect(knownAfter(ended, nobody)).toEqual(ended)
    expect(knownAfter(ended, session('u-1'))).toEqual(reader)
  })

  it("is another's as soon as another has signed in", () => {
    expect(knownAfter(knownAfter(reader, nobody), session('u-2'))).toMatchObject({
      ended: false,
      user: { userId: 'u-2' },
    })
  })
})

it('the way to the login keeps where the reader was', () => {
  expect(loginAddress(undefined)).toBe('/api/login')
  expect(loginAddress('/sager?status=open')).toBe('/api/login?next=%2Fsager%3Fstatus%3Dopen')
  expect(loginAddress('/kort', true)).toBe('/api/login?next=%2Fkort&again=true')
})
