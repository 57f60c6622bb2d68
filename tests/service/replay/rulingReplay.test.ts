import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { views as definitions } from '#api/contract'
import type { Scope } from '#api/policy'
import type { DomainEvent } from '#events/catalogue'
import { forkViews, type Views } from '#service/projections/views'
import { municipalityScope } from '../queries/register.ts'
import type { Running } from '../running.ts'
import {
  committee,
  corrections,
  correctionsMade,
  id,
  marksIn,
  type Replay,
  recordedInTurn,
  replayOf,
  ruledMove,
} from './lateCorrections.ts'

let service: Running
/** Views as they stood before anything was set right. */
let before: Views
let made: readonly (readonly DomainEvent[])[]
let atRuling: Replay

beforeAll(async () => {
  service = await ruledMove()
  atRuling = await replayOf(service)
  before = forkViews(service.views)
  made = await correctionsMade(service)
  await service.settled()
}, 60_000)
afterAll(async () => {
  before.close()
  await service.stop()
})

/** The replay after some corrections, recorded in the order given. */
async function replayAfter(order: readonly number[], scope: Scope = committee): Promise<Replay> {
  const views = forkViews(before)
  try {
    recordedInTurn(
      views,
      order.flatMap((index) => made[index] ?? []),
    )
    return await replayOf(service, scope, views)
  } finally {
    views.close()
  }
}

describe('a ruling looked at again', () => {
  test('shows no difference while nothing was set right, though the ruling has moved the clinic', async () => {
    definitions.rulingReplay.response.parse(atRuling)
    expect(atRuling.row.status).toBe('applied')
    expect(marksIn(atRuling)).toEqual([])
    expect(atRuling.figures.map(({ key, about, known, now }) => [key, about, known, now])).toEqual([
      ['clinicName', 'klinik-1', 'Klinik 1', 'Klinik 1'],
      ['clinicPlace', 'klinik-1', 'Nørregade 1', 'Nørregade 1'],
      ['clinicCapacity', 'klinik-1', 240, 240],
      ['clinicNumbers', 'klinik-1', 1, 1],
      ['municipalityBefore', '0661', 720, 720],
      ['municipalityAfter', '0661', 480, 480],
      ['clinicsBefore', '0661', 3, 3],
      ['clinicsAfter', '0661', 2, 2],
      ['municipalityBefore', '0657', 0, 0],
      ['municipalityAfter', '0657', 240, 240],
      ['clinicsBefore', '0657', 0, 0],
      ['clinicsAfter', '0657', 1, 1],
    ])
    expect(atRuling.hearings.map(({ municipality, known }) => [municipality, known?.state])).toEqual([
      ['0657', 'answered'],
      ['0661', 'answered'],
    ])
  })

  test('is sealed in the log, once', async () => {
    const seals = await service.events('seal-1082.2026-0001')
    expect(seals.map(({ type }) => type)).toEqual(['RulingSealed'])
    expect(seals[0]?.data).toMatchObject({ case: id, number: '2026-0001', digest: atRuling.seal.stored })
    expect(atRuling.seal).toMatchObject({ scheme: 1, holds: true })
    expect(atRuling.seal.again).toBe(atRuling.seal.stored)
  })

  test('names for each difference the events that made it, and no others', async () => {
    const { figures, findings, application } = await replayAfter([0, 1, 2, 3, 4])
    const [own, staying, number, received, stated] = made.map((events) => events.map((event) => event.id))
    const told = (events: Replay['since']) => events.map((event) => event.id).toSorted()
    const ofFigure = (key: string, about: string) =>
      told(figures.find((figure) => figure.key === key && figure.about === about)?.events ?? [])
    expect(ofFigure('clinicCapacity', 'klinik-1')).toEqual(own)
    expect(ofFigure('clinicNumbers', 'klinik-1')).toEqual(number)
    expect(ofFigure('municipalityAfter', '0657')).toEqual(own)
    expect(ofFigure('municipalityBefore', '0661')).toEqual([...(own ?? []), ...(staying ?? [])].toSorted())
    expect(ofFigure('clinicName', 'klinik-1')).toEqual([])
    const ofRule = (rule: string) => told(findings.find((finding) => finding.rule === rule)?.events ?? [])
    expect(ofRule('R-02')).toEqual(own)
    expect(ofRule('R-05')).toEqual(received)
    expect(told(application.events)).toEqual([...(received ?? []), ...(stated ?? [])].toSorted())
    const event = application.events.find((one) => one.params.field === 'receivedOn')
    expect(event).toMatchObject({ role: 'secretariat', recordedAt: expect.stringMatching(/^2027-02-01T/) })
  })

  test('is for who may see the case, and for one ruling of that case', async () => {
    expect(marksIn(await replayAfter([0], municipalityScope('0661')))).toEqual(marksIn(await replayAfter([0])))
    const seen = await replayAfter([0], municipalityScope('0661'))
    expect(seen.seal).toMatchObject({ stored: null, again: null, holds: true })
    await expect(replayAfter([], municipalityScope('0751'))).rejects.toMatchObject({ name: 'NotFound' })
    await expect(replayAfter([], { ...committee, organisation: '1081', regions: ['1081'] })).rejects.toMatchObject({
      name: 'NotFound',
    })
  })
})

describe('F3: after any number of late corrections in any order', () => {
  const order = fc.shuffledSubarray([...corrections.keys()])

  test('what the committee knew is the same to the last letter, and now differs in exactly what was set right', async () => {
    await fc.assert(
      fc.asyncProperty(order, async (chosen) => {
        const replay = await replayAfter(chosen)
        expect(replay.seal).toEqual(atRuling.seal)
        expect(knownIn(replay)).toEqual(knownIn(atRuling))
        const marks = new Set(chosen.flatMap((index) => corrections[index]?.marks ?? []))
        expect(marksIn(replay)).toEqual([...marks].toSorted())
      }),
      { numRuns: 20 },
    )
  }, 60_000)
})

/** The side of the replay that the committee saw. */
function knownIn({ application, figures, findings, hearings, recommendation, missing, moment }: Replay) {
  const known = (things: readonly { readonly known: unknown }[]) => things.map((thing) => thing.known)
  return [application.known, known(figures), known(findings), known(hearings), recommendation, missing, moment]
}
