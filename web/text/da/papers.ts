/** Texts of the page that a paper is read and printed from; what a paper says itself comes with it. */
export const papers = {
  open: 'Bilag',
  title: 'Bilag i sag {{number}}',
  back: 'Sag {{number}}',
  which: 'Vis',
  case: 'Dagsordensbilag',
  ruling: 'Afgørelse',
  hearing: 'Høringsbrev til {{municipality}}',
  pdf: 'Hent PDF',
  print: 'Udskriv',
  evidence: 'Hent bevispakke',
  evidenceWhy: 'Alle tal med hændelser, formler og dataversioner, så et andet program kan regne dem efter',
  missing: 'Der er ikke noget sådant bilag i sagen.',
  drawing: 'Kort: {{title}}',
  making: 'Danner bilaget',
} as const
