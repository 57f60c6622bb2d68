import { type CaseSubject, placesOf } from '#events/caseSubject'
import { type MunicipalityCode, RegionCode } from '#events/identifiers'
import { regionOf } from '#geo/hierarchy'
import type { RidingShiftFact, SiteFact, TotalFact } from '../../rules/facts/riding.ts'
import { totalOf } from '../../rules/riding/ridingTimeline.ts'
import { heldAt, heldIn } from '../ridingChange.ts'
import { countedIn, counts, holdingOn, type Ledger, municipalityOfSchool, territoryOf } from '../ridingLedger.ts'
import { agreementOn, type Setting, schoolFact } from './ridingSetting.ts'

/** The region that the case belongs to, and where a move crosses into another the one that it comes to. */
export function totalFacts(subject: CaseSubject, { before, after, on, region, world }: Setting): TotalFact[] {
  if (subject.type === 'A1' || subject.type === 'A11') return []
  const { areas } = world.geography
  const own = territoryOf(areas, region, on)
  const schools = subject.type === 'A9' ? [subject.fromSchool, subject.toSchool] : []
  const others = schools.flatMap((school) => {
    const code = municipalityOfSchool(before, school)
    return code === null || own.has(code) ? [] : (regionOf(areas, code, on)?.code ?? [])
  })
  const codes = [region, ...new Set(others)].map((code) => RegionCode.parse(code))
  return codes.map((code) => {
    const territory = territoryOf(areas, code, on)
    const totalIn = (ledger: Ledger) => totalOf(heldAt(ledger, heldIn(ledger), territory))
    return { region: code, before: totalIn(before), after: totalIn(after) }
  })
}

/** Schools of the therapist after the change, and of the agreements that gave hours away. */
export function siteFacts(subject: CaseSubject, setting: Setting): SiteFact[] {
  if (!('agreement' in subject)) return []
  const { after, on } = setting
  const holding = holdingOn(after.stretches, on).filter(counts)
  const main = holding.find(({ agreement }) => agreement === subject.agreement)
  if (main === undefined) return []
  const reduced = 'reductions' in subject ? subject.reductions.map(({ agreement }) => agreement as string) : []
  return holding
    .filter(({ agreement, therapist }) => therapist === main.therapist || reduced.includes(agreement))
    .map(({ agreement, school, hoursTenths }) => ({
      agreement,
      school: schoolFact(school, null, setting),
      hoursTenths,
      schoolTenths: holding.filter((one) => one.school === school).reduce((sum, one) => sum + one.hoursTenths, 0),
    }))
}

/**
 * Hours that a relocation takes from one municipality to another, each municipality's before and after on the date;
 * null for an application that moves no agreement.
 */
export function shiftFact(subject: CaseSubject, { before, after, on }: Setting): RidingShiftFact | null {
  if (subject.type !== 'A9') return null
  const { from, to } = placesOf(subject)
  const here = agreementOn(before, subject.agreement, on)
  const ends = [subject.fromSchool, subject.toSchool].flatMap((school) => municipalityOfSchool(before, school) ?? [])
  const hoursIn = (ledger: Ledger, code: MunicipalityCode) =>
    holdingOn(countedIn(ledger, new Set([code])), on).reduce((sum, { hoursTenths }) => sum + hoursTenths, 0)
  return {
    from: before.schools.get(subject.fromSchool)?.address ?? from,
    to: before.schools.get(subject.toSchool)?.address ?? to,
    hoursTenths: here?.hoursTenths ?? null,
    municipalities: [...new Set(ends)]
      .toSorted()
      .map((code) => ({ code, before: hoursIn(before, code), after: hoursIn(after, code) }))
      .filter((row) => row.before !== row.after),
  }
}
