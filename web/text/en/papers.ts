import type { papers as danish } from '../da/papers.ts'
import type { Translated } from '../en.ts'

/** Texts of the page that a paper is read and printed from; what a paper says itself comes with it. */
export const papers: Translated<typeof danish> = {
  open: 'Papers',
  title: 'Papers of case {{number}}',
  back: 'Case {{number}}',
  which: 'Show',
  case: 'Agenda paper',
  ruling: 'Ruling',
  hearing: 'Consultation letter to {{municipality}}',
  meeting: 'Meeting {{date}}',
  agenda: 'Agenda',
  minutes: 'Minutes',
  pdf: 'Get the PDF',
  print: 'Print',
  evidence: 'Get the evidence pack',
  evidenceWhy: 'Every figure with its events, formulas and data versions, so that another program can compute it again',
  missing: 'There is no such paper in this case.',
  drawing: 'Map: {{title}}',
  making: 'Making the paper',
  atRuling: 'As the committee knew the case {{at}}.',
}
