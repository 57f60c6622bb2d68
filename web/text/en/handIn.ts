import type { da } from '../da.ts'
import type { Translated } from '../en.ts'

/** Texts of handing a scenario in, and of what became of it. */
export const handIn: Translated<typeof da.handIn> = {
  button: 'Hand in as a proposal',
  title: 'Hand the scenario in as a proposal',
  lead_zero: 'None of the changes that are on can be handed in from here.',
  lead_one: 'A case is opened with one change, as it is now. Later changes of the scenario do not change the case.',
  lead_other:
    'A case is opened with {{count}} changes, as they are now. Later changes of the scenario do not change the case.',
  region: 'The case goes to the cooperation committee of',
  stays_one: 'One change does not go along:',
  stays_other: '{{count}} changes do not go along:',
  why: {
    'scenario.madeUp':
      'Made up in the scenario: a clinic, a person, a provider number or documentation that does not exist cannot be ruled on. An opening needs an application of its own with a real provider number, a competence one with real documentation. Here they are an argument for a cap or a place.',
    'scenario.outsideRegion': 'Lies in {{regions}}, where this committee does not decide.',
    'scenario.wholeCountry':
      'Holds in the whole country: no regional committee can adopt it. It is an assumption of the scenario’s figures.',
    'scenario.unknownPlace': 'It is not known where it lies.',
  },
  switchedOff:
    'They are switched off in the scenario when it is handed in, so that the figures of the case are without them. They can be switched on again afterwards.',
  shareInstead: 'Share the scenario with the planners of {{regions}}; they can take a copy and hand in their part.',
  noRegion: 'Only who belongs to a region can hand a scenario in to its committee.',
  onlyMadeUp:
    'All changes that are on rest on something made up, which cannot be ruled on. Add what the committee is to adopt, such as a cap.',
  nothingHere: 'None of the changes can be adopted by the committee of {{region}}.',
  planRef: 'The plan that the caps become part of',
  planRefHint: 'For example Practice plan 2027',
  documentRef: 'Document (may be left out)',
  wantedFrom: 'Wanted from',
  note: 'Note to the committee (may be left out)',
  submit: 'Hand in',
  needPlan: 'Write which plan the caps become part of.',
  needDate: 'Choose a date.',
  nothingOn: 'No changes are on.',
  waits: 'The scenario has been handed in already as case {{number}}, which has not been ruled on.',
  done: 'Handed in as case {{number}}',
  stands: 'Handed in as case {{number}}: {{status}}.',
  edited: 'The scenario has changed since. The case has not.',
  refused_one: '{{count}} change could not be adopted:',
  refused_other: '{{count}} changes could not be adopted:',
  panel: 'Changes of the proposal',
  from: 'From the scenario {{name}}, which is for {{date}} and stands on the register of {{at}}.',
  change: 'Change',
  applies: 'From',
  documented: 'Documented',
  standing: 'Adopted now',
  proposed: 'Proposed',
  outcome: 'Outcome',
  ready: 'Can be adopted now',
  adopted: 'Adopted',
  notAdopted: 'Not adopted',
  figures: 'Headline figures',
  figuresLead: 'A is the register that the proposal stands on. B is the same with those changes that can be adopted.',
  figuresLeftOut_one: '{{count}} change is left out, since it cannot be adopted:',
  figuresLeftOut_other: '{{count}} changes are left out, since they cannot be adopted:',
  figuresFor: 'Diagnosis group',
  figuresAsk: 'Reckon the figures',
  figuresWait: 'Reckoning …',
}
