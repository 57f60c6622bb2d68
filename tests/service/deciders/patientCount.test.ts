import { describe, test } from 'vitest'
import { DiagnosisGroupId, MunicipalityCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { patientCount } from '#service/deciders/patientCount'
import { given } from '../../given.ts'

const on = (date: string) => EffectiveDate.parse(date)
const cell = (code: string, count: number | null, suppressed = false) => ({
  municipality: MunicipalityCode.parse(code),
  count,
  suppressed,
})
const load = {
  group: DiagnosisGroupId.parse('parkinson'),
  kind: 'observed' as const,
  document: 'Patientregister 2025',
  period: { from: on('2025-01-01'), to: on('2025-12-31') },
  counts: [cell('0661', 63), cell('0741', null, true)],
}
const command = (data: Partial<typeof load> = {}) => ({
  type: 'LoadPatientCount' as const,
  data: { effectiveFrom: on('2026-01-01'), ...load, ...data },
})
const loaded = { type: 'PatientCountLoaded' as const, effectiveFrom: on('2026-01-01'), data: load }

describe('counts of patients', () => {
  test('are loaded as a whole table, once', () => {
    given(patientCount).when(command()).thenEvents(loaded)
    given(patientCount, loaded).when(command()).thenEvents()
    const other = command({ counts: [cell('0661', 64)] })
    given(patientCount, loaded)
      .when(other)
      .thenEvents({ ...loaded, data: { ...load, counts: [cell('0661', 64)] } })
  })

  test('are of a group that exists, a period that ends after it begins, each municipality once', () => {
    given(patientCount)
      .when(command({ group: DiagnosisGroupId.parse('nonsense') }))
      .thenRefused('patientCount.unknownGroup')
    given(patientCount)
      .when(command({ period: { from: on('2026-01-01'), to: on('2025-01-01') } }))
      .thenRefused('patientCount.endsBeforeStart')
    given(patientCount)
      .when(command({ counts: [cell('0661', 1), cell('0661', 2)] }))
      .thenRefused('patientCount.twice')
  })

  test('what the source hides has no number', () => {
    given(patientCount)
      .when(command({ counts: [cell('0661', 3, true)] }))
      .thenRefused('patientCount.suppressed')
  })
})
