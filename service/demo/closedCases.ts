import { CaseId } from '#events/identifiers'
import { type Cast, date, municipality, questions } from './caseCast.ts'
import type { CaseScript } from './caseScript.ts'
import type { SteadyClinic } from './register.ts'

/**
 * Cases that have ended, each in its way. The first is of 2016 and was ruled by the hours of RM-2015: 30.0 and 25.0 hours a
 * week from Skanderborg to Aarhus.
 */
export function closedCases(cast: Cast): readonly CaseScript[] {
  return [
    cast.relocation(
      '16-0031',
      cast.clinicIn('0746', 0),
      { to: cast.within('0751'), receivedOn: '2016-02-08', wantedFrom: '2016-05-01' },
      [
        { on: date('2016-02-10'), do: 'open' },
        { on: date('2016-02-15'), do: 'send', questions },
        {
          on: date('2016-02-29'),
          do: 'answer',
          municipality: municipality('0746'),
          position: 'object',
          text: 'Kommunen mister 55 timer om ugen og finder det uheldigt.',
        },
        {
          on: date('2016-03-03'),
          do: 'answer',
          municipality: municipality('0751'),
          position: 'support',
          text: 'Kommunen støtter flytningen.',
        },
        {
          on: date('2016-03-09'),
          do: 'recommend',
          outcome: 'granted',
          text: 'Lokalerne er opsagt, og patienterne kommer fra begge kommuner.',
        },
        { on: date('2016-03-10'), do: 'table', meetingOn: date('2016-03-30') },
        {
          on: date('2016-03-30'),
          do: 'rule',
          outcome: 'granted',
          reasons: 'Klinikkens lokaler er opsagt, og der findes ingen egnede lokaler i kommunen.',
          conditions: [],
          overruledBecause: 'Planens udgangspunkt fraviges: der findes ingen egnede lokaler i den hidtidige kommune.',
        },
      ],
    ),
    cast.relocation(
      '26-0101',
      cast.clinicIn('0615', 1),
      { to: cast.within('0615'), receivedOn: '2026-02-16', wantedFrom: '2026-06-01' },
      [
        { on: date('2026-02-18'), do: 'open' },
        { on: date('2026-02-23'), do: 'send', questions },
        {
          on: date('2026-03-11'),
          do: 'answer',
          municipality: municipality('0615'),
          position: 'support',
          text: 'De nye lokaler ligger nærmere stationen.',
        },
        { on: date('2026-03-25'), do: 'recommend', outcome: 'granted', text: 'Alle regler er opfyldt.' },
        { on: date('2026-03-26'), do: 'table', meetingOn: date('2026-04-22') },
        {
          on: date('2026-04-22'),
          do: 'rule',
          outcome: 'granted',
          reasons: 'Flytningen sker inden for kommunen og forbedrer adgangen.',
          conditions: [],
        },
      ],
    ),
    takeover(cast.clinicIn('0740', 1)),
    cast.relocation(
      '26-0103',
      cast.clinicIn('0665', 0),
      { to: cast.within('0671'), receivedOn: '2026-05-04', wantedFrom: '2026-10-01' },
      [
        { on: date('2026-05-06'), do: 'open' },
        { on: date('2026-05-08'), do: 'send', questions },
        {
          on: date('2026-05-19'),
          do: 'answer',
          municipality: municipality('0665'),
          position: 'object',
          text: 'Så er der én klinik mindre i kommunen.',
        },
        {
          on: date('2026-05-26'),
          do: 'answer',
          municipality: municipality('0671'),
          position: 'support',
          text: 'Kommunen mangler kapacitet.',
        },
        { on: date('2026-06-03'), do: 'table', meetingOn: date('2026-06-24') },
        {
          on: date('2026-06-24'),
          do: 'disagree',
          sides: 'Kommunerne var uenige om, hvorvidt planens udgangspunkt kan fraviges.',
        },
      ],
    ),
    cast.relocation(
      '26-0104',
      cast.clinicIn('0661', 1),
      { to: cast.within('0671'), receivedOn: '2026-08-05', wantedFrom: '2027-01-01' },
      [
        { on: date('2026-08-06'), do: 'open' },
        { on: date('2026-08-10'), do: 'send', questions },
        {
          on: date('2026-08-20'),
          do: 'answer',
          municipality: municipality('0661'),
          position: 'object',
          text: 'Kapaciteten bør blive i kommunen.',
        },
        {
          on: date('2026-08-26'),
          do: 'answer',
          municipality: municipality('0671'),
          position: 'no-remarks',
          text: '',
        },
        {
          on: date('2026-09-30'),
          do: 'recommend',
          outcome: 'refused',
          text: 'Intet taler for at fravige udgangspunktet.',
        },
        { on: date('2026-10-01'), do: 'table', meetingOn: date('2026-10-28') },
        {
          on: date('2026-10-28'),
          do: 'rule',
          outcome: 'refused',
          reasons:
            'Kapacitet flyttes som udgangspunkt ikke mellem kommuner, og ansøgningen giver ingen grund til andet.',
          conditions: [],
        },
      ],
    ),
    cast.relocation(
      '26-0105',
      cast.clinicIn('0791', 1),
      { to: cast.within('0791'), receivedOn: '2026-08-17', wantedFrom: '2026-12-01' },
      [
        { on: date('2026-08-18'), do: 'open' },
        { on: date('2026-08-20'), do: 'send', questions },
        {
          on: date('2026-09-03'),
          do: 'answer',
          municipality: municipality('0791'),
          position: 'no-remarks',
          text: '',
        },
        { on: date('2026-10-02'), do: 'table', meetingOn: date('2026-10-28') },
        { on: date('2026-10-20'), do: 'moveMeanwhile', to: cast.within('0791') },
        {
          on: date('2026-10-28'),
          do: 'rule',
          outcome: 'granted',
          reasons: 'Flytningen sker inden for kommunen.',
          conditions: [],
          overruledBecause: 'Udvalget lægger ansøgningens adresser til grund.',
        },
      ],
    ),
    cast.relocation(
      '26-0106',
      cast.clinicIn('0730', 0),
      { to: cast.within('0730'), receivedOn: '2026-08-31', wantedFrom: '2027-01-01' },
      [
        { on: date('2026-09-01'), do: 'open' },
        { on: date('2026-09-03'), do: 'send', questions },
        {
          on: date('2026-09-15'),
          do: 'answer',
          municipality: municipality('0730'),
          position: 'conditional',
          text: 'Kommunen støtter flytningen, hvis der bliver handicapparkering.',
        },
        {
          on: date('2026-10-05'),
          do: 'recommend',
          outcome: 'granted-with-conditions',
          text: 'Tilladelse med vilkår om handicapparkering.',
        },
        { on: date('2026-10-06'), do: 'table', meetingOn: date('2026-10-28') },
        {
          on: date('2026-10-28'),
          do: 'rule',
          outcome: 'granted-with-conditions',
          reasons: 'Flytningen sker inden for kommunen.',
          conditions: ['Der etableres handicapparkering inden åbningen.'],
        },
      ],
    ),
    cast.relocation(
      '26-0109',
      cast.clinicIn('0657', 1),
      { to: cast.within('0657'), receivedOn: '2026-10-07', wantedFrom: '2027-01-01' },
      [
        { on: date('2026-10-08'), do: 'open' },
        { on: date('2026-10-26'), do: 'withdraw', reason: 'Lejemålet blev ikke til noget.' },
      ],
    ),
  ]
}

/** The worked replay of the event catalogue: received in time, as it seemed, until the date was corrected. */
function takeover({ clinic, numbers: [first, second] }: SteadyClinic): CaseScript {
  if (first === undefined || second === undefined) throw new Error(`Clinic ${clinic.id} should have two numbers`)
  return {
    case: CaseId.parse('26-0102'),
    region: clinic.region,
    applicant: clinic.name,
    receivedOn: date('2026-03-31'),
    wantedFrom: date('2026-05-01'),
    subject: {
      type: 'A2',
      provider: first.number,
      fromHolder: first.holder,
      toHolder: second.holder,
      shareHundredths: 60,
      newNumber: null,
      schools: [],
      place: null,
    },
    steps: [
      { on: date('2026-03-31'), do: 'open' },
      {
        on: date('2026-04-02'),
        do: 'correctReceipt',
        to: date('2026-04-01'),
        reason: 'Skemaet kom først den 1. april.',
      },
      { on: date('2026-04-13'), do: 'withdraw', reason: 'Ansøges igen med virkning fra den 1. juni.' },
    ],
  }
}
