import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { FindingSet } from '#events/finding'
import { needingReason } from '#service/rules/procedure/committeeDecision'
import { listen } from './listen.ts'
import { aarhus, openingOf, running, today, vinderup } from './running.ts'

const service = await running()
const secretariat = await service.signIn('sekretariat-1082')
const CaseFile = z.looseObject({
  row: z.looseObject({ status: z.string() }),
  findings: FindingSet,
  consultations: z.array(z.looseObject({ municipality: z.string(), round: z.number() })),
})
type Headers = typeof secretariat

async function fileOf(id: string) {
  const answer = await service.app.inject({ url: `/api/views/case-file?case=${id}`, headers: secretariat })
  return CaseFile.parse(answer.json())
}

async function done(path: string, data: object, headers: Headers = secretariat): Promise<void> {
  const answer = await service.send(path, data, { headers })
  expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('"events"')])
}

/** A case that moves clinic k-0 to the place, heard by every municipality involved. */
async function heard(id: string, to: typeof aarhus): Promise<void> {
  const opening = openingOf(id)
  await done('open-case', { ...opening, subject: { ...opening.subject, to } })
  for (const { municipality, round } of (await fileOf(id)).consultations) {
    const hearing = { case: id, municipality, round }
    await done('send-consultation', { ...hearing, questions: 'Bemærkninger?' })
    const answer = { ...hearing, position: 'support', text: '', cameBy: 'portal' }
    await done('answer-consultation', answer, await service.signIn(`kommune-${municipality}`))
  }
  expect((await fileOf(id)).row.status).toBe('heard')
}

/** A ruling that grants on the findings as they stand, sent by a member with a session of their own. */
async function rulingOn(id: string, despite: object = { despiteOpenHearing: true }) {
  const { findings } = await fileOf(id)
  const member = await service.signIn('udvalg-1082')
  const body = {
    committee: '1082',
    case: id,
    outcome: 'granted',
    reasons: 'Flytningen godkendes.',
    conditions: [],
    derogations: needingReason(findings.findings).map(({ rule }) => ({ rule, reason: 'Udvalget fraviger.' })),
    effectiveFrom: findings.effectiveOn,
    participants: { regional: 2, municipal: 2, physiotherapists: 4 },
    agreed: true,
    ...despite,
    docketRevision: findings.docketRevision,
  }
  return () => service.send('issue-ruling', body, { headers: member })
}

it('two rulings at the same moment: one is made and reaches every browser within two seconds, the other sees it first', async () => {
  const places = new Map([
    ['26-0001', aarhus],
    ['26-0002', vinderup],
  ])
  for (const [id, to] of places) await heard(id, to)
  const [first, second] = [await rulingOn('26-0001'), await rulingOn('26-0002')]

  const { next } = await listen(service, new AbortController().signal)
  const moved = (async () => {
    let change = await next()
    while (change !== undefined && !change.projections.includes('practice')) change = await next()
    return change === undefined ? 'ended' : 'moved'
  })()
  const [one, two] = await Promise.all([first(), second(), Promise.race([moved, pause(2000, 'too late')])]).then(
    ([a, b, told]) => {
      expect(told).toBe('moved')
      return [a, b] as const
    },
  )
  expect([one.statusCode, two.statusCode].toSorted()).toEqual([200, 409])
  const [made, late] = one.statusCode === 200 ? ['26-0001', '26-0002'] : ['26-0002', '26-0001']
  expect((one.statusCode === 200 ? two : one).json().code).toBe('docket.staleFindings')

  // What a browser asks for after the message is the map of the effective date, and not of the day before.
  const standsOn = async (asOf: string) =>
    (await service.app.inject(`/ogc/collections/clinics/items?asOf=${asOf}&limit=100`))
      .json()
      .features.find(({ properties }: { properties: { clinic: string } }) => properties.clinic === 'k-0').properties
      .address
  expect(await standsOn('2027-02-01')).toBe(places.get(made ?? '')?.text)
  expect(await standsOn(today)).toBe('Nørregade 1, Holstebro')

  // The other case's findings have been computed anew: the clinic is no longer where the application says.
  const { row, findings } = await fileOf(late ?? '')
  expect(row.status).toBe('heard')
  expect(findings.docketRevision).toBe(0)
  expect(findings.findings.find(({ rule }) => rule === 'R-02')).toMatchObject({
    outcome: 'needs-information',
    missing: ['currentAddress'],
  })

  // Ruled on with open eyes it gets the next number, and the register refuses the move.
  expect((await (await rulingOn(late ?? ''))()).statusCode).toBe(200)
  expect((await fileOf(late ?? '')).row.status).toBe('effect-refused')
  const numbers: unknown[] = []
  for await (const { data } of service.store.read('docket-1082')) numbers.push(z.looseObject({}).parse(data).number)
  expect(numbers).toEqual(['2026-0001', '2026-0002'])
})

it('who answered may still replace the answer: the committee rules before the last day only when it says that it knows', async () => {
  const id = '26-0003'
  await heard(id, aarhus)
  const refused = await (await rulingOn(id, {}))()
  expect([refused.statusCode, refused.json()]).toMatchObject([
    409,
    {
      code: 'docket.hearingOpen',
      params: { municipalities: ['0661', '0751'], until: expect.stringMatching(/^2026-12/) },
    },
  ])
  expect((await fileOf(id)).row.status).toBe('heard')
  expect((await (await rulingOn(id))()).statusCode).toBe(200)
})
