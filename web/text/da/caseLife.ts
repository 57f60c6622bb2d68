/** Texts of a case's days, relations, withdrawn rulings and the national committee. */
export const caseLife = {
  title: 'Sagens gang',
  days: '{{elapsed}} dage siden modtagelsen: {{active}} aktive og {{paused}} på pause.',
  pausesTitle: 'Pauser, mens noget manglede',
  pause: '{{from}} til {{to}}',
  relates: {
    amendment: 'Sagen ændrer {{number}}',
    reconsideration: 'Sagen beder om, at {{number}} afgøres igen',
  },
  relatedBy: {
    amendment: '{{number}} ændrer sagen',
    reconsideration: '{{number}} beder om, at sagen afgøres igen',
  },
  open: {
    amendment: 'Åbn en sag om ændring',
    reconsideration: 'Åbn en sag om genoptagelse',
    note: {
      amendment: 'Den nye sag ændrer {{number}} og henviser til den.',
      reconsideration: 'Den nye sag beder om, at {{number}} afgøres igen, og henviser til den.',
    },
  },
  withdrawn: {
    title: 'Afgørelse {{number}} er trukket tilbage',
    reason: 'Grund: {{reason}}. Sagen er åben igen og kan afgøres på ny.',
    nothing: 'Afgørelsen har ikke ændret registret.',
    stands: 'Det, afgørelsen ændrede, står stadig i registret. Det ændres ikke af sig selv:',
    log: 'Se i hændelsesloggen',
    how: 'Ret det ved en ny afgørelse i denne sag, ved en ny sag, eller ved at rette registreringen selv.',
  },
  refusedNationally:
    'Landssamarbejdsudvalget har givet afslag, men det, den første afgørelse ændrede, står stadig i registret:',
  national: {
    title: 'Landssamarbejdsudvalget',
    disagreement: 'Forelagt {{date}}, fordi udvalget ikke blev enigt.',
    demand: 'Forelagt {{date}} efter krav fra {{by}}, modtaget {{receivedOn}}.',
    sides: 'Sidernes synspunkter',
    waiting: 'Afventer Landssamarbejdsudvalgets afgørelse.',
    record: 'Registrér afgørelsen derfra',
    reference: 'Nummer eller henvisning',
    decidedOn: 'Truffet',
    decided: 'Afgjort {{date}} ({{reference}}), virkning fra {{effectiveFrom}}',
    saved: 'Afgørelsen er registreret.',
  },
  challenge: {
    do: 'Anfægt indstillingen',
    lead: 'Indstillingen bliver stående. Din bemærkning står ved siden af, også når sagen er afgjort.',
    comment: 'Hvad er der imod indstillingen?',
    outcome: 'Hellere',
    any: 'Intet bestemt udfald',
    saved: 'Bemærkningen er registreret.',
    title: 'Anfægtet',
    rather: 'Hellere: {{outcome}}',
    overturned: 'Afgørelsen blev en anden end indstillet: {{ruled}} i stedet for {{recommended}}.',
  },
} as const
