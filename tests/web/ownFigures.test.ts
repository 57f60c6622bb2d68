import { describe, expect, it } from 'vitest'
import { caseFileView } from '#api/views/case'
import { municipalityView } from '#api/views/register'
import { changesByPlace } from '../../web/pages/cases/changesByPlace.ts'
import { ownFigures } from '../../web/pages/consultations/ownFigures.ts'

const Municipality = municipalityView.response.pick({ row: true, rank: true })
const File = caseFileView.response.pick({ effects: true, ridingEffects: true })

const municipality = (per10000: number, clinics = 6, rank = 4) =>
  Municipality.parse({
    row: {
      ...{ code: '0746', name: 'Skanderborg', region: '1082', population: 65_000, capacity: per10000 * 650 },
      ...{ per10000, clinics, providers: 20, ridingSchools: 1, idleRidingSchools: 0, ridingHoursTenths: 100 },
      findings: null,
    },
    rank: { at: rank, of: 19 },
  })
const proposal = File.parse({ effects: [], ridingEffects: [] })
const effect = { municipality: '0746', name: 'Skanderborg', clinicsBefore: 6, clinicsAfter: 6 }

describe('figures of a municipality that is heard', () => {
  it('differ when the register with the application does, though the case tells no effect', () => {
    const own = ownFigures(proposal, '0746', municipality(2.6), municipality(2.1, 5))
    expect(own).toEqual({
      capacity: { before: 1690, after: 1365 },
      clinics: { before: 6, after: 5 },
      per10000: { before: 2.6, after: 2.1 },
      changes: true,
    })
  })

  it('are said to stay only when none that is shown differs', () => {
    expect(ownFigures(proposal, '0746', municipality(2.6), municipality(2.6)).changes).toBe(false)
    expect(ownFigures(proposal, '0746', municipality(2.6), municipality(2.6, 6, 5)).changes).toBe(true)
    const riding = { municipality: '0746', name: 'Skanderborg', before: 10, after: 20 }
    const file = File.parse({ effects: [], ridingEffects: [riding] })
    expect(ownFigures(file, '0746', municipality(2.6), municipality(2.6)).changes).toBe(true)
  })

  it('are not said to stay before or where it is unknown', () => {
    expect(ownFigures(proposal, '0746', municipality(2.6), undefined).changes).toBeNull()
    expect(ownFigures(proposal, '0746', undefined, undefined).changes).toBeNull()
  })

  it('are the case’s own for a move, whose case may be closed', () => {
    const moved = File.parse({ effects: [{ ...effect, before: 1690, after: 1365 }], ridingEffects: [] })
    const own = ownFigures(moved, '0746', municipality(2.6), undefined)
    expect(own).toMatchObject({ capacity: { before: 1690, after: 1365 }, changes: true })
    const stays = File.parse({ effects: [{ ...effect, before: 1690, after: 1690 }], ridingEffects: [] })
    expect(ownFigures(stays, '0746', municipality(2.6), undefined).changes).toBe(false)
  })
})

describe('changes of a proposal', () => {
  const [here, elsewhere, country] = [
    { change: 'c-1', municipalities: ['0615', '0746'] },
    { change: 'c-2', municipalities: ['0751'] },
    { change: 'c-3', municipalities: [] },
  ]

  it('have what touches the municipality first, and stay in their order', () => {
    expect(changesByPlace([country, elsewhere, here], '0746')).toEqual([
      { where: 'here', changes: [here] },
      { where: 'elsewhere', changes: [country, elsewhere] },
    ])
    expect(changesByPlace([elsewhere], '0746')).toEqual([{ where: 'elsewhere', changes: [elsewhere] }])
  })

  it('are one list for who is no municipality', () => {
    expect(changesByPlace([elsewhere, here], undefined)).toEqual([{ where: 'all', changes: [elsewhere, here] }])
  })
})
