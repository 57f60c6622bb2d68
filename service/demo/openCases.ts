import { type Cast, date, municipality, questions } from './caseCast.ts'
import type { CaseScript } from './caseScript.ts'

/** Cases that wait for somebody on 2026-11-22. Among them the move of 2016 once more, now in units. */
export function openCases(cast: Cast): readonly CaseScript[] {
  return [
    cast.relocation(
      '26-0107',
      cast.clinicIn('0615', 0),
      { to: cast.within('0746'), receivedOn: '2026-09-16', wantedFrom: '2027-02-01' },
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
    cast.relocation(
      '26-0108',
      cast.clinicIn('0661', 0),
      { to: cast.within('0661'), receivedOn: '2026-09-30', wantedFrom: '2027-02-01' },
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
    cast.relocation(
      '26-0110',
      cast.clinicIn('0746', 1),
      { to: cast.within('0751'), receivedOn: '2026-11-02', wantedFrom: '2027-02-01' },
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
    cast.relocation(
      '26-0111',
      cast.clinicIn('0657', 0),
      {
        to: { ...cast.within('0657'), position: null, certainty: 'unknown' },
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
    cast.relocation(
      '26-0112',
      cast.clinicIn('0101', 0),
      { to: cast.within('0101'), receivedOn: '2026-11-06', wantedFrom: '2027-02-01' },
      [
        { on: date('2026-11-09'), do: 'open' },
        { on: date('2026-11-12'), do: 'send', questions },
      ],
    ),
    cast.relocation(
      '26-0113',
      cast.clinicIn('0740', 0),
      { to: cast.within('0740'), receivedOn: '2026-11-13', wantedFrom: '2027-03-01', previousUntil: '2027-03-31' },
      [{ on: date('2026-11-16'), do: 'open' }],
    ),
    cast.relocation(
      '26-0114',
      cast.clinicIn('0791', 0),
      { to: cast.within('0791'), receivedOn: '2026-11-18', wantedFrom: '2027-02-01' },
      [{ on: date('2026-11-19'), do: 'open' }],
    ),
  ]
}
