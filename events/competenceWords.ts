import type { Words } from './words.ts'

/**
 * Diagnosis groups and families of groups that competence is documented for, by the `kind:id` of a competence's target.
 * The groups are those of the register of diagnoses; the families are configured (R-29, ASSUMPTION).
 */
export const competenceTargetWords = {
  'group:multiple-sclerosis': { da: 'Multipel sclerose', en: 'Multiple sclerosis' },
  'group:parkinson': { da: 'Parkinsons sygdom', en: 'Parkinson’s disease' },
  'group:cerebral-palsy-children': { da: 'Cerebral parese (0-19 år)', en: 'Cerebral palsy (0-19 years)' },
  'group:als': { da: 'Amyotrofisk lateral sklerose (ALS)', en: 'Amyotrophic lateral sclerosis (ALS)' },
  'group:psp': { da: 'Progressiv supranukleær parese', en: 'Progressive supranuclear palsy' },
  'group:msa': { da: 'Multipel system atrofi', en: 'Multiple system atrophy' },
  'group:huntington': { da: 'Huntingtons sygdom', en: 'Huntington’s disease' },
  'group:ehlers-danlos': { da: 'Ehlers-Danlos syndrom', en: 'Ehlers-Danlos syndrome' },
  'group:osteogenesis-imperfecta': { da: 'Osteogenesis imperfecta', en: 'Osteogenesis imperfecta' },
  'family:connective-tissue': { da: 'Bindevævssygdomme (familie)', en: 'Connective-tissue diseases (family)' },
  'family:palliative': { da: 'Palliativ fysioterapi (familie)', en: 'Palliative physiotherapy (family)' },
} as const satisfies Readonly<Record<`${'group' | 'family'}:${string}`, Words>>
