import { describe, test } from 'vitest'
import { CaseId, RegionCode } from '#events/identifiers'
import type { SealEvent } from '#events/seal'
import { seal } from '#service/deciders/seal'
import { given, nothingKnown } from '../../given.ts'

const ruling = { case: CaseId.parse('26-0147'), committee: RegionCode.parse('1082'), number: '2026-0012' }
const command = { type: 'SealRuling' as const, data: ruling }
const sealed = { scheme: 1, digest: '9f'.repeat(32) }
const made: SealEvent = {
  type: 'RulingSealed',
  effectiveFrom: nothingKnown.today,
  data: { ...ruling, ...sealed },
}

describe('the seal of a ruling', () => {
  test('is set once', () => {
    given(seal).when(command, { sealed }).thenEvents(made)
  })

  test('is never set anew, whatever the digest would be today', () => {
    given(seal, made)
      .when(command, { sealed: { scheme: 2, digest: '00'.repeat(32) } })
      .thenNothing()
  })

  test('is refused for a ruling that is not there', () => {
    given(seal).when(command).thenRefused('docket.unknownRuling', { number: '2026-0012' })
  })
})
