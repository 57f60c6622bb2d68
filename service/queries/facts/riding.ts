import type { AsOf } from '#api/asOf'
import type { CaseSubject } from '#events/caseSubject'
import type { EffectiveDate } from '#events/time'
import { effectOf } from '../../effects/effects.ts'
import type { Supposing, Views } from '../../projections/views.ts'
import type { RidingFacts } from '../../rules/facts/riding.ts'
import type { CaseRecord } from '../caseRecords.ts'
import type { World } from '../query.ts'
import { approvedSchools, type Ledger, ridingLedger, type Stretch } from '../ridingLedger.ts'
import { areaFacts, involvementFact } from './ridingAreas.ts'
import { documentationFact } from './ridingDocuments.ts'
import { shiftFact, siteFacts, totalFacts } from './ridingHours.ts'
import { numberFact, permissionFact } from './ridingPermission.ts'
import { agreementOn, type Setting, under } from './ridingSetting.ts'

const ridingSpecialties: ReadonlySet<string> = new Set(['57', '65'])

/** What the riding rules look at for one case; null when it is about no riding school and no riding number. */
export function ridingFacts(
  views: Views,
  changed: Supposing,
  { subject, region, wantedFrom, receivedOn }: Pick<CaseRecord, 'subject' | 'region' | 'wantedFrom' | 'receivedOn'>,
  at: AsOf,
  world: World,
): RidingFacts | null {
  if (!mayBeRiding(subject)) return null
  const before = ridingLedger(views, at)
  if (!isRiding(subject, before, at.effectiveOn)) return null
  const after = changed((supposed) => ridingLedger(supposed, at))
  const approved = approvedSchools(views, at)
  const setting = { before, after, on: at.effectiveOn, region, approved, world, views, at }
  const change = effectOf(subject, { from: wantedFrom, receivedOn, region, ruling: null }, null)
  const touched = touchedIn(subject, before, setting.on)
  return {
    takesHold: takesHold(subject, setting),
    lacks: 'lacks' in change ? change.lacks : [],
    number: numberFact(subject, setting),
    permission: permissionFact(subject, setting),
    totals: totalFacts(subject, setting),
    shift: shiftFact(subject, setting),
    areas: areaFacts(subject, setting),
    sites: siteFacts(subject, setting),
    involved: involvementFact(subject, touched, setting),
    documentation: documentationFact(subject, setting),
    inputs: [...new Set(touched.flatMap(({ inputs }) => inputs))].toSorted(),
  }
}

function mayBeRiding(subject: CaseSubject): boolean {
  return ['A1', 'A2', 'A7', 'A8', 'A9', 'A10', 'A11', 'A12'].includes(subject.type)
}

function isRiding(subject: CaseSubject, ledger: Ledger, on: EffectiveDate): boolean {
  switch (subject.type) {
    case 'A1':
      return ridingSpecialties.has(subject.specialty)
    case 'A2':
      return subject.schools.length > 0 || under(ledger, subject.provider, on).length > 0
    case 'A11':
      return under(ledger, subject.provider, on).length > 0
    case 'A12':
      return subject.agreements.length > 0 || under(ledger, subject.provider, on).length > 0
    default:
      return true
  }
}

/** Agreements that the case changes, as they stand without it. */
function touchedIn(subject: CaseSubject, ledger: Ledger, on: EffectiveDate): readonly Stretch[] {
  const named = (ids: readonly string[]) => ids.flatMap((id) => agreementOn(ledger, id, on) ?? [])
  const reduced = 'reductions' in subject ? subject.reductions.map(({ agreement }) => agreement) : []
  switch (subject.type) {
    case 'A2':
    case 'A11':
      return under(ledger, subject.provider, on)
    case 'A9':
    case 'A10':
      return named([subject.agreement, ...reduced])
    case 'A12':
      return named(subject.agreements)
    default:
      return named(reduced)
  }
}

function takesHold(subject: CaseSubject, { after, on }: Setting): boolean {
  switch (subject.type) {
    case 'A7':
    case 'A8':
      return agreementOn(after, subject.agreement, on) !== null
    case 'A9':
      return agreementOn(after, subject.agreement, on)?.school === subject.toSchool
    case 'A10':
      return agreementOn(after, subject.agreement, on)?.hoursTenths === subject.hoursTenths
    case 'A2':
      return subject.schools.every(
        ({ agreement }) => agreement === undefined || agreementOn(after, agreement, on) === null,
      )
    case 'A12':
      return subject.agreements.every((agreement) => agreementOn(after, agreement, on) === null)
    default:
      return true
  }
}
