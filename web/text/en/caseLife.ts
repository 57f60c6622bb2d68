/** Texts of a case's days, relations, withdrawn rulings and the national committee. */
export const caseLife = {
  title: 'Course of the case',
  days: '{{elapsed}} days since receipt: {{active}} active and {{paused}} paused.',
  pausesTitle: 'Pauses while something was missing',
  pause: '{{from}} to {{to}}',
  relates: {
    amendment: 'The case changes {{number}}',
    reconsideration: 'The case asks for a new ruling on {{number}}',
  },
  relatedBy: {
    amendment: '{{number}} changes the case',
    reconsideration: '{{number}} asks for a new ruling on the case',
  },
  open: {
    amendment: 'Open a case about a change',
    reconsideration: 'Open a case about a new ruling',
    note: {
      amendment: 'The new case changes {{number}} and refers to it.',
      reconsideration: 'The new case asks for a new ruling on {{number}} and refers to it.',
    },
  },
  withdrawn: {
    title: 'Ruling {{number}} has been withdrawn',
    reason: 'Reason: {{reason}}. The case is open again and can be ruled on anew.',
    nothing: 'The ruling has not changed the register.',
    stands: 'What the ruling changed still stands in the register. It does not change by itself:',
    log: 'See in the event log',
    how: 'Correct it by a new ruling in this case, by a new case, or by correcting the registration itself.',
  },
  refusedNationally:
    'The national committee has refused, but what the first ruling changed still stands in the register:',
  national: {
    title: 'The national committee',
    disagreement: 'Referred {{date}}, because the committee did not agree.',
    demand: 'Referred {{date}} on the demand of {{by}}, received {{receivedOn}}.',
    sides: 'What the sides said',
    waiting: 'Awaiting the national committee’s decision.',
    record: 'Record the decision made there',
    reference: 'Number or reference',
    decidedOn: 'Decided on',
    decided: 'Decided {{date}} ({{reference}}), effective from {{effectiveFrom}}',
    saved: 'The decision is recorded.',
  },
  challenge: {
    do: 'Challenge the recommendation',
    lead: 'The recommendation stays. Your remark stands beside it, also when the case has been ruled on.',
    comment: 'What is to be said against the recommendation?',
    outcome: 'Rather',
    any: 'No particular outcome',
    saved: 'The remark is recorded.',
    title: 'Challenged',
    rather: 'Rather: {{outcome}}',
    overturned: 'The ruling was another than recommended: {{ruled}} instead of {{recommended}}.',
  },
}
