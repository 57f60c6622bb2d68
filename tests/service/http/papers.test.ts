import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { paperView } from '#api/views/paper'
import { FindingSet } from '#events/finding'
import { RecordedAt } from '#events/time'
import { needingReason } from '#service/rules/procedure/committeeDecision'
import { recompute } from '../../evidence/recompute.ts'
import { aarhus, openingOf, running, today } from './running.ts'
import { upload } from './upload.ts'

// The clock goes on: what the committee knew when it ruled is not what it knows after.
let instant = Temporal.Instant.from('2026-11-22T12:00:00Z')
const now = () => {
  instant = instant.add({ seconds: 1 })
  return RecordedAt.parse(instant.toString({ fractionalSecondDigits: 3 }))
}
const service = await running({ now })
const secretariat = await service.signIn('sekretariat-1082')
const committee = await service.signIn('udvalg-1082')
const CaseFile = z.looseObject({
  findings: FindingSet,
  consultations: z.array(z.looseObject({ municipality: z.string(), round: z.number() })),
})

async function get(path: string, headers = secretariat) {
  return await service.app.inject({ url: path, headers })
}

async function done(path: string, data: object, headers = secretariat): Promise<void> {
  const answer = await service.send(path, data, { headers })
  expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('"events"')])
}

async function fileOf(id: string) {
  return CaseFile.parse((await get(`/api/views/case-file?case=${id}`)).json())
}

async function paperOf(query: string, headers = secretariat) {
  const answer = await get(`/api/views/paper?${query}`, headers)
  expect(answer.statusCode).toBe(200)
  return paperView.response.parse(answer.json()).paper
}

// Clinic k-0 moves from Holstebro to Aarhus: heard by both, ruled by the committee.
const id = '26-0001'
beforeAll(async () => {
  const opening = openingOf(id)
  await done('open-case', { ...opening, subject: { ...opening.subject, to: aarhus } })
  for (const { municipality, round } of (await fileOf(id)).consultations) {
    const hearing = { case: id, municipality, round }
    await done('send-consultation', { ...hearing, questions: 'Har kommunen bemærkninger?' })
    const own = await service.signIn(`kommune-${municipality}`)
    const { hash, name } = (await upload(service, Buffer.from('%PDF-1.7\n'), `Notat ${municipality}.pdf`, own)).json()
    const said = { position: 'support', text: 'Godt for borgerne.', cameBy: 'portal', attachments: [{ hash, name }] }
    await done('answer-consultation', { ...hearing, ...said }, own)
  }
})

describe('the paper of a case', () => {
  it('says the facts before and after, the figures of both municipalities, and every answer', async () => {
    const paper = await paperOf(`kind=case&case=${id}`)
    const text = JSON.stringify(paper.blocks)
    expect(paper.title).toContain('Flytning af praksisadresse')
    expect(text).toContain('Godt for borgerne.')
    // Sent today, so both may send another answer until the deadline; what they enclosed is named.
    expect(text.match(/kan erstattes til og med 14\.\sdec\.\s2026/g)).toHaveLength(2)
    for (const municipality of ['0661', '0751']) expect(text).toContain(`Bilag: Notat ${municipality}.pdf.`)
    const sums = paper.figures.filter(({ formula, unit }) => formula === 'sum@1' && unit === 'unitsHundredths')
    expect(sums.map(({ label, value }) => [label, value])).toEqual([
      ['capacity before 0661', 480],
      ['capacity after 0661', 240],
      ['capacity before 0751', 480],
      ['capacity after 0751', 720],
    ])
    const drawings = paper.blocks.flatMap((block) => (block.kind === 'drawings' ? block.drawings : []))
    expect(drawings.map(({ title }) => title)).toEqual(['Før', 'Efter'])
  })

  it('has a proof in the product, at its own two times, for every reference that it prints', async () => {
    const { blocks, references, stamp } = await paperOf(`kind=case&case=${id}&language=en`)
    const printed = [...JSON.stringify(blocks).matchAll(/\{"ref":"([^"]+)"\}/g)].map(([, ref]) => ref)
    expect(printed.length).toBeGreaterThan(8)
    const known = new Map(references.map(({ ref, path }) => [ref, path]))
    expect(printed.filter((ref) => !known.has(ref ?? ''))).toEqual([])
    for (const path of known.values())
      expect(new URL(path, 'http://x').searchParams.get('asKnownAt')).toBe(stamp.recordedAt)
  })

  it('is the same paper again when it is asked for at the same two times, in every byte of its PDF', async () => {
    const { stamp, checksum } = await paperOf(`kind=case&case=${id}`)
    const query = `kind=case&case=${id}&asOf=${stamp.effectiveOn}&asKnownAt=${stamp.recordedAt}`
    expect((await paperOf(query)).checksum).toBe(checksum)
    const [one, two] = [await get(`/api/papers/pdf?${query}`), await get(`/api/papers/pdf?${query}`)]
    expect(one.headers['content-type']).toBe('application/pdf')
    expect(one.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(one.rawPayload.equals(two.rawPayload)).toBe(true)
  }, 120_000)

  it('is not there for who must not know of the case', async () => {
    const stranger = await service.signIn('kommune-0101')
    expect((await get(`/api/views/paper?kind=case&case=${id}`, stranger)).statusCode).toBe(404)
    expect((await get(`/api/papers/pdf?kind=case&case=${id}`, stranger)).statusCode).toBe(404)
  })
})

describe('letters', () => {
  it('asks a municipality by a letter of its own, and tells no other of it', async () => {
    const own = await service.signIn('kommune-0661')
    const letter = await paperOf(`kind=hearing&case=${id}&municipality=0661`, own)
    expect(JSON.stringify(letter.blocks)).toContain('Har kommunen bemærkninger?')
    expect((await get(`/api/views/paper?kind=hearing&case=${id}&municipality=0751`, own)).statusCode).toBe(404)
  })

  it('tells the ruling with what the committee knew, once there is one', async () => {
    expect((await get(`/api/views/paper?kind=ruling&case=${id}`)).statusCode).toBe(404)
    const { findings } = await fileOf(id)
    await done(
      'issue-ruling',
      {
        committee: '1082',
        case: id,
        outcome: 'granted-with-conditions',
        reasons: 'Flytningen godkendes.',
        conditions: ['Forløb i Holstebro gøres færdige.'],
        derogations: needingReason(findings.findings).map(({ rule }) => ({ rule, reason: 'Udvalget fraviger.' })),
        effectiveFrom: findings.effectiveOn,
        participants: { regional: 2, municipal: 2, physiotherapists: 4 },
        agreed: true,
        despiteOpenHearing: true,
        docketRevision: findings.docketRevision,
      },
      committee,
    )
    const letter = await paperOf(`kind=ruling&case=${id}`)
    expect(JSON.stringify(letter.blocks)).toContain('Forløb i Holstebro gøres færdige.')
    // What was answered stands; nobody replaces it after the ruling.
    expect(JSON.stringify(letter.blocks)).toContain('Bilag: Notat 0661.pdf.')
    expect(JSON.stringify(letter.blocks)).not.toContain('kan erstattes')
    // the day of the ruling and fourteen more.
    expect(today).toBe('2026-11-22')
    expect(letter.figures.find(({ ref }) => ref === 'D1')?.value).toBe('2026-12-06')
  })
})

describe('the evidence pack', () => {
  it.each(['case', 'ruling'])('of a %s is computed again by another program with no difference', async (kind) => {
    const answer = await get(`/api/papers/evidence?kind=${kind}&case=${id}`, committee)
    expect(answer.statusCode).toBe(200)
    expect(recompute(answer.body)).toEqual([])
  })

  it('shows a changed byte: in an event, in a figure, in the print', async () => {
    const { body } = await get(`/api/papers/evidence?kind=ruling&case=${id}`)
    const where = (changed: string) => {
      expect(changed).not.toBe(body)
      return recompute(changed).map((difference) => difference.where)
    }
    expect(where(body.replace('"unitsHundredths":240', '"unitsHundredths":241'))).toEqual(
      expect.arrayContaining(['checksums.whole', 'checksums.events', expect.stringContaining('capacity before 0661')]),
    )
    expect(where(body.replace('"value":480', '"value":490'))).toEqual(
      expect.arrayContaining(['checksums.paper', 'paper.checksum', expect.stringContaining('capacity before 0661')]),
    )
    expect(where(body.replace('["4,80"," ",', '["4,90"," ",'))).toEqual(
      expect.arrayContaining(['checksums.paper', expect.stringContaining('printed at T1')]),
    )
  })

  it('is not for municipalities, and names no person who acted', async () => {
    const municipality = await service.signIn('kommune-0661')
    expect((await get(`/api/papers/evidence?kind=case&case=${id}`, municipality)).statusCode).toBe(403)
    const { body } = await get(`/api/papers/evidence?kind=case&case=${id}`)
    expect(body).not.toMatch(/sekretariat-1082|kommune-0661|udvalg-1082/)
  })
})
