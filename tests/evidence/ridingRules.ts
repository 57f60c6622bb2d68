import type { Again, Asked } from './asked.ts'
import { days } from './calendar.ts'

type Permission = NonNullable<NonNullable<Asked['facts']['riding']>['permission']>
type Steps = NonNullable<Asked['facts']['riding']>['totals'][number]['before']

const totalOn = (steps: Steps, date: string) =>
  steps.find(({ from, to }) => from <= date && (to === null || date < to))?.hoursTenths ?? 0
const totalBefore = (steps: Steps, date: string) =>
  steps.find(({ from, to }) => from < date && (to === null || date <= to))?.hoursTenths ?? 0

/** Stretches of time in which a change lifts the total over its level, with the tenths over in each. */
function stretchesOver(
  { before, after }: { readonly before: Steps; readonly after: Steps },
  from: string,
  allowed: number,
) {
  const level = totalBefore(before, from) + allowed
  const dates = [from, ...[...before, ...after].map((step) => step.from).filter((date) => date > from)]
  const sorted = [...new Set(dates)].toSorted()
  return sorted
    .map((date, index) => ({
      from: date,
      to: sorted[index + 1] ?? null,
      over: totalOn(after, date) - Math.max(level, totalOn(before, date)),
    }))
    .filter(({ over }) => over > 0)
}

function permitted({ contractFrom = null, permittedFrom }: Permission, wantedFrom: string) {
  const from = permittedFrom !== null && permittedFrom < wantedFrom ? permittedFrom : wantedFrom
  return { from, days: contractFrom === null ? 0 : Math.max(0, days(contractFrom, from)) }
}

const beyond = (held: Permission['held']) =>
  held === null || held.permittedTenths === null ? 0 : Math.max(0, held.hoursTenths - held.permittedTenths)

/** which look at the same permission. */
const permission: Again = ({ facts }) => {
  const asked = facts.riding?.permission
  if (!asked) return {}
  const { from, days: without } = permitted(asked, facts.wantedFrom)
  const { held, reported, hoursTenths, contractFrom = null } = asked
  const most = Math.max(beyond(held), beyond(reported))
  const worse = most > beyond(held) ? reported : held
  return {
    values: {
      daysWithoutPermission: without,
      hoursHeld: held?.hoursTenths ?? null,
      hoursReported: reported?.hoursTenths ?? null,
    },
    limits: {
      daysWithoutPermission: 0,
      hoursHeld: held?.permittedTenths ?? null,
      hoursReported: reported?.permittedTenths ?? null,
    },
    said: {
      contractFrom,
      permissionFrom: from,
      days: without,
      hoursTenths,
      heldTenths: held?.hoursTenths ?? null,
      permittedTenths: worse?.permittedTenths ?? null,
      reportedTenths: reported?.hoursTenths ?? null,
      beyondTenths: most,
    },
  }
}

/** without R-18. */
export const ridingRules: Readonly<Record<string, Again>> = {
  'R-11': ({ facts }) => {
    const lost = (facts.riding?.number?.agreements ?? []).reduce((sum, one) => sum + one.hoursTenths, 0)
    return { values: { hoursLost: lost }, said: { lostTenths: lost, wantedFrom: facts.wantedFrom } }
  },
  'R-12': permission,
  'R-13': permission,

  'R-14': ({ facts, parameter }) => {
    const from = facts.wantedFrom
    const allowed = parameter('ridingMaxIncreaseTenths')
    const judged = (facts.riding?.totals ?? []).map((total) => {
      const steps = stretchesOver(total, from, allowed)
      return { ...total, steps, over: Math.max(0, ...steps.map(({ over }) => over)) }
    })
    const most = Math.max(...judged.map(({ over }) => over))
    const worst = judged.find(({ over }) => over === most)
    if (worst === undefined) return {}
    const level = totalBefore(worst.before, from)
    const after = totalOn(worst.after, from)
    return {
      values: { ridingBefore: level, ridingAfter: after, ridingOver: most },
      limits: { ridingAfter: Math.max(level + allowed, totalOn(worst.before, from)), ridingOver: 0 },
      said: {
        levelTenths: level,
        afterTenths: after,
        overTenths: most,
        from: worst.steps[0]?.from ?? null,
        until: worst.steps.at(-1)?.to ?? null,
      },
    }
  },

  'R-15': ({ facts, text }) => {
    const all = facts.riding?.areas ?? []
    const cutoff = text('countyCutoff')
    const governed = facts.type === 'A2' ? all : all.filter(({ accessionDate: on }) => on === null || on >= cutoff)
    const wide = governed.filter(
      ({ permission: has, area, school, whole, parts }) =>
        has &&
        area.kind !== 'unknown' &&
        (area.codes ?? []).length > 0 &&
        school.municipality !== null &&
        [...whole, ...parts].some((code) => code !== school.municipality),
    )
    return {
      values: {
        ridingSchools: governed.length,
        schoolsWithoutPermission: governed.filter((one) => !one.permission).length,
        areasTooWide: wide.length,
      },
      limits: { schoolsWithoutPermission: 0, areasTooWide: 0 },
      said: { cutoff },
    }
  },

  'R-16': ({ facts, text }) => {
    const area = facts.riding?.areas[0]
    return {
      values: { regions: area?.regions.length ?? null },
      said: { accessionDate: area?.accessionDate ?? null, cutoff: text('countyCutoff') },
    }
  },

  'R-17': ({ facts, nth, parameter, text }) => {
    const least = parameter('ridingMinHoursTenths')
    const hours = (facts.riding?.sites ?? []).map((site) =>
      text('ridingCountMode') === 'pair' ? site.hoursTenths : site.schoolTenths,
    )
    const short = hours.filter((one) => one < least)
    return {
      values: { hoursAtSchool: hours[nth] ?? null },
      limits: { hoursAtSchool: least },
      said: {
        count: short.length,
        leastTenths: least,
        shortTenths: short.length === 0 ? 0 : least - Math.min(...short),
      },
    }
  },

  'R-19': ({ facts }) => {
    const { of = 0, documented = 0 } = facts.riding?.documentation ?? {}
    const percent = of === 0 ? null : Math.floor((documented * 100) / of)
    return {
      values: { agreementsDocumented: documented, agreementsInRegion: of, documentedShare: percent },
      said: { of, documented, percent },
    }
  },
}
