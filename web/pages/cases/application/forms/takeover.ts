import { ask, defineForm, may } from '../form.ts'
import { quantityText } from '../typedQuantity.ts'
import { providerOf, schoolOf } from './shown.ts'

/** A2: takeover of a share of a provider number, with the riding schools that go with it. */
export const takeover = defineForm({
  type: 'A2',
  fields: {
    provider: ask('provider'),
    fromHolder: ask('person'),
    toHolder: ask('person'),
    shareHundredths: ask('share'),
    newNumber: may('newNumber'),
    schools: may('schoolAreas'),
  },
  subject: ({ provider, fromHolder, toHolder, shareHundredths, newNumber, schools }) => ({
    provider: provider.number,
    fromHolder,
    toHolder,
    shareHundredths,
    newNumber,
    schools: (schools ?? []).map(({ school, codes }) => ({ school: school.id, codes })),
    place: provider.place,
  }),
  shown: ({ provider, fromHolder, toHolder, shareHundredths, newNumber, schools, place }) => ({
    provider: providerOf(provider, { holder: fromHolder, place }),
    fromHolder,
    toHolder,
    shareHundredths,
    newNumber,
    schools: schools.map(({ school, codes }) => ({ school: schoolOf(school, null), codes: [...codes] })),
  }),
  problems: ({ fromHolder, toHolder }) => (fromHolder === toHolder ? [['toHolder', 'sameHolder']] : []),
  follow({ provider, shareHundredths }, changed) {
    if (changed !== 'provider' || provider === null) return {}
    return {
      fromHolder: provider.holder ?? '',
      ...(shareHundredths === '' ? { shareHundredths: quantityText(100, 2) } : {}),
      // After a takeover the area is each school's own municipality.
      schools: provider.agreements.map(({ school }) => ({
        school,
        codes: school.place?.municipality == null ? [] : [school.place.municipality],
      })),
    }
  },
})
