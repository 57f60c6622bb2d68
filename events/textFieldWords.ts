import type { Words } from './words.ts'

/** Fields that people write freely in, as their forms label them: by the field alone, or by the command where its form says more. */
export const textFieldWords = {
  text: { da: 'Tekst', en: 'Text' },
  'address.text': { da: 'Vej og nummer', en: 'Street and number' },
  'from.text': { da: 'Vej og nummer', en: 'Street and number' },
  'to.text': { da: 'Vej og nummer', en: 'Street and number' },
  'place.text': { da: 'Vej og nummer', en: 'Street and number' },
  town: { da: 'By', en: 'Town' },
  name: { da: 'Navn', en: 'Name' },
  place: { da: 'Sted', en: 'Place' },
  applicant: { da: 'Ansøger', en: 'Applicant' },
  reason: { da: 'Begrundelse', en: 'Reason' },
  reasons: { da: 'Begrundelse', en: 'Reasons' },
  conditions: { da: 'Vilkår', en: 'Conditions' },
  condition: { da: 'Betingelse', en: 'Condition' },
  sides: { da: 'Sidernes synspunkter', en: 'Views of the sides' },
  by: { da: 'Hvem kræver det', en: 'Who demands it' },
  questions: { da: 'Spørgsmål til kommunerne', en: 'Questions to the municipalities' },
  items: { da: 'Hvad mangler', en: 'What is missing' },
  reference: { da: 'Nummer eller henvisning', en: 'Number or reference' },
  comment: { da: 'Bemærkning', en: 'Remark' },
  remarks: { da: 'Bemærkning', en: 'Remark' },
  note: { da: 'Bemærkning', en: 'Remark' },
  measures: { da: 'Tiltag', en: 'Measures' },
  accessibility: { da: 'Tilgængelighed', en: 'Accessibility' },
  statement: { da: 'Tilgængelighed', en: 'Accessibility' },
  county: { da: 'Amt', en: 'County' },
  issuer: { da: 'Udsteder', en: 'Issuer' },
  evidenceRef: { da: 'Henvisning til dokumentet', en: 'Reference to the document' },
  document: { da: 'Dokument', en: 'Document' },
  documentRef: { da: 'Dokument', en: 'Document' },
  sourceDocument: { da: 'Dokument', en: 'Document' },
  source: { da: 'Kilde', en: 'Source' },
  planRef: { da: 'Planen, lofterne bliver en del af', en: 'The plan that the caps become part of' },
  'AnswerConsultation.text': { da: 'Begrundelse', en: 'Reasons' },
  'WriteRecommendation.text': { da: 'Indstilling til udvalget', en: 'Recommendation to the committee' },
  'WriteMinutes.text': { da: 'Referat', en: 'Minutes' },
  'CorrectMinutes.text': { da: 'Hvad skal der stå?', en: 'What should it say?' },
  'CorrectMinutes.reason': { da: 'Hvorfor rettes det?', en: 'Why is it corrected?' },
  'ChallengeRecommendation.comment': {
    da: 'Hvad er der imod indstillingen?',
    en: 'What is to be said against the recommendation?',
  },
  'WithdrawCase.reason': { da: 'Årsag', en: 'Reason' },
  'CreateScenario.note': { da: 'Antagelser', en: 'Assumptions' },
  'RenameScenario.note': { da: 'Antagelser', en: 'Assumptions' },
  'SubmitScenario.note': { da: 'Bemærkning til udvalget', en: 'Note to the committee' },
  'SendMeetingNotice.note': { da: 'Bemærkning til medlemmerne', en: 'Remark to the members' },
} as const satisfies Readonly<Record<string, Words>>

const words: ReadonlyMap<string, Words> = new Map(Object.entries(textFieldWords))

/** What the form of a command calls the field at a path of its data: the longest end of the path that has words. */
export function textField(command: string, path: string): Words {
  const keys = path.split('.').filter((key) => !/^\d+$/.test(key))
  const ends = keys.map((_, index) => keys.slice(index).join('.'))
  for (const key of [`${command}.${keys.join('.')}`, ...ends]) {
    const own = words.get(key)
    if (own !== undefined) return own
  }
  return textFieldWords.text
}
