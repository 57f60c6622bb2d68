import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Command } from '#api/contract'
import { RecordedAt } from '#events/time'
import { createHandle, nothingGathered } from '#service/handle'
import { needingReason } from '#service/rules/procedure/committeeDecision'
import { running, today } from './running.ts'

const service = await running()
const planner = await service.signIn('planlaegger-1082')
const secretariat = await service.signIn('sekretariat-1082')
const committee = await service.signIn('udvalg-1082')
type Headers = typeof planner

const scenario = 'sc-0000000001'
const cap = (group: string, of: number, area: object) => ({
  type: 'ProposeQuota',
  data: {
    effectiveFrom: '2026-12-01',
    area,
    target: { kind: 'group', id: group },
    cap: of,
    basis: 'prevalence',
    method: null,
    reason: null,
  },
})
const add = (change: string, command: object) => ({ kind: 'add', change, command })
const midtjylland = { kind: 'region', code: '1082' }

const documents = (person: string, group: string, issuer: string, effectiveFrom = '2027-01-01') => ({
  type: 'DocumentCompetence',
  data: {
    ...{ effectiveFrom, person, issuer },
    target: { kind: 'group', id: group },
    issuedOn: '2026-11-01',
    expiresOn: null,
    evidenceRef: null,
  },
})
const registersNumber = (number: string, holder: string) => ({
  type: 'RegisterProviderNumber',
  data: {
    ...{ number, holder, clinic: 'k-3', effectiveFrom: '2027-01-01' },
    ...{ specialties: ['51'], status: 'owner', origin: 'import' },
  },
})

/** How a planner hands a scenario in to the committee of region 1082. */
const submissionOf = (own: string, id: string, revision: number) => ({
  ...{ case: id, region: '1082', scenario: own, revision },
  ...{ planRef: 'Plan', documentRef: null, note: null, applicant: 'Planlægger', wantedFrom: '2027-01-15' },
})

async function sent(path: string, data: object, as: Headers = planner) {
  const answer = await service.send(path, data, { headers: as })
  return { status: answer.statusCode, body: answer.json() }
}
/** Hands in by the decider alone, which does not look at what is made up: so did the service once. */
async function handedInBefore(submission: ReturnType<typeof submissionOf>) {
  const handedIn = { name: 'Fra før', key: 'k', on: 1, inCase: null }
  const handle = createHandle({
    store: service.store,
    clock: { today: () => today, now: () => RecordedAt.parse('2026-11-22T12:00:00.000Z') },
    gather: async () => ({ ...nothingGathered, handedIn }),
  })
  // In the contract's own words: the decider would refuse anything else.
  const command = { type: 'SubmitScenario', data: submission } as Command
  const actor = { userId: 'planlaegger-1082', role: 'planner' as const, organisation: '1082' }
  await handle(command, { actor, commandId: randomUUID(), synthetic: true })
}
async function seen(url: string, as: Headers = planner) {
  const answer = await service.app.inject({ url: `/api/views/${url}`, headers: as })
  return { status: answer.statusCode, body: answer.json() }
}

it('a planner hands a scenario in, the committee grants it, and both are told what was adopted and what was not', async () => {
  await sent('create-scenario', { scenario, name: 'Færre lofter', note: null, asOf: '2027-02-01' })
  const edits = [
    add('c-1', cap('multiple-sclerosis', 12, midtjylland)),
    add('c-2', cap('osteogenesis-imperfecta', 1, { kind: 'municipality', code: '0665' })),
    add('c-3', cap('parkinson', 4, { kind: 'municipality', code: '0101' })),
  ]
  await sent('edit-scenario', { scenario, edits })
  const before = (await seen(`scenario?scenario=${scenario}`)).body
  expect([before.proposal, before.nextCase]).toEqual([null, '26-0001'])
  const submission = {
    ...submissionOf(scenario, before.nextCase, before.revision),
    planRef: 'Praksisplan 2027',
    wantedFrom: '2027-01-01',
  }

  // Whose it is not may not hand it in, and a committee decides for its own region alone.
  expect((await sent('submit-scenario', submission, secretariat)).status).toBe(404)
  expect((await sent('submit-scenario', submission, committee)).status).toBe(403)
  expect(await sent('submit-scenario', submission)).toMatchObject({
    status: 409,
    body: { code: 'scenario.outsideRegion', params: { region: '1082', changes: ['c-3'], regions: ['1084'] } },
  })
  // The other region's committee is not this planner's to ask, though the change lies there.
  expect(await sent('submit-scenario', { ...submission, region: '1084' })).toMatchObject({
    status: 403,
    body: { code: 'scenario.otherCommittee', params: { region: '1084', committee: '1082' } },
  })
  expect(before.handIn).toEqual({
    region: '1082',
    stays: [{ change: 'c-3', why: 'scenario.outsideRegion', regions: ['1084'] }],
  })
  await sent('edit-scenario', { scenario, edits: [{ kind: 'switch', change: 'c-3', on: false }] })
  const { revision } = (await seen(`scenario?scenario=${scenario}`)).body
  expect((await sent('submit-scenario', { ...submission, revision })).status).toBe(200)

  const handedIn = (await seen(`scenario?scenario=${scenario}`)).body
  expect(handedIn.proposal).toMatchObject({ case: '26-0001', status: 'checked', edited: false, refused: [] })
  const proposal = (await seen('proposal?case=26-0001', secretariat)).body
  expect(proposal).toMatchObject({ scenario, name: 'Færre lofter', edited: false, adopted: false })
  expect(proposal.changes).toMatchObject([
    { change: 'c-1', cap: { value: 12, adopted: null, documented: 0 }, problems: [] },
    {
      change: 'c-2',
      municipalities: ['0665'],
      cap: { value: 1 },
      problems: [{ severity: 'error', code: 'quota.countHidden' }],
    },
  ])
  expect(proposal.changes[0].municipalities).toContain('0746')
  // A municipality that is heard reads what is proposed.
  const heard = (await seen('proposal?case=26-0001', await service.signIn('kommune-0746'))).body
  expect(heard.changes).toMatchObject([{ change: 'c-1' }, { change: 'c-2', municipalities: ['0665'] }])
  const listed = (await seen('cases?status=open', secretariat)).body.rows
  expect(listed).toMatchObject([{ case: '26-0001', type: 'A16', proposal: 'Færre lofter' }])
  // A planner reads no cases, and the case of another region is nobody's business.
  expect((await seen('proposal?case=26-0001')).status).toBe(403)
  expect((await seen('proposal?case=26-0001', await service.signIn('sekretariat-1083'))).status).toBe(404)

  await sent('edit-scenario', { scenario, edits: [{ kind: 'remove', change: 'c-1' }] })
  expect((await seen(`scenario?scenario=${scenario}`)).body.proposal.edited).toBe(true)
  expect((await seen('proposal?case=26-0001', secretariat)).body).toMatchObject({ edited: true, changes: [{}, {}] })

  await sent('table-case', { case: '26-0001', meetingOn: '2026-12-08', reason: 'Hørt om planen.' }, secretariat)
  const { findings } = (await seen('case-file?case=26-0001', secretariat)).body
  const ruled = await sent(
    'issue-ruling',
    {
      committee: '1082',
      case: '26-0001',
      outcome: 'granted',
      reasons: 'Lofterne vedtages.',
      conditions: [],
      derogations: needingReason(findings.findings).map(({ rule }) => ({ rule, reason: 'Udvalget fraviger.' })),
      effectiveFrom: '2027-01-01',
      participants: { regional: 2, municipal: 2, physiotherapists: 4 },
      agreed: true,
      docketRevision: findings.docketRevision,
    },
    committee,
  )
  expect(ruled.status).toBe(200)
  const told = { change: 'c-2', command: 'ProposeQuota', code: 'quota.countHidden' }
  expect((await seen(`scenario?scenario=${scenario}`)).body.proposal).toMatchObject({
    status: 'applied',
    refused: [told],
  })
  expect((await seen('proposal?case=26-0001', secretariat)).body).toMatchObject({
    adopted: true,
    changes: [
      { change: 'c-1', refused: null, cap: { adopted: { cap: 12, planRef: 'Praksisplan 2027' } } },
      { change: 'c-2', refused: told, problems: [] },
    ],
  })
  // The refusal is an event that is found among the others.
  const { rows } = (await seen('events?type=CaseChangeRefused', secretariat)).body
  expect(rows).toHaveLength(1)
})

it('figures of a proposal are those of its comparison with the register; a person is known by number and clinic', async () => {
  const own = 'sc-0000000002'
  const group = 'multiple-sclerosis'
  await sent('create-scenario', { scenario: own, name: 'Flere', note: null, asOf: '2027-02-01' })
  const edits = [
    add('n-1', registersNumber('900001', 'person-21')),
    ...['person-21', 'person-of-nowhere'].map((person) =>
      add(`d-${person}`, documents(person, group, 'Made up', '2026-12-01')),
    ),
    add('cap', cap(group, 0, midtjylland)),
  ]
  expect((await sent('edit-scenario', { scenario: own, edits })).status).toBe(200)
  const { changes, revision, nextCase } = (await seen(`scenario?scenario=${own}`)).body
  expect(changes.map(({ touches }: { touches: object }) => touches)).toMatchObject([
    { number: '900001', clinic: 'k-3' },
    { person: 'person-21', holder: { number: '900001', clinic: 'Klinik Vest', clinicId: 'k-3' } },
    { person: 'person-of-nowhere' },
    {},
  ])
  expect(changes[2].touches).not.toHaveProperty('holder')
  const submitted = await sent('submit-scenario', submissionOf(own, nextCase, revision))
  expect(submitted.status).toBe(200)

  const { findings } = (await seen(`case-file?case=${nextCase}`, secretariat)).body
  const cap27 = findings.findings.find(({ rule }: { rule: string }) => rule === 'R-27')
  expect(cap27).toMatchObject({ outcome: 'breach', code: 'R-27.proposedBelowGroups', params: { below: 1 } })
  expect(cap27.measured.at(-1)).toMatchObject({ key: 'documentedInArea', value: 1, limit: 0, area: '1082', group })

  const { figures } = (await seen(`proposal-figures?case=${nextCase}&group=${group}`, secretariat)).body
  const compared = (await seen(`scenario-comparison?a=${own}&group=${group}&region=1082`)).body.figures
  expect(figures).toEqual(compared.map(({ b: _, ...figure }: { b: unknown }) => figure))
  const of = (name: string) => figures.find(({ figure }: { figure: string }) => figure === name)
  expect(of('specialists')).toMatchObject({ base: 0, a: 1, unit: 'count' })
  expect(of('coveredPeople')).toMatchObject({ base: 0, a: expect.any(Number), unit: 'people' })
  expect(of('coveredPeople').a).toBeGreaterThan(10_000)
  expect((await seen(`proposal-figures?case=${nextCase}&group=${group}`)).status).toBe(403)
  expect(
    (await seen(`proposal-figures?case=${nextCase}&group=${group}`, await service.signIn('sekretariat-1083'))).status,
  ).toBe(404)
}, 60_000)

it('a change lies where the scenario itself puts it, and what lies elsewhere is said before it is refused', async () => {
  const own = 'sc-0000000003'
  const nowhere = { postcode: null, town: null, darId: null, position: null }
  const address = (municipality: string) => ({ ...nowhere, text: 'Opdigtet 1', municipality, certainty: 'confirmed' })
  const open = (clinic: string, municipality: string) => [
    add(clinic, {
      type: 'RegisterClinic',
      data: { clinic, effectiveFrom: '2027-01-01', name: clinic, cvr: null, formOfPractice: 'solo' },
    }),
    add(`${clinic}-a`, {
      type: 'OpenPracticeAddress',
      data: {
        addressId: `${clinic}-a`,
        effectiveFrom: '2027-01-01',
        clinic,
        address: address(municipality),
        kind: 'main',
        until: null,
      },
    }),
    add(`${clinic}-i`, { type: 'StateClinicIntake', data: { clinic, effectiveFrom: '2027-02-01', accepts: false } }),
  ]
  const area = (id: string, municipalities: readonly string[]) => [
    add(id, {
      type: 'DrawPlanningArea',
      data: { area: id, effectiveFrom: '2027-01-01', name: id, municipalities, shape: null },
    }),
    add(`${id}-cap`, cap('parkinson', 3, { kind: 'planningArea', code: id })),
  ]
  const edits = [
    ...open('k-here', '0751'),
    ...open('k-there', '0461'),
    ...area('area-here', ['0751', '0746']),
    ...area('area-both', ['0661', '0573']),
    add('nowhere', cap('parkinson', 3, { kind: 'planningArea', code: 'area-nobody-drew' })),
    add('goal', {
      type: 'SetStructuredPathway',
      data: { effectiveFrom: '2027-01-01', group: 'parkinson', savesPermille: 25, source: null },
    }),
  ]
  await sent('create-scenario', { scenario: own, name: 'Steder', note: null, asOf: '2027-02-01' })
  const edited = await sent('edit-scenario', { scenario: own, edits })
  expect([edited.status, edited.body.params]).toEqual([200, undefined])
  const { handIn, revision, nextCase } = (await seen(`scenario?scenario=${own}`)).body
  const outside = (change: string, ...regions: string[]) => ({ change, why: 'scenario.outsideRegion', regions })
  expect(handIn.stays).toEqual([
    // Nothing of the clinic is elsewhere than its address.
    ...['k-there', 'k-there-a', 'k-there-i'].map((change) => outside(change, '1083')),
    ...['area-both', 'area-both-cap'].map((change) => outside(change, '1082', '1083')),
    { change: 'nowhere', why: 'scenario.unknownPlace', regions: [] },
    { change: 'goal', why: 'scenario.wholeCountry', regions: [] },
  ])
  const refused = await sent('submit-scenario', submissionOf(own, nextCase, revision))
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'scenario.outsideRegion', params: { regions: ['1083'] } },
  })
  const off = (changes: readonly string[]) => ({
    scenario: own,
    edits: changes.map((change) => ({ kind: 'switch', change, on: false })),
  })
  const left = handIn.stays.map(({ change }: { change: string }) => change)
  await sent('edit-scenario', off(left.slice(0, -2)))
  const codeAt = async () => {
    const now = (await seen(`scenario?scenario=${own}`)).body.revision
    return (await sent('submit-scenario', submissionOf(own, nextCase, now))).body.code
  }
  expect(await codeAt()).toBe('scenario.wholeCountry')
  await sent('edit-scenario', off(['goal']))
  expect(await codeAt()).toBe('scenario.unknownPlace')
  await sent('edit-scenario', off(['nowhere']))
  expect(await codeAt()).toBeUndefined()
  // The case says its changes in words: what the scenario made up is known by its name there, too.
  const { changes: asked } = (await seen(`proposal?case=${nextCase}`, secretariat)).body
  const told = (change: string) => asked.find((one: { change: string }) => one.change === change)?.told
  expect(told('k-here')).toEqual({ clinic: 'k-here', name: 'k-here' })
  expect(told('k-here-a')).toEqual({ clinic: 'k-here', address: { text: 'Opdigtet 1', town: null } })
  expect(told('k-here-i')).toEqual({ clinic: 'k-here', accepts: false })
  expect(told('area-here-cap')).toEqual({})
  const { proposal } = (await seen(`scenario?scenario=${own}`)).body
  expect(proposal).toMatchObject({ case: nextCase, status: 'checked' })
}, 60_000)

it('what the scenario made up stays in it, and what the committee can rule on goes along', async () => {
  const own = 'sc-0000000004'
  const register = {
    clinic: 'hyp-clinic',
    effectiveFrom: '2027-01-01',
    name: 'Klinik',
    cvr: null,
    formOfPractice: 'solo',
  }
  const edits = [
    add('clinic', { type: 'RegisterClinic', data: register }),
    add('number', registersNumber('990007', 'hyp-person')),
    add('competence', documents('hyp-person', 'parkinson', 'Made up')),
    add('issuer', documents('person-21', 'parkinson', 'Hypotetisk (scenarie)')),
  ]
  await sent('create-scenario', { scenario: own, name: 'Opdigtet', note: null, asOf: '2027-02-01' })
  expect((await sent('edit-scenario', { scenario: own, edits })).status).toBe(200)
  const madeUp = edits.map(({ change }) => change)
  const before = (await seen(`scenario?scenario=${own}`)).body
  expect(before.handIn.stays).toEqual(madeUp.map((change) => ({ change, why: 'scenario.madeUp', regions: [] })))
  const submit = async () => {
    const { revision } = (await seen(`scenario?scenario=${own}`)).body
    return await sent('submit-scenario', submissionOf(own, before.nextCase, revision))
  }
  const refused = { status: 409, body: { code: 'scenario.madeUp', params: { changes: madeUp } } }
  expect(await submit()).toMatchObject(refused)
  await sent('edit-scenario', { scenario: own, edits: [add('cap', cap('parkinson', 5, midtjylland))] })
  expect(await submit()).toMatchObject(refused)
  const off = madeUp.map((change) => ({ kind: 'switch', change, on: false }))
  await sent('edit-scenario', { scenario: own, edits: off })
  expect((await submit()).status).toBe(200)
  const { changes } = (await seen(`proposal?case=${before.nextCase}`, secretariat)).body
  expect(changes.map(({ change }: { change: string }) => change)).toEqual(['cap'])
}, 60_000)

it('figures of a proposal handed in before made-up changes were refused are without them, and name them', async () => {
  const own = 'sc-0000000005'
  const group = 'multiple-sclerosis'
  const madeUp = [
    add('clinic', {
      type: 'RegisterClinic',
      data: { clinic: 'hyp-klinik', effectiveFrom: '2027-01-01', name: 'Klinik', cvr: null, formOfPractice: 'solo' },
    }),
    add('number', registersNumber('990008', 'person-22')),
    add('competence', documents('person-22', group, 'Hypotetisk (scenarie)')),
  ]
  const real = [
    add('real-number', registersNumber('900009', 'person-23')),
    add('real', documents('person-23', group, 'Made up')),
    add('gone', { type: 'CloseClinic', data: { clinic: 'k-nowhere', effectiveFrom: '2027-01-01', reason: 'other' } }),
  ]
  await sent('create-scenario', { scenario: own, name: 'Fra før', note: null, asOf: '2027-02-01' })
  expect((await sent('edit-scenario', { scenario: own, edits: [...madeUp, ...real] })).status).toBe(200)
  const { revision, nextCase } = (await seen(`scenario?scenario=${own}`)).body
  await handedInBefore(submissionOf(own, nextCase, revision))
  const url = `proposal-figures?case=${nextCase}&group=${group}`
  await expect.poll(async () => (await seen(url, secretariat)).status).toBe(200)
  const { figures, leftOut } = (await seen(url, secretariat)).body
  const specialists = figures.find(({ figure }: { figure: string }) => figure === 'specialists')
  // One of the two is made up.
  expect(specialists.a - specialists.base).toBe(1)
  expect(leftOut.map(({ change, code }: { change: string; code: string }) => [change, code])).toEqual([
    ...madeUp.map(({ change }) => [change, 'case.changeMadeUp']),
    ['gone', expect.stringMatching(/^\w+\.\w+$/)],
  ])
}, 60_000)
