import { describe, test } from 'vitest'
import { DiagnosisGroupId } from '#events/identifiers'
import { pathway } from '#service/deciders/pathway'
import { given, on } from '../../given.ts'

const from = on('2027-01-01')
const data = { group: DiagnosisGroupId.parse('parkinson'), savesPermille: 25, source: null }
const set = (more: Partial<typeof data> = {}, effectiveFrom = from) => ({
  type: 'SetStructuredPathway' as const,
  data: { effectiveFrom, ...data, ...more },
})
const event = { type: 'StructuredPathwaySet' as const, effectiveFrom: from, data }

describe('what a structured pathway is to save', () => {
  test('is set for a group that exists, from a date', () => {
    given(pathway).when(set()).thenEvents(event)
    given(pathway)
      .when(set({ group: DiagnosisGroupId.parse('no-group') }))
      .thenRefused('pathway.unknownGroup', { group: 'no-group' })
  })

  test('said again changes nothing; another saving, or another date, does', () => {
    given(pathway, event).when(set()).thenEvents()
    given(pathway, event)
      .when(set({ savesPermille: 0 }))
      .thenEvents({ ...event, data: { ...data, savesPermille: 0 } })
    const later = on('2028-01-01')
    given(pathway, event)
      .when(set({}, later))
      .thenEvents({ ...event, effectiveFrom: later })
  })
})
