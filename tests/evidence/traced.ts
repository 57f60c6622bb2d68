import { z } from 'zod'
import { factsOf } from './asked.ts'
import type { Facts } from './facts.ts'
import { amountIn } from './formulas.ts'
import type { Event, Pack } from './pack.ts'
import type { Difference } from './recompute.ts'

/** Facts that events say themselves, held against these events. */
export function traced(pack: Pack): Difference[] {
  if (pack.facts === null) return []
  const facts = factsOf(pack)
  return [
    ...amounts(pack.facts, 'facts', pack),
    ...units(facts, pack),
    ...hearings(facts, pack),
    ...pool(facts, pack),
    ...ceiling(facts, pack),
    ...agreement(facts, pack),
    ...application(facts, pack),
  ]
}

/** A fact that says an amount and the events that it comes from. */
const Amount = z.looseObject({ amount: z.number().nullable(), inputs: z.array(z.string()) })

function amounts(value: unknown, where: string, pack: Pack): Difference[] {
  if (typeof value !== 'object' || value === null) return []
  const { data } = Amount.safeParse(value)
  const own =
    data === undefined || data.amount === null
      ? []
      : [{ where: `${where}.amount`, says: data.amount, makes: amountIn(named(pack, data.inputs)) }]
  return [...own, ...Object.entries(value).flatMap(([key, part]) => amounts(part, `${where}.${key}`, pack))]
}

const Units = z.looseObject({ unitsHundredths: z.number(), specialty: z.string() })
const Corrected = z.looseObject({
  change: z.looseObject({ field: z.literal('unitsHundredths'), specialty: z.string() }),
})

function isUnitsOf({ data }: Event, specialty: string): boolean {
  const said = Units.safeParse(data).data ?? Corrected.safeParse(data).data?.change
  return said?.specialty === specialty
}

/** Units of each specialty of a clinic whose capacity is in kroner. */
function units({ capacity }: Facts, pack: Pack): Difference[] {
  const { specialties, inputs } = capacity?.bend ?? { specialties: [], inputs: [] }
  return specialties.map(({ specialty, unitsHundredths }) => ({
    where: `facts.capacity.bend ${specialty}`,
    says: unitsHundredths,
    makes: amountIn(named(pack, inputs).filter((event) => isUnitsOf(event, specialty))) ?? 0,
  }))
}

/** Whether each hearing had been answered by the instant. */
function hearings({ consultations, knownAt }: Facts, { events }: Pack): Difference[] {
  return consultations.map(({ municipality, state, inputs }) => {
    const streams = new Set(events.filter(({ id }) => inputs.includes(id)).map(({ stream }) => stream))
    const isAnswered = events.some(
      ({ type, stream, recordedAt }) => type === 'ConsultationAnswered' && streams.has(stream) && recordedAt <= knownAt,
    )
    return { where: `facts.consultations ${municipality}`, says: state === 'answered', makes: isAnswered }
  })
}

const Given = z.looseObject({ region: z.string(), oere: z.number() })

/** What was advertised and given away on the day on which least is left. Of regions that merged nothing is said here. */
function pool({ capacity, effectiveOn }: Facts, pack: Pack): Difference[] {
  if (!capacity?.pool) return []
  const { advertisedOere, allocatedOere, inputs } = capacity.pool
  const entries = pack.events
    .filter(({ id }) => inputs.includes(id))
    .flatMap(({ type, effectiveFrom: from, data }) => {
      const { region, oere } = Given.parse(data)
      return [{ region, from, oere, isAward: type === 'NewEstablishmentAwarded' }]
    })
  if (new Set(entries.map(({ region }) => region)).size > 1) return []
  const until = (date: string, isAward: boolean) =>
    entries.reduce((sum, one) => (one.isAward === isAward && one.from <= date ? sum + one.oere : sum), 0)
  const [tightest] = [effectiveOn, ...entries.map(({ from }) => from).filter((from) => from > effectiveOn)]
    .map((date) => ({ advertised: until(date, false), allocated: until(date, true) }))
    .toSorted((a, b) => a.advertised - a.allocated - (b.advertised - b.allocated))
  const isAdvertised = entries.some(({ isAward, from }) => !isAward && from <= effectiveOn)
  return [
    {
      where: 'facts.capacity.pool.advertisedOere',
      says: advertisedOere,
      makes: isAdvertised ? (tightest?.advertised ?? null) : null,
    },
    { where: 'facts.capacity.pool.allocatedOere', says: allocatedOere, makes: tightest?.allocated ?? 0 },
  ]
}

/** The ceiling of a number with somebody employed, as it was last set. */
function ceiling({ capacity }: Facts, pack: Pack): Difference[] {
  const { ceilingOere = null, inputs = [] } = capacity?.employment ?? {}
  if (ceilingOere === null) return []
  const set = named(pack, inputs).filter(({ type }) => type === 'TurnoverCeilingSet')
  const last = set.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0]
  return [{ where: 'facts.capacity.employment.ceilingOere', says: ceilingOere, makes: last?.data.oerePerYear }]
}

/** The figures that an agreement on palliative care was sized with. */
function agreement({ section2 }: Facts, pack: Pack): Difference[] {
  if (!section2?.proposal) return []
  const proposed = pack.events.find(
    ({ id, type }) => type === 'Section2AgreementProposed' && section2.inputs.includes(id),
  )
  const said = z.record(z.string(), z.number().nullable()).safeParse(proposed?.data.figures).data
  return Object.entries(section2.proposal.figures).map(([name, says]) => ({
    where: `facts.section2 ${name}`,
    says,
    makes: said?.[name],
  }))
}

const Opened = z.looseObject({
  subject: z.record(z.string(), z.unknown()),
  receivedOn: z.string(),
  wantedFrom: z.string(),
})
const Shares = z.array(z.looseObject({ shareHundredths: z.number() }))

/** What the application says, where nothing of it was supplied or corrected later. */
function application(
  { capacity, documentation, receivedOn, wantedFrom, transfer, type }: Facts,
  { events }: Pack,
): Difference[] {
  const opened = events.find((event) => event.type === 'CaseOpened')
  if (opened === undefined || events.some((event) => /^CaseInformation(Supplied|Corrected)$/.test(event.type)))
    return []
  const said = Opened.parse(opened.data)
  const { subject } = said
  const { extra, employment, pool: asked } = capacity ?? {}
  const told: readonly (readonly [string, unknown, unknown])[] = [
    ['receivedOn', receivedOn, said.receivedOn],
    ['wantedFrom', wantedFrom, said.wantedFrom],
    ['type', type, subject.type],
    ...(extra
      ? ([
          ['plannedMain', extra.plannedMain, subject.plannedMain],
          ['plannedExtra', extra.plannedExtra, subject.plannedExtra],
        ] as const)
      : []),
    ...(employment
      ? ([
          ['turnoverThisYearOere', employment.turnoverThisYearOere, subject.turnoverThisYearOere],
          ['turnoverLast12Oere', employment.turnoverLast12Oere, subject.turnoverLast12Oere],
        ] as const)
      : []),
    ...(asked ? ([['requestedOere', asked.requestedOere, subject.requestedOere ?? null]] as const) : []),
    ...(documentation
      ? ([
          ['issuedOn', documentation.issuedOn, subject.issuedOn],
          ['expiresOn', documentation.expiresOn, subject.expiresOn],
        ] as const)
      : []),
    ...(type === 'A11' && transfer
      ? ([
          [
            'shares',
            transfer.sharesHundredths.join(),
            Shares.parse(subject.shares)
              .map((one) => one.shareHundredths)
              .join(),
          ],
        ] as const)
      : []),
  ]
  return told.map(([name, says, makes]) => ({ where: `facts of the application: ${name}`, says, makes }))
}

/** Events by id, of those that hold on the date of the findings. */
function named({ events, facts }: Pack, ids: readonly string[]): Event[] {
  const on = String(facts?.effectiveOn)
  return events.filter(({ id, effectiveFrom }) => ids.includes(id) && effectiveFrom <= on)
}
