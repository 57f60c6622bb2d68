import type { Words } from '../words.ts'

/** What the facts of a case are said with where no field of a form has the word. */
export const caseFactWords = {
  notStated: { da: 'Ikke oplyst', en: 'Not stated' },
  yes: { da: 'Ja', en: 'Yes' },
  no: { da: 'Nej', en: 'No' },
  municipality: { da: 'Kommune', en: 'Municipality' },
  status: { da: 'Status', en: 'Status' },
  scenario: { da: 'Scenarie', en: 'Scenario' },
  planRef: { da: 'Plan', en: 'Plan' },
  documentRef: { da: 'Dokument', en: 'Document' },
  note: { da: 'Bemærkning', en: 'Note' },
  fromTo: { da: '{from} til {to}', en: '{from} to {to}' },
  overlapDay: { da: '{count} dags overlap', en: '{count} day of overlap' },
  overlapDays: { da: '{count} dages overlap', en: '{count} days of overlap' },
  mainAddress: { da: 'Hovedadresse', en: 'Main address' },
  extraAddress: { da: 'Ekstra adresse', en: 'Extra address' },
  extraMunicipality: { da: 'Den ekstra adresses kommune', en: 'Municipality of the extra address' },
  reduced: { da: '{agreement}: fra {from} til {to}', en: '{agreement}: from {from} to {to}' },
  reducedTo: { da: '{agreement}: ned til {to}', en: '{agreement}: down to {to}' },
  noReductions: { da: 'Ingen timer falder bort', en: 'No hours are given up' },
  noSchools: { da: 'Ingen rideskoler', en: 'No riding schools' },
  noAgreements: { da: 'Ingen rideaftaler', en: 'No riding agreements' },
  lapses: { da: 'Ingen; kapaciteten bortfalder', en: 'None; the capacity lapses' },
  areaUnknown: { da: 'Ukendt', en: 'Unknown' },
} as const satisfies Record<string, Words>
