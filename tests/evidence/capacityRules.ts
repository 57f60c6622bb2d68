import { type Again, type Asked, added } from './asked.ts'
import { days, firstOfMonth } from './calendar.ts'
import { covered } from './cover.ts'
import { fraction, median, times, whole } from './fractions.ts'

/** What moves, and by how much each municipality then differs. */
function moving({ relocation, capacity, riding }: Asked['facts']) {
  if (riding?.shift) return { ...riding.shift, amount: riding.shift.hoursTenths }
  const shift = relocation ?? capacity?.shift ?? null
  return shift === null ? null : { ...shift, amount: shift.capacity.amount }
}

function isHeldAt({ from, to }: { readonly from: string; readonly to: string | null }, date: string): boolean {
  return from <= date && (to === null || date < to)
}

/** Most at once from a date on, and days with more than allowed; without end where it never stops. */
function together(
  all: readonly { readonly period: { from: string; to: string | null } }[],
  from: string,
  allowed: number,
) {
  const edges = all.flatMap(({ period }) => [period.from, period.to ?? period.from])
  const dates = [...new Set([from, ...edges.filter((edge) => edge > from)])].toSorted()
  const counts = dates.map((date) => all.filter(({ period }) => isHeldAt(period, date)).length)
  const spans = dates.map((date, index) => {
    const next = dates[index + 1]
    return (counts[index] ?? 0) <= allowed ? 0 : next === undefined ? null : days(date, next)
  })
  return { most: Math.max(0, ...counts), days: added(spans) }
}

const toTenths = (oere: number, hoursTenths: number) => times(fraction(oere, hoursTenths), fraction(10, 1))

/** */
export const capacityRules: Readonly<Record<string, Again>> = {
  'R-01': ({ facts }) => {
    const pool = facts.capacity?.pool ?? null
    const owned = facts.capacity?.owners[0]?.clinicsBefore ?? null
    const left = added([pool?.advertisedOere ?? null, -(pool?.allocatedOere ?? 0)])
    const asked = pool?.requestedOere ?? null
    return {
      values: {
        poolAdvertised: pool?.advertisedOere ?? null,
        poolAllocated: pool?.allocatedOere ?? null,
        poolRequested: asked,
        clinicsOwned: owned,
      },
      limits: { poolRequested: left, clinicsOwned: 0 },
      said: {
        leftOere: left,
        requestedOere: asked,
        overOere: left === null ? null : added([asked, -left]),
        count: owned,
      },
    }
  },

  'R-02': ({ facts, measure, parameter }) => {
    const shift = moving(facts)
    const row = shift?.municipalities.find(({ code }) => code === measure?.municipality)
    const stays = shift !== null && shift.from?.municipality === shift.to?.municipality && shift.amount !== null
    const value = row === undefined ? (stays ? 0 : null) : row.after - row.before
    const limit = parameter(measure?.unit === 'hoursTenths' ? 'toleranceHoursTenths' : 'toleranceUnitsHundredths')
    return {
      values: { deltaFrom: value, deltaTo: value, deltaOther: value },
      limits: { deltaFrom: limit, deltaTo: limit, deltaOther: limit },
    }
  },

  'R-03': ({ facts, parameter }) => {
    const { relocation, capacity, wantedFrom } = facts
    const all = relocation?.addressesAfter ?? capacity?.places?.after ?? []
    const until = relocation?.previousUntil ?? wantedFrom
    const allowed = parameter('maxAddresses')
    const overlap = Math.max(0, days(wantedFrom, until))
    const plain = together(
      all.filter(({ kind, notified }) => kind === 'main' || !notified),
      wantedFrom,
      allowed,
    )
    const most = Math.max(together(all, wantedFrom, allowed).most, overlap > 0 ? 2 : 1)
    const over = plain.days === null ? null : Math.max(plain.days, overlap)
    return {
      values: { addressesAfter: most, overlapDays: over },
      limits: { addressesAfter: allowed, overlapDays: parameter('transitionDays') },
      said: { from: wantedFrom, until, days: over, count: most },
    }
  },

  'R-04': ({ facts, nth }) => {
    const extra = facts.capacity?.extra
    if (!extra) return {}
    const { plannedMain, plannedExtra, others } = extra
    return {
      values: {
        plannedSum: added([plannedMain, plannedExtra, ...others.map(({ planned }) => planned)]),
        plannedMain,
        plannedExtra,
        plannedElsewhere: others[nth]?.planned ?? null,
      },
      limits: { plannedSum: extra.capacity.amount },
      said: { notifiedOn: extra.notifiedOn, wantedFrom: facts.wantedFrom },
    }
  },

  'R-05': ({ facts, finding, parameter, least, told }) => {
    const { group } = finding.params
    const limits = { coverageMaxKm: parameter('coverageMaxKm'), detourHundredths: parameter('detourHundredths') }
    const losses = facts.cover
      .filter((one) => typeof group !== 'string' || one.group === group)
      .map((one) => covered(one, limits, least).lost)
    const [low, high] = losses.toSorted(([a], [b]) => b - a)[0] ?? [0, 0]
    const people = typeof told === 'number' && told >= low && told <= high ? told : low
    return {
      values: {
        losingCover: people,
        distance: facts.relocation?.distanceM ?? null,
        noticeDays: days(facts.receivedOn, facts.wantedFrom),
      },
      limits: { noticeDays: parameter('noticeDays'), losingCover: 0 },
      said: { distanceM: facts.relocation?.distanceM ?? null, people },
    }
  },

  'R-06': ({ facts, parameter }) => {
    const { transfer, capacity, receivedOn, wantedFrom } = facts
    const { number = null, owners = [] } = capacity ?? {}
    const sum = transfer === null ? null : added(transfer.sharesHundredths)
    const most = owners.length === 0 ? null : Math.max(...owners.map(({ clinicsAfter }) => clinicsAfter))
    return {
      values: {
        shareSum: sum,
        capacityAfter: number?.after ?? null,
        capacityLapses: number?.hoursTenths ?? null,
        clinicsOwned: most,
      },
      limits: { shareSum: 100, capacityAfter: number?.before ?? null, clinicsOwned: parameter('maxClinicsPerOwner') },
      said: {
        earliest: firstOfMonth(receivedOn, 2),
        receivedOn,
        wantedFrom,
        sumShareHundredths: sum,
        hoursTenths: number?.hoursTenths ?? null,
        count: most,
        most: parameter('maxClinicsPerOwner'),
      },
    }
  },

  'R-07': ({ facts, parameter }) => {
    const employment = facts.capacity?.employment
    if (!employment) return {}
    const { turnoverThisYearOere: turnover, turnoverLast12Oere, ceilingOere: ceiling, employees } = employment
    const over = turnover === null || ceiling === null ? null : turnover - ceiling
    const basis =
      turnoverLast12Oere === null ? null : whole(fraction(turnoverLast12Oere * parameter('ceilingBasisPercent'), 100))
    return {
      values: { turnover, ceilingBasis: basis, employees },
      limits: { turnover: ceiling },
      said: {
        count: employees,
        ceilingOere: ceiling,
        turnoverOere: turnover,
        overOere: over,
        overPermille: over === null || !ceiling ? null : Math.round((over * 1000) / ceiling),
      },
    }
  },

  'R-08': ({ facts, measure, parameter }) => {
    const bend = facts.capacity?.bend
    if (!bend) return {}
    const all = bend.specialties.map(
      ({ specialty, unitsHundredths, requestedOere, indexTenThousandths, subsidyOere }) => {
        const unit = parameter(`unit${specialty}Oere`)
        const units = unitsHundredths + Number((BigInt(requestedOere) * 100n) / BigInt(unit))
        const index = indexTenThousandths ?? parameter('unitIndexTenThousandths')
        const limit = whole(times(times(fraction(units, 100), fraction(unit, 1)), fraction(index, 10_000)))
        const excess = subsidyOere === null ? null : Math.max(0, subsidyOere - limit)
        const cut =
          excess === null ? null : whole(times(fraction(excess, 100), fraction(parameter('bendReductionPercent'), 1)))
        return { specialty, units, limit, excess, cut, subsidyOere }
      },
    )
    const one = all.find(({ specialty }) => specialty === measure?.specialty)
    const above = all.filter(({ excess }) => excess !== null && excess > 0)
    const sum = (of: (bend: (typeof all)[number]) => number | null) =>
      above.reduce((total, each) => total + (of(each) ?? 0), 0)
    const units = all.reduce((total, each) => total + each.units, 0)
    const most = Math.ceil(units / 100)
    return {
      values: {
        subsidy: one?.subsidyOere ?? null,
        units: one?.units ?? null,
        bendCut: one?.cut ?? null,
        numbersAfter: bend.numbersAfter,
      },
      limits: { subsidy: one?.limit ?? null, numbersAfter: most },
      said: {
        count: bend.numbersAfter,
        most,
        unitsHundredths: units,
        excessOere: sum(({ excess }) => excess),
        cutOere: sum(({ cut }) => cut),
        paidOere: sum(({ subsidyOere, cut }) => (subsidyOere ?? 0) - (cut ?? 0)),
      },
    }
  },

  'R-09': ({ facts, parameter }) => {
    const { hoursTenths = null, oere = null, others = [] } = facts.small ?? {}
    const large = others.filter((one) => one.hoursTenths >= parameter('smallBelowHoursTenths'))
    const middle = median(large.map((one) => toTenths(one.oere, one.hoursTenths)))
    const own = oere === null || hoursTenths === null || hoursTenths === 0 ? null : toTenths(oere, hoursTenths)
    const of = own === null || middle === null ? null : whole([own[0] * middle[1], own[1] * middle[0]], 1000)
    const rates = { own: own && whole(own), middle: middle && whole(middle) }
    return {
      values: { weeklyHours: hoursTenths, turnover: oere, turnoverPerHour: rates.own, medianPerHour: rates.middle },
      limits: { weeklyHours: parameter('smallBelowHoursTenths') },
      said: {
        hoursTenths,
        turnoverPerHourOere: rates.own,
        medianPerHourOere: rates.middle,
        ofMedianPermille: of,
      },
    }
  },

  'R-10': ({ facts, parameter }) => {
    const mobile = facts.capacity?.mobile
    if (!mobile) return {}
    const after = mobile.inRegion + (mobile.to === 'mobile' ? 1 : -1)
    const km = parameter('homeRadiusKm')
    const near = mobile.othersM.filter((metres) => metres <= km * 1000).length
    const needed = parameter('palliativeMinAccepting')
    return {
      values: { mobileInRegion: after, mobileNear: near },
      limits: { mobileNear: needed },
      said: { before: mobile.inRegion, after, near, km, needed },
    }
  },
}
