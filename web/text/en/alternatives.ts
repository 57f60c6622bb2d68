/** Text of the nearest lawful alternative to an application that breaches. */
export const alternatives = {
  title: 'Nearest lawful alternative',
  ask: 'Find the nearest lawful alternative',
  lead: 'What could have been applied for instead without breaching any rule? Each proposal has been tried by the whole rule book.',
  waiting: 'Trying other dates, amounts and places against the rules …',
  judged: 'None of the rules {{rules}} is breached, and no other rule is met any worse. The least change first.',
  lawful: 'The rules find no breach in the application as it is now.',
  and: ', and ',
  wantedFrom: 'effective date {{to}} instead of {{from}} ({{by}})',
  previousUntil: 'the old address ends on {{to}} instead of {{from}} ({{by}})',
  later: '{{amount}} later',
  earlier: '{{amount}} earlier',
  shareHundredths: 'a share of {{to}} instead of {{from}}',
  plannedExtra: '{{to}} at the extra address instead of {{from}}',
  requestedOere: '{{to}} instead of {{from}} a year',
  hoursTenths: '{{to}} instead of {{from}}',
  place: 'an address in {{municipality}} near {{near}}, {{away}} from the one applied for',
  placeAlone: 'an address in {{municipality}}, {{away}} from the one applied for',
  nearest:
    'The place is the nearest inhabited square kilometre of the municipality where it is possible. The exact address must be tried again.',
  notNearest:
    'The place is an inhabited square kilometre of the municipality; not every nearer one has been tried. The exact address must be tried again.',
  school: 'the riding school {{name}} in {{municipality}}, {{away}} from the one applied for',
  schoolAlone: 'the riding school {{name}} in {{municipality}}',
  turned: 'The rules whose outcome changes',
  missing: 'Still needs information on: {{items}}',
  noneTitle: 'There is none',
  noneNumber:
    'No date within {{days}} days and no amount that the breached rules themselves measure makes the application lawful alone.',
  nonePlace_one: 'No address in {{municipality}} makes the application lawful; {{count}} place was tried.',
  nonePlace_other: 'No address in {{municipality}} makes the application lawful; {{count}} places were tried.',
  noneSchool_one:
    'No other approved riding school in {{municipality}} makes the application lawful; {{count}} was tried.',
  noneSchool_other:
    'No other approved riding school in {{municipality}} makes the application lawful; {{count}} were tried.',
  unknownPlace: 'Another place cannot be looked for until the municipality and the point of the addresses are known.',
  pin: 'Lawful alternative',
} as const
