import { expect, test } from 'vitest'
import { isMadeUpId, madeUpChanges, madeUpIssuer } from '#events/madeUp'
import { ChangeId } from '#events/scenario'

const change = (id: string, type: string, data: Record<string, unknown>) => ({
  change: ChangeId.parse(id),
  command: { type, data },
})
const found = (...changes: Parameters<typeof madeUpChanges>[0]) => [...madeUpChanges(changes)].toSorted()
const registered = (id: string, number: string) =>
  change(id, 'RegisterProviderNumber', { number, holder: 'p-1', clinic: 'k-1', specialties: ['62'] })

test('an id of what does not exist is known by its first part', () => {
  expect(['hyp-a1', 'hyp', 'hypo-1', 'k-hyp-1', 'omr-1'].filter(isMadeUpId)).toEqual(['hyp-a1'])
})

test('a change that names what does not exist is found, wherever in its command the id stands', () => {
  const owners = [{ owner: 'p-1', shareHundredths: 50 }, { owner: 'hyp-2' }]
  expect(
    found(
      change('clinic', 'RegisterClinic', { clinic: 'hyp-1', name: 'Klinik' }),
      change('nested', 'ChangeClinicOwnership', { clinic: 'k-1', owners }),
      change('closes', 'CloseClinic', { clinic: 'k-1', reason: 'As hyp-1 takes over' }),
      change('cap', 'ProposeQuota', { area: { kind: 'planningArea', code: 'omr-1' }, cap: 3 }),
    ),
  ).toEqual(['clinic', 'nested'])
})

test('a number of the range is made up where a change brings it in, and so is all that names it', () => {
  const ceases = change('ceases', 'CeaseProviderNumber', { number: '990000', reason: 'x', transferredTo: null })
  expect(found(ceases)).toEqual([])
  expect(found(ceases, registered('first', '990000'), registered('last', '999999'))).toEqual([
    'ceases',
    'first',
    'last',
  ])
  expect(found(registered('below', '989999'), registered('other', '100001'))).toEqual([])
  expect(found(change('takes', 'TransferProviderNumber', { number: '100001', newNumber: '990001' }))).toEqual(['takes'])
})

test('what rests on something that such a change brings in is found in any order, and nothing else', () => {
  expect(
    found(
      change('moves', 'MovePracticeAddress', { addressId: 'a-new' }),
      change('moves-other', 'MovePracticeAddress', { addressId: 'a-1' }),
      change('opens', 'OpenPracticeAddress', { addressId: 'a-new', clinic: 'hyp-1' }),
    ),
  ).toEqual(['moves', 'opens'])
})

test('documentation that a scenario invents for somebody who exists is made up in either language', () => {
  const by = (id: string, issuer: string) => change(id, 'DocumentCompetence', { person: 'p-1', issuer })
  expect(found(by('da', madeUpIssuer.da), by('en', madeUpIssuer.en), by('real', 'Danske Fysioterapeuter'))).toEqual([
    'da',
    'en',
  ])
})
