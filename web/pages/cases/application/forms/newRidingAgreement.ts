import { ask, defineForm, may } from '../form.ts'
import { providerOf, reductions, schoolOf } from './shown.ts'

/** A7: an agreement where the therapist has none. */
export const newRidingAgreement = formOf('A7')
/** A8: one more school for the same therapist. */
export const extraRidingSchool = formOf('A8')

function formOf(type: 'A7' | 'A8') {
  return defineForm({
    type,
    fields: {
      school: ask('school'),
      provider: may('provider'),
      therapist: ask('person'),
      hoursTenths: ask('hours'),
      area: ask('area'),
      reductions: may('reductions'),
      contractFrom: may('date'),
    },
    subject: ({ school, provider, therapist, hoursTenths, area, contractFrom, ...told }, newId) => ({
      agreement: newId('ra', school.name),
      school: school.id,
      place: school.place,
      therapist,
      provider: provider?.number ?? null,
      hoursTenths,
      area,
      contractFrom,
      reductions: reductions.told(told.reductions),
    }),
    shown: ({ school, place, therapist, provider, hoursTenths, area, contractFrom, ...stored }) => ({
      school: schoolOf(school, place),
      provider: providerOf(provider, { holder: therapist }),
      therapist,
      hoursTenths,
      area,
      reductions: reductions.shown(stored.reductions),
      contractFrom,
    }),
    follow({ school, provider, therapist, area }, changed) {
      if (changed === 'provider' && provider?.holder != null && therapist === '') return { therapist: provider.holder }
      // The school's municipality is the area, unless another is asked for.
      const code = school?.place?.municipality
      if (changed === 'school' && code != null && area.kind === 'municipality')
        return { area: { ...area, codes: [code] } }
      return {}
    },
  })
}
