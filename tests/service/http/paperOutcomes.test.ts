import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { paperView } from '#api/views/paper'
import { FindingSet } from '#events/finding'
import { withAddress } from '#service/documents/printedAddress'
import { aarhus, openingOf, running } from './running.ts'

const publicUrl = 'https://praksiskort.example'
const service = await running({ settings: { PUBLIC_URL: publicUrl } })
const secretariat = await service.signIn('sekretariat-1082')
const committee = await service.signIn('udvalg-1082')
const CaseFile = z.looseObject({
  findings: FindingSet,
  consultations: z.array(z.looseObject({ municipality: z.string(), round: z.number() })),
})

async function done(path: string, data: object, headers = secretariat): Promise<void> {
  const answer = await service.send(path, data, { headers })
  expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('"events"')])
}

async function get(view: string) {
  const answer = await service.app.inject({ url: `/api/views/${view}`, headers: secretariat })
  expect([answer.statusCode, answer.body.slice(0, 200)]).toEqual([200, expect.anything()])
  return answer.json()
}

async function paperOf(query: string) {
  // Dates are written with spaces that do not break.
  const answer: unknown = JSON.parse(JSON.stringify(await get(`paper?${query}`)).replaceAll('\u00a0', ' '))
  const { paper } = paperView.response.parse(answer)
  const headings = paper.blocks.flatMap((block) => (block.kind === 'heading' ? block.text : []))
  const tables = paper.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
  return { ...paper, headings, tables, text: JSON.stringify(paper.blocks) }
}

/** Clinic k-0 applies to move to Aarhus, and both municipalities answer. */
async function heard(id: string): Promise<z.output<typeof CaseFile>> {
  const opening = openingOf(id)
  await done('open-case', { ...opening, subject: { ...opening.subject, to: aarhus } })
  for (const { municipality, round } of CaseFile.parse(await get(`case-file?case=${id}`)).consultations) {
    const hearing = { case: id, municipality, round }
    await done('send-consultation', { ...hearing, questions: 'Har kommunen bemærkninger?' })
    const answer = { ...hearing, position: 'object', text: 'Imod.', cameBy: 'portal' }
    await done('answer-consultation', answer, await service.signIn(`kommune-${municipality}`))
  }
  return CaseFile.parse(await get(`case-file?case=${id}`))
}

const participants = { regional: 2, municipal: 2, physiotherapists: 4 }
const [refused, referred] = ['26-0001', '26-0002']

beforeAll(async () => {
  await heard(referred)
  const { findings } = await heard(refused)
  await done(
    'issue-ruling',
    {
      committee: '1082',
      case: refused,
      outcome: 'refused',
      reasons: 'Kapaciteten bliver i kommunen.',
      conditions: [],
      derogations: [],
      effectiveFrom: findings.effectiveOn,
      participants,
      agreed: true,
      despiteOpenHearing: true,
      docketRevision: findings.docketRevision,
    },
    committee,
  )
})

describe('the letter of a refusal', () => {
  it('tells the effects as what would have come, and no day from which the ruling has effect', async () => {
    const letter = await paperOf(`kind=ruling&case=${refused}`)
    expect(letter.headings).toContain('Konsekvenser, hvis ansøgningen var blevet godkendt')
    expect(letter.headings).not.toContain('Konsekvenser')
    expect(letter.facts.map(({ label }) => label)).toEqual(['Sag', 'Ansøger', 'Udfald', 'Ønsket virkning'])
    expect((await paperOf(`kind=case&case=${refused}`)).text).toMatch(/Afslået ved afgørelse 2026-0001, [^"]* 2026\."/)
  })

  it('numbers its appendices without a gap', async () => {
    const numbers = ({ headings }: { readonly headings: readonly string[] }) =>
      headings.flatMap((heading) => heading.match(/^Bilag (\d)/)?.[1] ?? [])
    expect(numbers(await paperOf(`kind=ruling&case=${refused}`))).toEqual(['1', '2'])
    expect(numbers(await paperOf(`kind=hearing&case=${refused}&municipality=0751`))).toEqual(['1', '2'])
    expect(numbers(await paperOf(`kind=case&case=${refused}`))).toEqual(['1', '2', '3'])
  })
})

describe('the paper of a case', () => {
  it('calls nothing unchanged that has no before, and says what day its figures are of', async () => {
    const { tables, text } = await paperOf(`kind=case&case=${referred}`)
    const facts = tables[0]?.rows.map((row) => row.map(({ line }) => line.map((span) => Object(span).strong ?? span)))
    expect(facts?.at(-1)).toEqual([['Gammel adresse ophører'], [''], ['1. feb. 2027']])
    expect(text).toContain('Opgjort pr. 1. feb. 2027, den ønskede dato.')
  })

  it('draws an extra address beside the main one, which stays', async () => {
    const { subject, ...opening } = openingOf('26-0003')
    const added = {
      type: 'A4',
      clinic: subject.clinic,
      address: 'a-extra',
      place: subject.from,
      to: subject.to,
      plannedMain: 100,
      plannedExtra: 20,
      openToAllPatients: true,
      notifiedOn: '2026-11-20',
    }
    await done('open-case', { ...opening, subject: added })
    const { blocks, text } = await paperOf('kind=case&case=26-0003')
    const drawn = blocks.flatMap((block) => (block.kind === 'drawings' ? [block] : []))
    expect(drawn.map(({ drawings }) => drawings.map(({ title }) => title))).toEqual([['Steder']])
    expect(drawn[0]?.keys.map((key) => key.text)).toEqual(['Hovedadressen', 'Den ekstra adresse', 'Kommunegrænse'])
    expect(text).toContain('opgøres kapacitet og ridetimer ikke pr. kommune')
  })

  it('counts the checks of the rules and lists every other event', async () => {
    const { tables, text } = await paperOf(`kind=case&case=${referred}`)
    expect(text).toMatch(/Regeltjekket er kørt \d+ gange, senest 22\. nov\. 2026\./)
    const listed = JSON.stringify(tables.find(({ caption }) => caption.startsWith('Bilag 2'))?.rows)
    expect(listed).not.toContain('Regeltjek')
    expect(listed).toContain('26/0002')
  })

  it('tells what the committee did not agree on, and what the national committee decided', async () => {
    const sides = 'Regionen for, fysioterapeuterne imod.'
    await done('record-disagreement', { committee: '1082', case: referred, sides, participants }, committee)
    const before = await paperOf(`kind=case&case=${referred}`)
    expect(before.text).toContain(`Ikke enighed: ${sides}`)
    expect(before.headings).toContain('Konsekvenser')
    await done('decide-nationally', {
      committee: '1082',
      case: referred,
      reference: 'LSU 2026/1',
      outcome: 'refused',
      reasons: 'Udgangspunktet fraviges ikke.',
      conditions: [],
      decidedOn: '2026-11-22',
      effectiveFrom: '2027-02-01',
    })
    const after = await paperOf(`kind=case&case=${referred}`)
    expect(after.text).toContain('Landssamarbejdsudvalgets afgørelse LSU 2026/1, 22. nov. 2026: Afslået.')
    expect(after.text).toContain('Udgangspunktet fraviges ikke.')
    expect(after.headings).toContain('Konsekvenser, hvis ansøgningen var blevet godkendt')
  })
})

describe('a paper that is printed', () => {
  it('says where its pages are: at the address that the service is known by', async () => {
    const url = `/api/papers/pdf?kind=case&case=${refused}`
    const { rawPayload } = await service.app.inject({ url, headers: secretariat })
    expect(rawPayload.toString('latin1')).toContain(`${publicUrl}/sager/${refused}`)
    const { kind, figures, headings, tables, text, ...paper } = await paperOf(`kind=case&case=${refused}`)
    const printed = withAddress(paper, publicUrl)
    expect(printed.blocks.slice(0, -1)).toEqual(paper.blocks)
    expect(printed.blocks.at(-1)).toEqual({ kind: 'text', line: [`Siderne findes på ${publicUrl}.`] })
    expect(withAddress({ ...paper, references: [] }, publicUrl).blocks).toEqual(paper.blocks)
  }, 60_000)
})
