import { addMonths } from '../calendar.ts'
import type { ContactFacts } from '../facts/municipal.ts'
import { defineRule, type Verdict } from '../rule.ts'
import { assumption, published, seed } from '../sources.ts'

/** True for a GS1 location number: 13 digits, the last of which makes the weighted sum a multiple of ten (S_GLN). */
export function isLocationNumber(text: string): boolean {
  if (!/^\d{13}$/.test(text)) return false
  const sum = [...text].reduce((all, digit, index) => all + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return sum % 10 === 0
}

/** a department can be reached: a location number that can be one, a phone, a mail, and word that it is still so. */
export const contactDirectory = defineRule({
  id: 'R-42',
  version: 1,
  strength: 'binding',
  uses: ['contactMonths'],
  sources: [seed('S_SEED003', 'annex'), published('S_GLN'), assumption('contactMonths')],
  judge({ municipality, department, on, entry, inputs }: ContactFacts, { contactMonths }): Verdict {
    const missing = (['locationNumber', 'phone', 'mail'] as const).filter((field) => !entry?.[field])
    const shared = {
      inputs,
      missing,
      params: { municipality, department, missing: [...missing], confirmedOn: entry?.confirmedOn ?? '' },
    }
    const number = entry?.locationNumber ?? null
    if (number !== null && !isLocationNumber(number))
      return {
        ...shared,
        outcome: 'breach',
        code: 'R-42.notANumber',
        params: { ...shared.params, locationNumber: number },
      }
    if (entry === null || missing.length > 0)
      return { ...shared, outcome: 'needs-information', code: 'R-42.incomplete' }
    const due = addMonths(entry.confirmedOn, contactMonths)
    if (on > due)
      return {
        ...shared,
        outcome: 'breach',
        code: 'R-42.notConfirmed',
        advice: true,
        params: { ...shared.params, due },
      }
    return { ...shared, outcome: 'pass', code: 'R-42.inOrder' }
  },
})
