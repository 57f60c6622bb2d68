import { describe, expect, it } from 'vitest'
import { planningAreaCommands } from '#api/commands/planningArea'
import { practiceAddressCommands } from '#api/commands/practiceAddress'
import { partWords } from '../../web/pages/laboratory/places/cutParts.ts'
import { marksOf } from '../../web/pages/laboratory/places/marks.ts'
import { drawn, movedTo } from '../../web/pages/laboratory/places/placeChanges.ts'

const making = { on: '2026-07-01', newId: () => 'ch-new', comment: null }
const address = (position: [number, number]) => ({
  text: 'Vej 1',
  postcode: null,
  town: null,
  darId: null,
  position,
  municipality: '0657',
  certainty: 'geometry' as const,
})
const command = (type: string, data: Record<string, unknown>) => ({ type, data })
const bodies = [...practiceAddressCommands, ...planningAreaCommands]

describe('changes of places in a scenario', () => {
  it('moves an address, and moves the same change on when it is moved again', () => {
    const first = movedTo(making, [], 'a-1', address([9, 56]), address([9.1, 56]))
    if (first.kind !== 'add') throw new Error('a first move is added')
    const body = bodies.find(({ type }) => type === 'MovePracticeAddress')?.body
    expect(body?.safeParse(first.command.data).error).toBeUndefined()
    const changes = [{ change: 'ch-1', on: true, command: first.command }]
    const again = movedTo(making, changes, 'a-1', address([9.1, 56]), address([9.2, 56]))
    expect(again).toMatchObject({
      kind: 'replace',
      change: 'ch-1',
      command: { data: { from: { position: [9, 56] }, to: { position: [9.2, 56] } } },
    })
    expect(movedTo(making, changes, 'a-2', address([9, 56]), address([9.2, 56])).kind).toBe('add')
  })

  it('draws an area with a closed line that the service reads', () => {
    const edit = drawn(
      making,
      'omr-1',
      'Midt',
      ['0657'],
      [
        [9, 56],
        [9.1, 56],
        [9.1, 56.1],
      ],
    )
    if (edit.kind !== 'add') throw new Error('an area is added')
    const read = bodies.find(({ type }) => type === 'DrawPlanningArea')?.body.safeParse(edit.command.data)
    expect(read?.error).toBeUndefined()
    expect(edit.command.data.shape).toMatchObject({
      coordinates: [
        [
          [9, 56],
          [9.1, 56],
          [9.1, 56.1],
          [9, 56],
        ],
      ],
    })
  })

  it('marks what is on and can be done, where its place is known', () => {
    const change = (id: string, type: string, data: Record<string, unknown>, part = {}) => ({
      ...{ change: id, command: command(type, data), on: true, problems: [] },
      ...part,
    })
    const refused = { problems: [{ severity: 'error', code: 'clinic.closed', params: {} }] }
    const changes = [
      change('1', 'MovePracticeAddress', { from: address([9, 56]), to: address([9.2, 56]) }),
      change('2', 'CloseClinic', { clinic: 'k-1' }),
      change('3', 'CloseClinic', { clinic: 'k-unknown' }),
      change('4', 'CloseClinic', { clinic: 'k-1' }, { on: false }),
      change('5', 'CloseClinic', { clinic: 'k-1' }, refused),
      change('6', 'OpenPracticeAddress', { clinic: 'hyp-1', address: address([10, 56]) }),
    ]
    // Ids of the fixture are not branded.
    const marks = marksOf(changes as never, new Map([['k-1', [9.5, 56]]]))
    expect(marks.map(({ kind, change: of }) => `${of} ${kind}`)).toEqual(['1 moved', '2 closed', '6 opened'])
  })

  it('marks competences where who has them works, as far as the service tells, and not those of a made-up person', () => {
    const holder = { number: '900001', clinic: 'Klinik Nord', clinicId: 'k-1' }
    const told = (change: string, type: string, person: string, touches: object) => ({
      ...{ change, on: true, problems: [], touches },
      command: command(type, { person, group: 'als' }),
    })
    const changes = [
      told('1', 'DocumentCompetence', 'p-1', { holder }),
      told('2', 'RevokeCompetence', 'p-1', { holder }),
      told('3', 'DocumentCompetence', 'p-2', {}),
      told('4', 'DocumentCompetence', 'p-3', { holder: { ...holder, clinic: null, clinicId: null } }),
    ]
    // Ids of the fixture are not branded.
    const marks = marksOf(changes as never, new Map([['k-1', [9.5, 56]]]))
    expect(marks).toEqual([
      { kind: 'documented', change: '1', at: [9.5, 56] },
      { kind: 'revoked', change: '2', at: [9.5, 56] },
    ])
  })

  it('does not say of a municipality that is out that half of it is inside, nor of one that is cut that all of it is', () => {
    const said = (insidePercent: number, belongs: boolean) =>
      partWords({ name: 'Ikast-Brande', insidePercent, belongs })[0]
    expect(said(50, false)).toBe('places.area.partJustBelow')
    expect(said(50, true)).toBe('places.area.part')
    expect(said(45, false)).toBe('places.area.part')
    expect(said(100, true)).toBe('places.area.partJustBelow')
  })
})
