import type { Again, Asked } from './asked.ts'
import { later, workingDay } from './calendar.ts'

/** Municipalities that a case involves: of the places it is about, of the areas it touches, of a scenario's changes. */
function involvedIn({ relocation, capacity, riding, proposal }: Asked['facts']): readonly string[] {
  const { pool = null, shift = null } = capacity ?? {}
  const crosses = shift !== null && shift.from?.municipality !== shift.to?.municipality
  const ends =
    relocation !== null
      ? [relocation.from.municipality, relocation.to.municipality]
      : pool !== null
        ? [pool.place?.municipality ?? null]
        : crosses
          ? [shift.from?.municipality ?? null, shift.to?.municipality ?? null]
          : []
  const { from = null, to = null, areas = [] } = riding?.involved ?? {}
  const all = [...ends, from, to, ...areas.map((one) => one.municipality), ...(proposal?.municipalities ?? [])]
  return [...new Set(all)].filter((code) => code !== null)
}

/** */
export const procedureRules: Readonly<Record<string, Again>> = {
  'R-18': ({ facts }) => {
    const involved = involvedIn(facts)
    const stateOf = (code: string) => facts.consultations.find((one) => one.municipality === code)?.state ?? 'not-sent'
    const heard = involved.filter((code) => ['answered', 'lapsed'].includes(stateOf(code))).length
    return {
      values: { involved: involved.length, heard },
      limits: { heard: involved.length },
      said: { heard, of: involved.length },
    }
  },

  'R-38': ({ facts, parameter }) => {
    const sent = facts.consultations.filter(({ state }) => state !== 'not-sent' && state !== 'not-required')
    const open = sent.filter(({ state }) => state === 'sent')
    const due = open.flatMap(({ dueOn }) => dueOn ?? []).toSorted()
    return {
      values: { sent: sent.length, open: open.length, caseDays: parameter('caseDays') },
      limits: { open: 0 },
      said: {
        sent: sent.length,
        dueOn: due.at(-1) ?? null,
        ifSentToday: workingDay(later(facts.today, parameter('caseDays'))),
      },
    }
  },

  'R-39': ({ facts, others, parameter }) => {
    const needing = others.filter(
      ({ rule, outcome, strength }) =>
        rule !== 'R-39' &&
        ['breach', 'needs-consultation', 'needs-information'].includes(outcome) &&
        ['binding', 'principle'].includes(strength),
    )
    const referralDays = parameter('referralDays')
    return {
      values: { reasonsNeeded: needing.length, referralDays },
      said: { referralDays, ifReceivedToday: later(facts.today, referralDays) },
    }
  },

  'R-41': ({ facts }) => {
    const { jurisdictions = [], jurisdictionsNow = [], region } = facts
    const regions = new Set(jurisdictions.flatMap((one) => one.region ?? []))
    const outside = jurisdictions.filter((one) => one.region !== null && one.region !== region)
    const isMerged = jurisdictionsNow.every((one) => one.region === region)
    return {
      values: { regions: regions.size, outsideRegion: isMerged ? 0 : outside.length },
      limits: { outsideRegion: 0 },
      said: { on: facts.wantedFrom },
    }
  },
}
