import type { CaseSubject } from '#events/caseSubject'
import { AgreementId, CaseId, PersonId, RegionCode } from '#events/identifiers'
import { date, municipality } from './caseCast.ts'
import type { CaseScript, CaseStep } from './caseScript.ts'
import { payer, type RidingCast } from './ridingPlans.ts'

const region = RegionCode.parse('1082')
const questions = 'Har kommunen bemærkninger til ændringen af ridefysioterapien, herunder til borgernes adgang til den?'

/** Open riding cases of Region Midtjylland on 2026-11-22, one of each kind. */
export function ridingCases(cast: RidingCast): readonly CaseScript[] {
  return [newAgreement(cast), extraSchool(cast), moving(cast), expanding(cast), takingOver(cast)]
}

/** 12.0 hours for 8.0: the region's total would rise by 4.0. */
function newAgreement(cast: RidingCast): CaseScript {
  const school = cast.school('0657')
  const { number, holder } = cast.number()
  const giver = cast.agreement(payer(180))
  return script(
    '26-0115',
    school.name,
    { receivedOn: '2026-10-26', wantedFrom: '2027-05-01' },
    [opened('2026-10-28')],
    {
      type: 'A7',
      agreement: AgreementId.parse('ra-26-0115'),
      school: school.id,
      place: school.address,
      therapist: holder,
      provider: number,
      hoursTenths: 120,
      area: { kind: 'municipality', codes: [school.municipality] },
      contractFrom: date('2027-05-01'),
      reductions: [{ agreement: giver.agreement, hoursTenths: giver.hoursTenths - 80 }],
    },
  )
}

/** 8.0 hours at a second school, taken from the therapist's own first one: no increase, and advice on ten hours. */
function extraSchool(cast: RidingCast): CaseScript {
  const own = cast.agreement((one) => one.hoursTenths >= 180 && one.provider !== null && one.accession >= '2007-01-01')
  const school = cast.school(own.school.municipality === '0766' ? '0746' : '0766')
  const steps = [opened('2026-11-03'), sent('2026-11-10')]
  return script('26-0116', school.name, { receivedOn: '2026-11-02', wantedFrom: '2027-02-01' }, steps, {
    type: 'A8',
    agreement: AgreementId.parse('ra-26-0116'),
    school: school.id,
    place: school.address,
    therapist: own.therapist,
    provider: own.provider,
    hoursTenths: 80,
    area: { kind: 'municipality', codes: [school.municipality] },
    contractFrom: date('2027-02-01'),
    reductions: [{ agreement: own.agreement, hoursTenths: own.hoursTenths - 80 }],
  })
}

/** From Lemvig to Struer; Lemvig has answered, Struer has not. */
function moving(cast: RidingCast): CaseScript {
  const { agreement, school: from } = cast.agreement(({ school }) => school.municipality === '0665')
  const to = cast.school('0671')
  const steps: CaseStep[] = [
    opened('2026-11-04'),
    sent('2026-11-09'),
    {
      on: date('2026-11-17'),
      do: 'answer',
      municipality: municipality('0665'),
      position: 'conditional',
      text: 'Kommunen kan støtte flytningen, hvis borgere fra Lemvig fortsat kan modtages.',
    },
  ]
  return script('26-0117', to.name, { receivedOn: '2026-11-02', wantedFrom: '2027-02-01' }, steps, {
    type: 'A9',
    agreement,
    fromSchool: from.id,
    toSchool: to.id,
    from: from.address,
    to: to.address,
  })
}

/** 4.0 hours more from March, while another's hours lapse in April: too many for one month. */
function expanding(cast: RidingCast): CaseScript {
  const { agreement, school, hoursTenths } = cast.agreement((one) => one.hoursTenths >= 100 && one.provider !== null)
  return script(
    '26-0118',
    school.name,
    { receivedOn: '2026-11-10', wantedFrom: '2027-03-01' },
    [opened('2026-11-11')],
    {
      type: 'A10',
      agreement,
      school: school.id,
      place: school.address,
      hoursTenths: hoursTenths + 40,
      reductions: [],
    },
  )
}

/** A number with schools in Viborg and Skive is taken over, with permission asked for Viborg alone. */
function takingOver({ pair: [viborg], number }: RidingCast): CaseScript {
  const { provider, therapist, school, agreement, hoursTenths } = viborg
  if (provider === null) throw new Error('The number that is taken over is not known')
  const steps = [opened('2026-11-16')]
  return script('26-0119', number().clinic.name, { receivedOn: '2026-11-12', wantedFrom: '2027-01-01' }, steps, {
    type: 'A2',
    provider,
    fromHolder: therapist,
    toHolder: PersonId.parse('p-riding-receiver'),
    shareHundredths: 100,
    newNumber: null,
    schools: [{ school: school.id, codes: [school.municipality], agreement, hoursTenths }],
    place: school.address,
  })
}

function script(
  id: string,
  applicant: string,
  { receivedOn, wantedFrom }: { readonly receivedOn: string; readonly wantedFrom: string },
  steps: readonly CaseStep[],
  subject: CaseSubject,
): CaseScript {
  return {
    case: CaseId.parse(id),
    region,
    applicant,
    receivedOn: date(receivedOn),
    wantedFrom: date(wantedFrom),
    subject,
    steps,
  }
}

function opened(on: string): CaseStep {
  return { on: date(on), do: 'open' }
}

function sent(on: string): CaseStep {
  return { on: date(on), do: 'send', questions }
}
