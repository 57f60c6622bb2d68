import type { Outcome } from '../finding.ts'

/** Each verdict's own shape in a square of 24: circle, octagon, speech bubble, page, dash. Never without the word. */
export const verdictShapes: Readonly<
  Record<Outcome, { readonly outline: string; readonly mark: string; readonly filled?: true }>
> = {
  pass: { outline: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Z', mark: 'M8 12.3l2.8 2.7L16 9.6' },
  breach: { outline: 'M8.5 3h7L21 8.5v7L15.5 21h-7L3 15.5v-7L8.5 3Z', mark: 'M9 9l6 6M15 9l-6 6', filled: true },
  'needs-consultation': {
    outline: 'M5 4h14a1.5 1.5 0 0 1 1.5 1.5v10A1.5 1.5 0 0 1 19 17H9l-5.5 4V5.5A1.5 1.5 0 0 1 5 4Z',
    mark: 'M8 8.7h8M8 12.4h5.5',
  },
  'needs-information': {
    outline: 'M14.5 3H7a1.5 1.5 0 0 0-1.5 1.5v15A1.5 1.5 0 0 0 7 21h10a1.5 1.5 0 0 0 1.5-1.5V7l-4-4Z',
    mark: 'M10 11a2 2 0 1 1 2.8 1.8c-.6.3-.8.7-.8 1.4M12 17h.01',
  },
  'not-applicable': { outline: '', mark: 'M6 12h12' },
}
