import type { PaymentCeilingFacts } from '../facts/followUp.ts'
import { ratio, rounded } from '../ratio.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { published, seed } from '../sources.ts'
import { paid } from './followUpLevers.ts'

/** what was paid against a payment ceiling, per patient or in total. Exactly the ceiling is within it. */
export const paymentCeiling = defineRule({
  id: 'R-22',
  version: 1,
  strength: 'binding',
  uses: [],
  sources: [seed('S_SEED001', 'footnote 1'), published('S_KONTROL'), published('S_SU')],
  levers: [paid],
  judge({ provider, ceiling, actual, inputs }: PaymentCeilingFacts): Verdict {
    const { basis, until } = ceiling
    const needsPatients = basis === 'perPatient'
    const missing = [
      ...(basis === null ? ['ceilingBasis'] : []),
      ...(until === null ? ['ceilingEnd'] : []),
      ...(actual.oere === null ? ['expenditure'] : []),
      ...(needsPatients && (actual.patients === null || actual.patients === 0) ? ['patients'] : []),
    ]
    const { oere, patients } = actual
    const allowed = needsPatients ? (patients === null ? null : ceiling.oere * patients) : ceiling.oere
    const shared = {
      inputs,
      params: { provider, ceilingOere: ceiling.oere, missing },
      measured: [
        { key: 'ceiling', value: ceiling.oere, unit: 'oere' as const },
        { key: 'paid', value: oere, unit: 'oere' as const, limit: basis === null ? null : allowed },
        ...(needsPatients ? [{ key: 'patients', value: patients, unit: 'count' as const }] : []),
      ],
    }
    if (missing.length > 0 || oere === null || allowed === null || (needsPatients && patients === null))
      return { ...shared, outcome: 'needs-information', code: 'R-22.unknown', missing }
    const overOere = oere - allowed
    const perPatientOere = patients === null || patients === 0 ? oere : rounded(ratio(oere, patients))
    const told = needsPatients ? { paidOere: perPatientOere } : { paidOere: oere }
    if (overOere <= 0) return { ...shared, outcome: 'pass', code: 'R-22.within', params: { ...shared.params, ...told } }
    return {
      ...shared,
      measured: [...shared.measured, { key: 'overCeiling', value: overOere, unit: 'oere', limit: 0 }],
      outcome: 'breach',
      code: needsPatients ? 'R-22.overPerPatient' : 'R-22.over',
      params: { ...shared.params, ...told, overOere, patients: patients ?? '' },
    }
  },
})
