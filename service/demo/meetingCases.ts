import type { CaseSubject } from '#events/caseSubject'
import { AddressId, CaseId, PersonId, ProviderNumber } from '#events/identifiers'
import { addDays } from '../rules/calendar.ts'
import { type Cast, date } from './caseCast.ts'
import type { CaseScript, CaseStep } from './caseScript.ts'
import { heldOn, nextOn, region, tabled } from './meetings.ts'
import { payer, type RidingCast } from './ridingPlans.ts'

const questions = 'Har kommunen bemærkninger til ansøgningen, herunder til borgernes adgang til behandling?'
/** Regional 2, municipal 1 and physiotherapists 4 sat at the meeting, one of the last without a say in one case. */
const present = { regional: 2, municipal: 1, physiotherapists: 4 }
/** Late enough that no other case of the demonstration looks at the day. */
const from = date('2027-05-01')

/**
 * Cases that the committee of Region Midtjylland met about, one of each type: a number that stops, one that is split, more
 * riding hours, an extra address, a takeover that was put off, and a move of riding therapy that the national committee decided.
 */
export function meetingCases(cast: Cast, riding: RidingCast): readonly CaseScript[] {
  return [
    cessation(cast),
    split(cast),
    moreHours(riding),
    extraAddress(cast),
    takeover(cast),
    decidedNationally(riding),
  ]
}

/** The owner retires, and nobody takes the number over. */
function cessation(cast: Cast): CaseScript {
  const { clinic, address, provider } = numberIn(cast, '0671', 1)
  const subject = { type: 'A12' as const, transferredTo: null, agreements: [], reason: 'Indehaveren går på pension' }
  return script(tabled.cessation, clinic.name, { ...subject, provider: provider.number, place: address }, [
    recommended('granted', 'Ophøret kan tages til efterretning.'),
    onAgenda,
    ruled({ outcome: 'granted', reasons: 'Indehaveren ophører, og ingen har ønsket at overtage ydernummeret.' }),
  ])
}

/** Two holders share what one had. */
function split(cast: Cast): CaseScript {
  const { clinic, address, provider } = numberIn(cast, '0751', 0)
  const shares = [
    { holder: provider.holder, shareHundredths: 60 },
    { holder: PersonId.parse('p-ny-5'), shareHundredths: 40 },
  ]
  return script(tabled.split, clinic.name, { type: 'A11', provider: provider.number, shares, place: address }, [
    recommended('granted-with-conditions', 'Delingen kan godkendes, hvis åbningstiden bevares.'),
    onAgenda,
    ruled({
      outcome: 'granted-with-conditions',
      reasons: 'Delingen gør det muligt at udnytte hele kapaciteten.',
      conditions: ['Klinikkens samlede åbningstid bliver ikke kortere.', 'Begge indehavere modtager nye patienter.'],
      participants: { ...present, physiotherapists: 3 },
    }),
  ])
}

/** 2.0 hours more, which another agreement gives up on the same day: the region's total stands still. */
function moreHours({ agreement }: RidingCast): CaseScript {
  const own = agreement((one) => one.school.municipality === '0791' && one.provider !== null)
  const giver = agreement(payer(100))
  const subject: CaseSubject = {
    type: 'A10',
    agreement: own.agreement,
    school: own.school.id,
    place: own.school.address,
    hoursTenths: own.hoursTenths + 20,
    reductions: [{ agreement: giver.agreement, hoursTenths: giver.hoursTenths - 20 }],
  }
  return script(tabled.riding, own.school.name, subject, [
    ...heard('2026-10-14', { position: 'support', text: 'Kommunen støtter udvidelsen.' }),
    recommended('granted', 'Timerne modsvares af en nedsættelse samme dag.'),
    onAgenda,
    ruled({ outcome: 'granted', reasons: 'Regionens samlede timetal er uændret, og de hørte kommuner støtter.' }),
  ])
}

/** A second place in Lemvig that the committee saw no need for. */
function extraAddress(cast: Cast): CaseScript {
  const { clinic, address } = numberIn(cast, '0665', 1)
  const subject: CaseSubject = {
    type: 'A4',
    clinic: clinic.id,
    address: AddressId.parse('a-26-0125'),
    place: address,
    to: cast.within('0665'),
    plannedMain: 100,
    plannedExtra: 20,
    openToAllPatients: false,
    notifiedOn: date('2026-10-02'),
  }
  return script(tabled.extraAddress, clinic.name, subject, [
    recommended('refused', 'Den ekstra adresse er ikke åben for alle patienter.'),
    onAgenda,
    ruled({ outcome: 'refused', reasons: 'En ekstra adresse skal være åben for alle patienter.' }),
  ])
}

/** The share was not settled when the committee met: it comes back at the next meeting. */
function takeover(cast: Cast): CaseScript {
  const { clinic, address, provider } = numberIn(cast, '0751', 1)
  const subject: CaseSubject = {
    type: 'A2',
    provider: provider.number,
    fromHolder: provider.holder,
    toHolder: PersonId.parse('p-ny-6'),
    shareHundredths: 50,
    newNumber: ProviderNumber.parse('999006'),
    schools: [],
    place: address,
  }
  return script(tabled.takeover, clinic.name, subject, [
    onAgenda,
    { on: heldOn, do: 'postpone', reason: 'Erklæringen om andelens størrelse mangler.' },
    { on: date('2026-11-20'), do: 'table', meetingOn: nextOn },
  ])
}

/** From one school to another in Syddjurs: the committee did not agree, and the national committee refused. */
function decidedNationally({ agreement, school }: RidingCast): CaseScript {
  const to = school('0706')
  const moving = agreement((one) => one.provider !== null && one.school.municipality !== to.municipality)
  const subject: CaseSubject = {
    type: 'A9',
    agreement: moving.agreement,
    fromSchool: moving.school.id,
    toSchool: to.id,
    from: moving.school.address,
    to: to.address,
  }
  return {
    ...script(
      CaseId.parse('26-0127'),
      to.name,
      subject,
      [
        ...heard('2026-08-12', { position: 'conditional', text: 'Borgere i forløb skal kunne gøre det færdigt.' }),
        { on: date('2026-09-02'), do: 'table', meetingOn: date('2026-09-23') },
        {
          on: date('2026-09-23'),
          do: 'disagree',
          sides: 'Regionen ville godkende flytningen; fysioterapeuterne ville ikke.',
        },
        {
          on: date('2026-11-12'),
          do: 'national',
          reference: 'LSU 2026/07 (demonstration)',
          outcome: 'refused',
          reasons: 'Flytningen giver borgerne i fraflytningskommunen længere til ridefysioterapi.',
        },
      ],
      { receivedOn: '2026-08-03', openedOn: '2026-08-10' },
    ),
  }
}

const onAgenda: CaseStep = { on: date('2026-11-05'), do: 'table', meetingOn: heldOn }

function recommended(outcome: Extract<CaseStep, { do: 'recommend' }>['outcome'], text: string): CaseStep {
  return { on: date('2026-11-04'), do: 'recommend', outcome, text }
}

type Ruled = Extract<CaseStep, { do: 'rule' }>

function ruled(
  said: Pick<Ruled, 'outcome' | 'reasons'> & Partial<Pick<Ruled, 'conditions' | 'participants'>>,
): CaseStep {
  return { on: heldOn, do: 'rule', conditions: [], participants: present, ...said }
}

/** The hearing, answered alike by everybody a fortnight later. */
function heard(
  on: string,
  answer: Pick<Extract<CaseStep, { do: 'answerAll' }>, 'position' | 'text'>,
): readonly CaseStep[] {
  const sent = date(on)
  return [
    { on: sent, do: 'send', questions },
    { on: addDays(sent, 14), do: 'answerAll', ...answer },
  ]
}

function numberIn(cast: Cast, code: string, index: 0 | 1) {
  const { clinic, address, numbers } = cast.clinicIn(code, index)
  const [provider] = numbers
  if (provider === undefined) throw new Error(`Clinic ${clinic.id} has no number`)
  return { clinic, address, provider }
}

function script(
  id: CaseId,
  applicant: string,
  subject: CaseSubject,
  steps: readonly CaseStep[],
  { receivedOn, openedOn } = { receivedOn: '2026-10-02', openedOn: '2026-10-05' },
): CaseScript {
  return {
    case: id,
    region,
    applicant,
    receivedOn: date(receivedOn),
    wantedFrom: from,
    subject,
    steps: [{ on: date(openedOn), do: 'open' }, ...steps],
  }
}
