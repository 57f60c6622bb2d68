import type { EffectiveDate } from '#events/time'
import { addDays, addMonths, daysBetween } from '../calendar.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { assumption, seed } from '../sources.ts'
import { expiresOn } from './coverageLevers.ts'

/** Where a documentation stands on a date. In grace it no longer counts; it is shown amber until the grace is over. */
export type Validity = 'notYet' | 'valid' | 'expiresSoon' | 'grace' | 'expired'

/** The days that decide: first day on which it does not count, and last day of grace. */
export interface ValidityOn {
  readonly validity: Validity
  readonly expiresOn: EffectiveDate
  readonly graceUntil: EffectiveDate
}

interface Limits {
  readonly competenceYears: number
  readonly competenceGraceDays: number
  readonly competenceAdviceDays: number
}

/**
 * Whether a documentation counts on a date: from its issue until the day it expires, that day not included, and
 * never longer than the years that documentation holds, whatever expiry was written.
 */
export function validityOn(
  { issuedOn, expiresOn }: { readonly issuedOn: EffectiveDate; readonly expiresOn: EffectiveDate | null },
  on: EffectiveDate,
  { competenceYears, competenceGraceDays, competenceAdviceDays }: Limits,
): ValidityOn {
  const longest = addMonths(issuedOn, competenceYears * 12)
  const ends = expiresOn !== null && expiresOn < longest ? expiresOn : longest
  const graceUntil = addDays(ends, competenceGraceDays)
  const validity = (): Validity => {
    if (on < issuedOn) return 'notYet'
    if (on >= ends) return on <= graceUntil ? 'grace' : 'expired'
    return daysBetween(on, ends) <= competenceAdviceDays ? 'expiresSoon' : 'valid'
  }
  return { validity: validity(), expiresOn: ends, graceUntil }
}

/** documentation of a competence must be valid to count. A proposal that nobody has adopted (S_SEED000). */
export const competenceValidity = defineRule({
  id: 'R-30',
  version: 2,
  strength: 'proposal',
  uses: ['competenceYears', 'competenceGraceDays', 'competenceAdviceDays'],
  sources: [
    seed('S_SEED000', 'recommendation 3'),
    assumption('competenceYears'),
    assumption('competenceGraceDays'),
    assumption('competenceAdviceDays'),
  ],
  levers: [expiresOn],
  judge({ documentation, wantedFrom: on }, parameters): Verdict {
    if (documentation === null) return { outcome: 'not-applicable', code: 'R-30.noDocumentation' }
    const { issuer, issuedOn, expiresOn: stated } = documentation
    const missing = Object.entries({ issuer, issuedOn, expiresOn: stated }).flatMap(([field, value]) =>
      value === null ? [field] : [],
    )
    const lacking: Verdict = { outcome: 'needs-information', code: 'R-30.unknown', missing, params: { missing, on } }
    if (issuedOn === null) return lacking
    const { validity, expiresOn: ends, graceUntil } = validityOn({ issuedOn, expiresOn: stated }, on, parameters)
    const left = daysBetween(on, ends)
    const shared = {
      missing,
      measured: [{ key: 'daysOfValidity', value: left, unit: 'days' as const, limit: 0 }],
      params: { issuedOn, expiresOn: ends, graceUntil, on, days: left, missing },
    }
    // What is not stated can only end it sooner: what has run out has run out.
    if (validity === 'grace' || validity === 'expired' || validity === 'notYet')
      return { ...shared, outcome: 'breach', code: `R-30.${validity}` }
    if (missing.length > 0) return { ...shared, ...lacking, measured: shared.measured }
    if (validity === 'expiresSoon') return { ...shared, outcome: 'breach', code: 'R-30.expiresSoon', advice: true }
    return { ...shared, outcome: 'pass', code: 'R-30.valid' }
  },
})
