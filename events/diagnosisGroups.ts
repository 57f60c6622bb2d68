import { DiagnosisGroupId } from './identifiers.ts'
import type { Words } from './words.ts'

/** A diagnosis group with what is known of its size. Unknown is null, never zero. */
export interface DiagnosisGroup {
  readonly id: DiagnosisGroupId
  readonly words: Words
  /** Persons in Denmark, as the source has it; null when it gives none. */
  readonly persons: number | null
  /** Lowest and highest prevalence per 100,000 inhabitants; null when the source gives none. */
  readonly per100k: readonly [low: number, high: number] | null
  /** Date or year of the figure, as the source states it; null on an undated page. */
  readonly asOf: string | null
  /** Id of the source in facts.json. */
  readonly source: string
  readonly confidence: 'high' | 'medium' | 'low'
}

function group(
  id: string,
  words: Words,
  size: Pick<DiagnosisGroup, 'persons' | 'per100k' | 'asOf' | 'source' | 'confidence'>,
): DiagnosisGroup {
  return { id: DiagnosisGroupId.parse(id), words, ...size }
}

/** The groups that competence is documented for (S_SEED000), the largest first. */
export const diagnosisGroups: readonly DiagnosisGroup[] = [
  group(
    'multiple-sclerosis',
    { da: 'Multipel sclerose', en: 'Multiple sclerosis' },
    { persons: 15_000, per100k: null, asOf: null, source: 'S_MS', confidence: 'medium' },
  ),
  group(
    'parkinson',
    { da: 'Parkinsons sygdom', en: 'Parkinson’s disease' },
    { persons: 12_000, per100k: null, asOf: null, source: 'S_PD', confidence: 'medium' },
  ),
  group(
    'cerebral-palsy-children',
    { da: 'Cerebral parese (0-19 år)', en: 'Cerebral palsy, age 0-19' },
    { persons: 3000, per100k: null, asOf: '2010', source: 'S_CP', confidence: 'medium' },
  ),
  group(
    'osteogenesis-imperfecta',
    { da: 'Osteogenesis imperfecta', en: 'Osteogenesis imperfecta' },
    { persons: 575, per100k: [10.3, 10.3], asOf: '2012-12-31', source: 'S_OI', confidence: 'high' },
  ),
  group(
    'als',
    { da: 'Amyotrofisk lateral sklerose (ALS)', en: 'Amyotrophic lateral sclerosis' },
    { persons: 400, per100k: null, asOf: '2019', source: 'S_ALS', confidence: 'medium' },
  ),
  group(
    'psp',
    { da: 'Progressiv supranukleær parese', en: 'Progressive supranuclear palsy' },
    { persons: 350, per100k: null, asOf: '2017', source: 'S_ATYP', confidence: 'low' },
  ),
  group(
    'msa',
    { da: 'Multipel system atrofi', en: 'Multiple system atrophy' },
    { persons: 240, per100k: null, asOf: '2017', source: 'S_ATYP', confidence: 'low' },
  ),
  group(
    'ehlers-danlos',
    { da: 'Ehlers-Danlos syndrom', en: 'Ehlers-Danlos syndromes' },
    { persons: null, per100k: [5, 10], asOf: '2010', source: 'S_EDS', confidence: 'low' },
  ),
  group(
    'huntington',
    { da: 'Huntingtons sygdom', en: 'Huntington’s disease' },
    { persons: null, per100k: [5, 10], asOf: null, source: 'S_HD', confidence: 'low' },
  ),
]

/** Families of small groups that one competence covers. Members are ASSUMPTION; S_SEED000 names connective tissue. */
export const diagnosisFamilies: readonly {
  readonly id: DiagnosisGroupId
  readonly words: Words
  readonly groups: readonly DiagnosisGroupId[]
}[] = [
  {
    id: DiagnosisGroupId.parse('connective-tissue'),
    words: { da: 'Bindevævssygdomme', en: 'Connective tissue diseases' },
    groups: ['osteogenesis-imperfecta', 'ehlers-danlos'].map((id) => DiagnosisGroupId.parse(id)),
  },
]

/** Names of groups and families by their ids. */
export const diagnosisGroupWords: Readonly<Record<string, Words>> = Object.fromEntries(
  [...diagnosisGroups, ...diagnosisFamilies].map(({ id, words }) => [id, words]),
)
