import { expect, test } from 'vitest'
import { MunicipalityCode } from '#events/identifiers'
import { type AddressForm, kinds } from '../../web/pages/cases/application/kinds.ts'
import { placedAt } from '../../web/pages/cases/placed.ts'

const municipality = MunicipalityCode.parse('0661')
const holstebro = {
  municipality,
  certainty: 'geometry' as const,
  distanceToBorderM: 9000,
  confirmWithinM: 200,
  candidates: [municipality],
}
const at = (position: AddressForm['position']): AddressForm => ({
  ...kinds.address.empty,
  position,
  certainty: 'confirm',
})

test('a placement says the municipality of the point that it was asked about', () => {
  expect(placedAt(at([8.6, 56.36]), [8.6, 56.36], holstebro)).toEqual({
    ...at([8.6, 56.36]),
    municipality: '0661',
    certainty: 'geometry',
  })
})

test('an answer that comes when the address has been put elsewhere, or nowhere, says nothing of it', () => {
  for (const address of [at([9.5, 56.1]), at([8.6, 56.1]), at([9.5, 56.36]), at(null)])
    expect(placedAt(address, [8.6, 56.36], holstebro)).toBe(address)
})
