import type { CoverageDecay, CoverageMeasure } from '#api/views/coverage'
import { type AccessMeasure, bandsOf, type DecayChoice } from '../reach/access.ts'
import type { Asked } from './coverageField.ts'
import type { SupplySite } from './coverageSupply.ts'
import type { AnswerOf } from './query.ts'

type Proof = AnswerOf<'coverage'>['proof']

/** Scores per so many inhabitants. */
const perInhabitants = 10_000

/** Formula and source of each measure: t cost, f decay, S supply, P inhabitants; i a square, j a site, k any square. */
const methods = {
  crowding: {
    formula: 'A_i = Σ_j f(t_ij) S_j / Σ_k f(t_kj) P_k',
    source: 'Luo & Wang 2003; Luo & Qi 2009 (E2SFCA)',
  },
  threeStep: {
    formula: 'G_ij = f(t_ij) / Σ_j f(t_ij); A_i = Σ_j G_ij f(t_ij) S_j / Σ_k G_kj f(t_kj) P_k',
    source: 'Wan, Zou & Sternberg 2012 (3SFCA)',
  },
  balanced: {
    formula: 'A_i = Σ_j (f(t_ij) / Σ_k f(t_kj)) S_j / Σ_k P_k f(t_kj) / Σ_j f(t_kj)',
    source: 'Paez, Higgins & Vivona 2019 (BFCA)',
  },
  availability: {
    formula: 'V_i = Σ_j S_j P_i f(t_ij) / Σ_k P_k f(t_kj)',
    source: 'Soukhov et al. 2023',
  },
} as const satisfies Readonly<Record<AccessMeasure, { formula: string; source: string }>>

/** Formula and source of each decay: t cost, L limit, s spread, e exponent. */
const decays = {
  step: { formula: 't ≤ L/3: 1; t ≤ 2L/3: 0.68; t ≤ L: 0.22', source: 'Luo & Qi 2009' },
  linear: { formula: 'min(1, (L - t) / s)', source: 'Conveyal R5, analyst/decay' },
  logistic: { formula: 'g(0) / g(t), g(t) = 1 + exp((t - L/2) π / (s √3))', source: 'Conveyal R5, analyst/decay' },
  halfLife: { formula: '0.5 ^ (t / s)', source: 'Conveyal R5, analyst/decay' },
  gaussian: { formula: 'exp(-t² / 2s²)', source: 'PySAL access, weights' },
  power: { formula: '(max(t, s) / s) ^ -e', source: 'PySAL access, weights' },
} as const satisfies Readonly<Record<CoverageDecay, { formula: string; source: string }>>

/** Whether the measure is of how much supply people have. */
export function isAccess(measure: CoverageMeasure): measure is AccessMeasure {
  return measure in methods
}

/** The decay that was asked for; a spread that was left out is a third of the limit, for `linear` the whole of it. */
export function decayIn({ decay = 'step', spread, exponentTenths = 20, max }: Asked): DecayChoice {
  if (decay === 'step') return { kind: decay }
  const usual = decay === 'linear' ? max : Math.max(1, Math.round(max / 3))
  const own = { spread: spread ?? usual }
  return decay === 'power' ? { kind: decay, ...own, exponent: exponentTenths / 10 } : { kind: decay, ...own }
}

/** What a score is multiplied with to be shown: therapists per 10,000 inhabitants, or therapists. */
export function shownPer(measure: AccessMeasure): number {
  return measure === 'availability' ? 1 : perInhabitants
}

/** Formulas, sources and numbers behind a measure; nothing where it needs none. */
export function methodOf(asked: Asked): Pick<Proof, 'bands' | 'method' | 'decay'> {
  const { measure, max } = asked
  if (!isAccess(measure)) return { bands: [...bandsOf(max)], method: null, decay: null }
  const choice = decayIn(asked)
  return {
    bands: choice.kind === 'step' ? [...bandsOf(max)] : [],
    method: { measure, ...methods[measure] },
    decay: {
      kind: choice.kind,
      ...decays[choice.kind],
      spread: choice.kind === 'step' ? null : choice.spread,
      exponentTenths: choice.kind === 'power' ? Math.round(choice.exponent * 10) : null,
    },
  }
}

/** Persons at each place; who works at several is shared out evenly among them. */
export function suppliesOf(sites: readonly Pick<SupplySite, 'persons'>[]): number[] {
  const places = new Map<string, number>()
  for (const person of sites.flatMap(({ persons }) => persons)) places.set(person, (places.get(person) ?? 0) + 1)
  return sites.map(({ persons }) => persons.reduce((sum, person) => sum + 1 / (places.get(person) ?? 1), 0))
}
