import { expect, it } from 'vitest'
import { aarhus, holstebro, openingOf, running, vinderup } from './running.ts'

const service = await running()
const municipality = await service.signIn('kommune-0661')
const neighbour = await service.signIn('kommune-0751')
const secretariat = await service.signIn('sekretariat-1082')
type Headers = typeof municipality

const id = '26-0001'
const scenario = 'sc-0000000661'

async function sent(path: string, data: object, as: Headers) {
  const answer = await service.send(path, data, { headers: as })
  return { status: answer.statusCode, body: answer.json() }
}
async function seen(url: string, as: Headers) {
  const answer = await service.app.inject({ url: `/api/views/${url}`, headers: as })
  return { status: answer.statusCode, body: answer.json() }
}

it('a municipality puts its own scenario beside the application, and the case shows both on the same register', async () => {
  const opening = openingOf(id)
  await sent('open-case', { ...opening, subject: { ...opening.subject, to: aarhus } }, secretariat)
  const hearing = (code: string) => ({ case: id, municipality: code, round: 1 })
  for (const code of ['0661', '0751'])
    expect((await sent('send-consultation', { ...hearing(code), questions: '' }, secretariat)).status).toBe(200)
  await sent('create-scenario', { scenario, name: 'Bliv i Holstebro', note: null, asOf: '2027-02-01' }, municipality)
  const move = {
    type: 'MovePracticeAddress',
    data: {
      addressId: 'a-k-0',
      effectiveFrom: '2027-02-01',
      from: holstebro,
      to: vinderup,
      previousUntil: '2027-02-01',
      ruling: null,
    },
  }
  const edits = [{ kind: 'add', change: 'c-1', command: move, comment: 'Bliv i kommunen' }]
  expect((await sent('edit-scenario', { scenario, edits }, municipality)).status).toBe(200)
  const { revision } = (await seen(`scenario?scenario=${scenario}`, municipality)).body
  const answer = { position: 'conditional', text: 'Se vores forslag.', cameBy: 'portal' }
  const counterProposal = { scenario, revision }

  // Another's scenario is nobody else's to put forward, and does not exist for them.
  const stolen = { ...hearing('0751'), ...answer, counterProposal }
  expect((await sent('answer-consultation', stolen, neighbour)).status).toBe(404)
  expect((await seen(`counter-proposal?case=${id}&municipality=0661`, secretariat)).status).toBe(404)
  const own = await sent('answer-consultation', { ...hearing('0661'), ...answer, counterProposal }, municipality)
  expect(own.status).toBe(200)

  const compared = (await seen(`counter-proposal?case=${id}&municipality=0661`, secretariat)).body
  expect(compared).toMatchObject({
    name: 'Bliv i Holstebro',
    revision,
    edited: false,
    open: true,
    effectiveOn: '2027-02-01',
    unit: 'unitsHundredths',
    changes: [{ change: 'c-1', command: 'MovePracticeAddress', comment: 'Bliv i kommunen', refused: null }],
    caps: [],
  })
  // Two clinics of 2.40 units in each; the application moves one of Holstebro's to Aarhus, the scenario keeps it.
  expect(compared.rows).toMatchObject([
    {
      municipality: '0661',
      capacity: { now: 480, applicant: 240, counter: 480 },
      clinics: { applicant: 1, counter: 2 },
    },
    { municipality: '0751', capacity: { now: 480, applicant: 720, counter: 480 } },
  ])
  // The neighbour reads it when the case has been ruled on, not before.
  expect((await seen(`counter-proposal?case=${id}&municipality=0661`, neighbour)).status).toBe(404)

  await sent('edit-scenario', { scenario, edits: [{ kind: 'remove', change: 'c-1' }] }, municipality)
  const later = (await seen(`counter-proposal?case=${id}&municipality=0661`, secretariat)).body
  expect(later).toMatchObject({ edited: true, changes: [{ change: 'c-1' }] })
  expect(later.rows).toEqual(compared.rows)
})
