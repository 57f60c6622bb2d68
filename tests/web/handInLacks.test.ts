import { describe, expect, test } from 'vitest'
import { scenarioView } from '#api/views/scenario'
import { handInLack, whyNotHandIn } from '../../web/pages/laboratory/handInLacks.ts'

const Asked = scenarioView.response.pick({ proposal: true, count: true, handIn: true })

/** A scenario with two changes that are on, of which some stay for a reason. */
const scenario = (part: object = {}, stays: readonly string[] = []) =>
  Asked.parse({
    proposal: null,
    count: { changes: 3, on: 2 },
    handIn: { region: '1082', stays: stays.map((why, at) => ({ change: `c-${at}`, why, regions: [] })) },
    ...part,
  })
const proposal = (status: string) => ({
  proposal: { case: '26-0140', number: '26/0140', status, edited: false, refused: [] },
})
const filled = { planRef: 'Praksisplan 2027', wantedFrom: '2027-03-01' }

describe('a scenario cannot be handed in', () => {
  test('while its last case waits for a ruling', () => {
    expect(whyNotHandIn(scenario(proposal('checked')))).toBe('waits')
    for (const status of ['ruled', 'applied', 'effect-refused', 'referred', 'withdrawn'])
      expect(whyNotHandIn(scenario(proposal(status)))).toBeNull()
  })

  test('with nothing on, and by nobody without a committee of their own', () => {
    expect(whyNotHandIn(scenario({ count: { changes: 3, on: 0 } }))).toBe('nothingOn')
    expect(whyNotHandIn(scenario({ handIn: { region: null, stays: [] } }))).toBe('noRegion')
    expect(whyNotHandIn(scenario())).toBeNull()
  })
})

describe('the form lacks', () => {
  test('a change that goes along, where every one of them stays', () => {
    expect(handInLack(scenario({}, ['scenario.madeUp', 'scenario.madeUp']), filled)).toBe('onlyMadeUp')
    expect(handInLack(scenario({}, ['scenario.madeUp', 'scenario.outsideRegion']), filled)).toBe('nothingHere')
    expect(handInLack(scenario({}, ['scenario.madeUp']), filled)).toBeNull()
  })

  test('the plan, then the day', () => {
    expect(handInLack(scenario(), { planRef: '  ', wantedFrom: undefined })).toBe('needPlan')
    expect(handInLack(scenario(), { ...filled, wantedFrom: undefined })).toBe('needDate')
    expect(handInLack(scenario(), filled)).toBeNull()
  })
})
