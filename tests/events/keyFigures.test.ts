import { expect, test } from 'vitest'
import type { HalfYearMeasure, ToldFigure } from '#events/halfYear'
import { KeyFigure, keyFigure } from '#events/keyFigures'

const told: Partial<Record<HalfYearMeasure, ToldFigure>> = {
  patients: 80,
  progressivePatients: 41,
  groupServices: 872,
  individualServices: 1217,
  homeServices: 198,
  oere: 62_802_546,
}
const all = (change: typeof told = {}, inhabitants: number | null = 3617) =>
  Object.fromEntries(
    KeyFigure.options.map((which) => [
      which,
      keyFigure(which, (measure) => ({ ...told, ...change })[measure] ?? 'unknown', inhabitants),
    ]),
  )

test('key figures are quotients of what is told', () => {
  expect(all()).toEqual({
    patientsPer1000: 80_000 / 3617,
    progressiveShare: 41 / 80,
    groupShare: 872 / 2089,
    homeShare: 198 / 2089,
    servicesPerPatient: 2089 / 80,
    costPerPatient: 62_802_546 / 80,
  })
})

test('of hidden patients nothing is told that they could be had from', () => {
  expect(all({ patients: 'hidden' })).toMatchObject({
    patientsPer1000: 'hidden',
    progressiveShare: 'hidden',
    servicesPerPatient: 'hidden',
    costPerPatient: 'hidden',
    groupShare: 872 / 2089,
  })
})

test('unknown is neither hidden nor zero, and nothing is divided by nothing', () => {
  expect(all({ homeServices: 'unknown', patients: 'hidden' })).toMatchObject({ homeShare: 'unknown' })
  expect(all({}, null).patientsPer1000).toBe('unknown')
  expect(all({ groupServices: 0, individualServices: 0 })).toMatchObject({
    groupShare: 'unknown',
    servicesPerPatient: 0,
  })
  expect(all({ groupServices: 'hidden' }).groupShare).toBe('hidden')
})
