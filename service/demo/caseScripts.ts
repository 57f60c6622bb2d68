import { CaseId, MunicipalityCode } from '#events/identifiers'
import type { Address } from '#events/place'
import { EffectiveDate } from '#events/time'
import type { CaseScript, CaseStep } from './caseScript.ts'
import { addressIn, type Places } from './places.ts'
import type { Random } from './random.ts'
import type { SteadyClinic } from './register.ts'

const date = (text: string) => EffectiveDate.parse(text)
const municipality = (code: string) => MunicipalityCode.parse(code)
const questions = 'Har kommunen bemærkninger til flytningen, herunder til borgernes adgang til behandling?'
const accessible = 'Niveaufri adgang, handicapparkering og handicaptoilet.'

/**
 * The application cases of the demonstration, each in another state. The first is of 2016 and was ruled by the hours of
 * RM-2015; the same move is applied for again in 2026, in units.
 */
export function caseScripts(steady: readonly SteadyClinic[], places: Places, random: Random): readonly CaseScript[] {
  const clinicIn = (code: string, index: number): SteadyClinic => {
    const found = steady.filter(({ clinic }) => clinic.municipality === code)[index]
    if (found === undefined) throw new Error(`No steady clinic ${index} in municipality ${code}`)
    return found
  }
  const relocation = (
    id: string,
    moving: SteadyClinic,
    move: {
      readonly to: Address
      readonly receivedOn: string
      readonly wantedFrom: string
      readonly previousUntil?: string
      readonly accessibility?: string | null
    },
    steps: readonly CaseStep[],
  ): CaseScript => ({
    case: CaseId.parse(id),
    region: moving.clinic.region,
    applicant: moving.clinic.name,
    receivedOn: date(move.receivedOn),
    wantedFrom: date(move.wantedFrom),
    subject: {
      type: 'A3',
      clinic: moving.clinic.id,
      address: moving.clinic.address,
      from: moving.address,
      to: move.to,
      previousUntil: date(move.previousUntil ?? move.wantedFrom),
      accessibility: move.accessibility === undefined ? accessible : move.accessibility,
    },
    steps,
  })
  const within = (code: string) => addressIn(places, code, random)

  return [
    relocation(
      '16-0031',
      clinicIn('0746', 0),
      { to: within('0751'), receivedOn: '2016-02-08', wantedFrom: '2016-05-01' },
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
    relocation(
      '26-0101',
      clinicIn('0615', 1),
      { to: within('0615'), receivedOn: '2026-02-16', wantedFrom: '2026-06-01' },
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
          overruledBecause: '',
        },
      ],
    ),
    takeover(clinicIn('0740', 1)),
    relocation(
      '26-0103',
      clinicIn('0665', 0),
      { to: within('0671'), receivedOn: '2026-07-27', wantedFrom: '2026-12-01' },
      [
        { on: date('2026-07-29'), do: 'open' },
        { on: date('2026-08-03'), do: 'send', questions },
        {
          on: date('2026-08-12'),
          do: 'answer',
          municipality: municipality('0665'),
          position: 'object',
          text: 'Så er der én klinik mindre i kommunen.',
        },
        {
          on: date('2026-08-19'),
          do: 'answer',
          municipality: municipality('0671'),
          position: 'support',
          text: 'Kommunen mangler kapacitet.',
        },
        { on: date('2026-09-02'), do: 'table', meetingOn: date('2026-09-23') },
        {
          on: date('2026-09-23'),
          do: 'disagree',
          sides: 'Kommunerne var uenige om, hvorvidt planens udgangspunkt kan fraviges.',
        },
      ],
    ),
    relocation(
      '26-0104',
      clinicIn('0661', 1),
      { to: within('0671'), receivedOn: '2026-08-05', wantedFrom: '2027-01-01' },
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
          overruledBecause: '',
        },
      ],
    ),
    relocation(
      '26-0105',
      clinicIn('0791', 1),
      { to: within('0791'), receivedOn: '2026-08-17', wantedFrom: '2026-12-01' },
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
        { on: date('2026-10-20'), do: 'moveMeanwhile', to: within('0791') },
        {
          on: date('2026-10-28'),
          do: 'rule',
          outcome: 'granted',
          reasons: 'Flytningen sker inden for kommunen.',
          conditions: [],
          overruledBecause: '',
        },
      ],
    ),
    relocation(
      '26-0106',
      clinicIn('0730', 0),
      { to: within('0730'), receivedOn: '2026-08-31', wantedFrom: '2027-01-01' },
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
          overruledBecause: '',
        },
      ],
    ),
    relocation(
      '26-0107',
      clinicIn('0615', 0),
      { to: within('0746'), receivedOn: '2026-09-16', wantedFrom: '2027-02-01' },
      [
        { on: date('2026-09-17'), do: 'open' },
        { on: date('2026-09-21'), do: 'send', questions },
        {
          on: date('2026-10-01'),
          do: 'answer',
          municipality: municipality('0615'),
          position: 'no-remarks',
          text: '',
        },
        { on: date('2026-10-13'), do: 'wait' },
        {
          on: date('2026-10-20'),
          do: 'answer',
          municipality: municipality('0746'),
          position: 'conditional',
          text: 'Svaret kommer efter fristen. Kommunen støtter flytningen, hvis klinikken ligger ved offentlig transport.',
        },
      ],
    ),
    relocation(
      '26-0108',
      clinicIn('0661', 0),
      { to: within('0661'), receivedOn: '2026-09-30', wantedFrom: '2027-02-01' },
      [
        { on: date('2026-10-01'), do: 'open' },
        { on: date('2026-10-05'), do: 'send', questions },
        {
          on: date('2026-10-14'),
          do: 'answer',
          municipality: municipality('0661'),
          position: 'support',
          text: 'Kommunen har ingen indvendinger.',
        },
        { on: date('2026-10-30'), do: 'recommend', outcome: 'granted', text: 'Alle regler er opfyldt.' },
        { on: date('2026-11-02'), do: 'table', meetingOn: date('2026-12-09') },
      ],
    ),
    relocation(
      '26-0109',
      clinicIn('0657', 1),
      { to: within('0657'), receivedOn: '2026-10-07', wantedFrom: '2027-01-01' },
      [
        { on: date('2026-10-08'), do: 'open' },
        { on: date('2026-10-26'), do: 'withdraw', reason: 'Lejemålet blev ikke til noget.' },
      ],
    ),
    relocation(
      '26-0110',
      clinicIn('0746', 1),
      { to: within('0751'), receivedOn: '2026-11-02', wantedFrom: '2027-02-01' },
      [
        { on: date('2026-11-03'), do: 'open' },
        { on: date('2026-11-10'), do: 'send', questions },
        {
          on: date('2026-11-18'),
          do: 'answer',
          municipality: municipality('0751'),
          position: 'support',
          text: 'Kommunen støtter flytningen.',
        },
      ],
    ),
    relocation(
      '26-0111',
      clinicIn('0657', 0),
      {
        to: { ...within('0657'), position: null, certainty: 'unknown' },
        receivedOn: '2026-11-04',
        wantedFrom: '2027-03-01',
        accessibility: null,
      },
      [
        { on: date('2026-11-05'), do: 'open' },
        {
          on: date('2026-11-09'),
          do: 'request',
          items: ['Erklæring om tilgængelighed', 'Den nye adresses placering'],
          dueOn: date('2026-11-30'),
        },
      ],
    ),
    relocation(
      '26-0112',
      clinicIn('0101', 0),
      { to: within('0101'), receivedOn: '2026-11-06', wantedFrom: '2027-02-01' },
      [
        { on: date('2026-11-09'), do: 'open' },
        { on: date('2026-11-12'), do: 'send', questions },
      ],
    ),
    relocation(
      '26-0113',
      clinicIn('0740', 0),
      { to: within('0740'), receivedOn: '2026-11-13', wantedFrom: '2027-03-01', previousUntil: '2027-03-31' },
      [{ on: date('2026-11-16'), do: 'open' }],
    ),
    relocation(
      '26-0114',
      clinicIn('0791', 0),
      { to: within('0791'), receivedOn: '2026-11-18', wantedFrom: '2027-02-01' },
      [{ on: date('2026-11-19'), do: 'open' }],
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
    },
    steps: [
      { on: date('2026-03-31'), do: 'open' },
      {
        on: date('2026-04-02'),
        do: 'correctReceipt',
        to: date('2026-04-01'),
        reason: 'Skemaet kom først den 1. april.',
      },
    ],
  }
}
