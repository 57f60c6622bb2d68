import { describe, expect, it } from 'vitest'
import { clinicCommands } from '#api/commands/clinic'
import { competenceCommands } from '#api/commands/competence'
import { practiceAddressCommands } from '#api/commands/practiceAddress'
import { providerNumberCommands } from '#api/commands/providerNumber'
import { sitingView } from '#api/views/siting'
import { DiagnosisGroupId } from '#events/identifiers'
import { madeUpId, madeUpNumber, numbersIn } from '../../web/pages/laboratory/places/madeUp.ts'
import { isDocumentedFor, type PlaceEdit } from '../../web/pages/laboratory/places/placeChanges.ts'
import {
  isAsked,
  type SitingDraft,
  type Solved,
  sitesAtMost,
  sitingLack,
  sitingParams,
} from '../../web/pages/laboratory/siting/sitingAsked.ts'
import { type Specialists, specialistEdits } from '../../web/pages/laboratory/siting/sitingChanges.ts'
import { pointLine, typedPoints, wrongPoint } from '../../web/pages/laboratory/typedPoints.ts'

const draft: SitingDraft = {
  group: DiagnosisGroupId.parse('multiple-sclerosis'),
  question: 'cover',
  sites: '3',
  max: '30',
  candidates: 'points',
  points: '56.15000, 9.40000\n56,2 10,1',
  leaveOut: false,
  capacity: '',
}
const where = { scenario: 'sc-abcdefghij', asOf: '2026-07-01', region: '1082' }

describe('a question about new specialists', () => {
  it('reads points as they are typed, latitude first, with points or commas in the numbers', () => {
    expect(typedPoints('56.15, 9.4\n56,2 10,1\n\n55.5;9.5\n9.4 56.1\n56.1 9.4 1')).toEqual([
      [9.4, 56.15],
      [10.1, 56.2],
      [9.5, 55.5],
      null,
      null,
    ])
    expect(typedPoints(pointLine([9.123456, 56.5]))).toEqual([[9.12346, 56.5]])
  })

  it('says what is missing before it is asked', () => {
    expect(sitingLack(draft)).toBeNull()
    expect(sitingLack({ ...draft, sites: '3,5' })).toBe('sites')
    expect(sitingLack({ ...draft, sites: '99' })).toBe('sites')
    expect(sitingLack({ ...draft, sites: 'x', question: 'full' })).toBeNull()
    expect(['4', '5', '180', '181'].map((max) => sitingLack({ ...draft, max }))).toEqual(['max', null, null, 'max'])
    expect(['0', '1', '10000000', '10000001'].map((capacity) => sitingLack({ ...draft, capacity }))).toEqual([
      'capacity',
      null,
      null,
      'capacity',
    ])
    expect(sitingLack({ ...draft, capacity: '40000' })).toBeNull()
    expect(sitingLack({ ...draft, capacity: 'x', question: 'centre' })).toBeNull()
    expect(sitingLack({ ...draft, points: '56 9.4\n\nhere' })).toBe('wrongPoint')
    expect(wrongPoint('56 9.4\n\n here ')).toEqual({ line: 3, text: 'here' })
    expect(wrongPoint('56 9.4\n')).toBeNull()
    expect(sitingLack({ ...draft, points: '' })).toBe('points')
    expect(sitingLack({ ...draft, points: '', candidates: 'towns' })).toBeNull()
    const points = (count: number) => Array.from({ length: count }, () => '56 9.4').join('\n')
    expect(sitingLack({ ...draft, points: points(98) })).toBeNull()
    expect(sitingLack({ ...draft, points: points(99) })).toBe('manyPoints')
    expect(sitingLack({ ...draft, sites: '0' })).toBe('sites')
    expect(sitingLack({ ...draft, sites: '20' }, 19)).toBe('sites')
    expect(sitingLack({ ...draft, sites: '19' }, 19)).toBeNull()
  })

  it('asks for no more sites than there are places to choose from, where that is known', () => {
    const municipalities = 19
    const towns = { ...draft, candidates: 'towns' } as const
    const answer = { group: draft.group, candidates: { kind: 'towns', count: 19, withoutRoad: 1 } } as const
    const other = { ...answer, group: DiagnosisGroupId.parse('parkinsons') }
    expect(sitesAtMost(towns, { municipalities, answer: undefined })).toBe(19)
    expect(sitesAtMost(towns, { municipalities, answer })).toBe(18)
    expect(sitesAtMost(towns, { municipalities, answer: other })).toBe(19)
    expect(sitesAtMost(towns, { municipalities: undefined, answer: undefined })).toBe(98)
    expect(sitesAtMost({ ...draft, candidates: 'clinics' }, { municipalities, answer })).toBe(98)
    expect(sitesAtMost(draft, { municipalities, answer })).toBe(2)
  })

  it('knows an answer for one to another question', () => {
    const question = sitingParams(draft, where)
    expect(isAsked(sitingParams({ ...draft }, where), question)).toBe(true)
    expect(isAsked(sitingParams({ ...draft, sites: '2' }, where), question)).toBe(false)
    expect(isAsked(question, null)).toBe(false)
  })

  it('asks as the service reads it', () => {
    const params = sitingParams(draft, where)
    expect(params.points).toBe('9.4,56.15;10.1,56.2')
    expect(sitingView.params.safeParse(params).success).toBe(true)
    expect(sitingView.params.safeParse(sitingParams({ ...draft, question: 'full' }, where)).success).toBe(true)
    const country = sitingParams({ ...draft, candidates: 'towns' }, { ...where, region: null })
    expect(country).not.toHaveProperty('points')
    expect(country).not.toHaveProperty('region')
    expect(sitingView.params.safeParse(country).success).toBe(true)
  })
})

type Chosen = Solved['chosen'][number]
const clinic: Chosen = {
  kind: 'clinics',
  id: 'k-0008',
  name: 'Klinik',
  municipality: null,
  position: [9, 56],
  people: 10,
}
const town: Chosen = {
  kind: 'towns',
  id: null,
  name: 'Herning',
  municipality: null,
  position: [8.97, 56.14],
  people: 5,
}
const bodies = [...clinicCommands, ...competenceCommands, ...practiceAddressCommands, ...providerNumberCommands]
const typesOf = (edits: readonly PlaceEdit[]) =>
  edits.map((edit) => ('command' in edit ? edit.command.type : edit.kind))

function making(part: Partial<Specialists> = {}): Specialists {
  let count = 0
  const next = (word: string) => {
    count += 1
    return `${word}-${count}`
  }
  return {
    on: '2026-07-01',
    newId: () => next('ch'),
    comment: 'Hypotetisk',
    group: 'multiple-sclerosis',
    providers: new Map([
      [
        'k-0008',
        [
          { holder: 'p-1', competences: ['multiple-sclerosis'] },
          { holder: 'p-2', competences: [] },
        ],
      ],
    ]),
    placements: new Map([[town, { municipality: '0657', certainty: 'geometry' }]]),
    madeUp: () => next('hyp'),
    newNumber: () => '990001',
    words: { issuer: 'Hypotetisk', clinicName: ({ name }) => `Klinik ${name}`, addressText: ({ name }) => name ?? '-' },
    ...part,
    // Codes of the fixture are not branded.
  } as Specialists
}

describe('the changes that put specialists into a scenario', () => {
  it('documents somebody at a clinic who lacks it', () => {
    const edits = specialistEdits([clinic], making())
    expect(typesOf(edits)).toEqual(['DocumentCompetence'])
    expect(edits[0]).toMatchObject({ command: { data: { person: 'p-2' } }, comment: 'Hypotetisk' })
  })

  it('makes somebody up at a clinic where nobody lacks it', () => {
    const providers = new Map([['k-0008', []]])
    expect(typesOf(specialistEdits([clinic], making({ providers })))).toEqual([
      'RegisterProviderNumber',
      'DocumentCompetence',
    ])
  })

  it('makes up a clinic and a practitioner in a town, by commands that the service reads', () => {
    const edits = specialistEdits([town], making())
    expect(typesOf(edits)).toEqual([
      'RegisterClinic',
      'AllocateKrCapacity',
      'OpenPracticeAddress',
      'RegisterProviderNumber',
      'DocumentCompetence',
    ])
    for (const edit of edits) {
      if (!('command' in edit)) throw new Error('only additions')
      const body = bodies.find(({ type }) => type === edit.command.type)?.body
      expect(body?.safeParse(edit.command.data).error).toBeUndefined()
    }
    expect(edits[2]).toMatchObject({ command: { data: { address: { municipality: '0657', certainty: 'geometry' } } } })
  })

  it('gives units from the first day of 2024 on, and hours to the last day before', () => {
    const capacities = (on: string) =>
      typesOf(specialistEdits([town], making({ on }))).filter((type) => /Capacity$/.test(type))
    expect(capacities('2023-12-31')).toEqual(['RegisterHoursCapacity'])
    expect(capacities('2024-01-01')).toEqual(['AllocateKrCapacity'])
  })

  it('leaves the municipality open where it is not sure, and gives hours before there were units', () => {
    const placements = new Map([[town, { municipality: '0657', certainty: 'confirm' }]])
    // The codes of the fixture are not branded.
    const edits = specialistEdits([town], making({ placements: placements as never, on: '2023-07-01' }))
    expect(typesOf(edits)).toEqual([
      'RegisterClinic',
      'OpenPracticeAddress',
      'RegisterProviderNumber',
      'RegisterHoursCapacity',
      'DocumentCompetence',
    ])
    expect(edits[1]).toMatchObject({ command: { data: { address: { municipality: null, certainty: 'confirm' } } } })
  })

  it('counts a family for the groups that it holds', () => {
    expect(isDocumentedFor(['multiple-sclerosis'], 'multiple-sclerosis')).toBe(true)
    expect(isDocumentedFor(['parkinson'], 'multiple-sclerosis')).toBe(false)
  })

  it('makes up ids and numbers that nobody has', () => {
    expect(madeUpId()).toMatch(/^hyp-[a-z0-9]{10}$/)
    const taken = new Set(Array.from({ length: 10_000 }, (_, at) => String(990_000 + at)))
    taken.delete('990042')
    expect(madeUpNumber(taken)).toBe('990042')
    expect(numbersIn([{ command: { data: { number: '990001' } } }, { command: { data: {} } }])).toEqual(
      new Set(['990001']),
    )
  })
})
