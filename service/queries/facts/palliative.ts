import type { AsOf } from '#api/asOf'
import type { SubjectOf } from '#events/caseSubject'
import type { RegionCode } from '#events/identifiers'
import type { PalliativeArea } from '#events/palliative'
import type { Supposing, Views } from '../../projections/views.ts'
import type { PalliativeAreaFact, PalliativeFacts, Section2Facts } from '../../rules/facts/palliative.ts'
import type { CaseRecord } from '../caseRecords.ts'
import { areaOf, type Member, membersOf, municipalityOfClinic, surveyOf } from '../palliativeSupply.ts'
import type { World } from '../query.ts'
import { section2Proposals, standingAgreement } from '../section2Proposals.ts'

/** What R-32 looks at for an application; null for a type that it does not govern. */
export function palliativeFacts(
  before: Views,
  changed: Supposing,
  { subject, region }: Pick<CaseRecord, 'subject' | 'region'>,
  at: AsOf,
  world: World,
): PalliativeFacts | null {
  if (subject.type !== 'A3' && subject.type !== 'A5' && subject.type !== 'A12' && subject.type !== 'A15') return null
  const { areas: catalogue } = world.geography
  const now = membersOf(before, catalogue, region, at)
  const then = changed((after) => membersOf(after, catalogue, region, at)).filter(
    (member) => !stopsDriving(subject, member),
  )
  const concerned = new Set<PalliativeArea>([...differing(now, then), ...areasOfMember(before, subject, region, at)])
  return {
    on: at.effectiveOn,
    lacks: subject.type === 'A15' ? lacking(subject) : [],
    areas: [...concerned].toSorted().map((area): PalliativeAreaFact => {
      const survey = surveyOf(before, catalogue, region, area, at)
      const here = (members: readonly Member[]) => members.filter((member) => member.area === area)
      return {
        area,
        before: here(now),
        after: here(then),
        survey: survey?.facts ?? null,
        inputs: [...here(now).flatMap(({ inputs }) => inputs), ...(survey?.inputs ?? [])],
      }
    }),
  }
}

/** A mobile physiotherapist treats at home; one who no longer is mobile is not counted on for it (R-10, ASSUMPTION). */
function stopsDriving(subject: CaseRecord['subject'], member: Member): boolean {
  return (
    subject.type === 'A5' &&
    subject.from === 'mobile' &&
    subject.to !== 'mobile' &&
    member.provider === subject.provider
  )
}

/** Areas whose therapists are not the same after the change. */
function differing(now: readonly Member[], then: readonly Member[]): PalliativeArea[] {
  const names = (members: readonly Member[]) => new Set(members.map(({ person, area }) => `${area} ${person}`))
  const [early, late] = [names(now), names(then)]
  return [
    ...now.filter(({ person, area }) => !late.has(`${area} ${person}`)),
    ...then.filter(({ person, area }) => !early.has(`${area} ${person}`)),
  ].map(({ area }) => area)
}

/** The area that an applicant to the agreement would work in. */
function areasOfMember(views: Views, subject: CaseRecord['subject'], region: RegionCode, at: AsOf): PalliativeArea[] {
  if (subject.type !== 'A15') return []
  const municipality = subject.place?.municipality ?? municipalityOfProvider(views, subject, at)
  return municipality === null ? [] : [areaOf(region, municipality)]
}

function municipalityOfProvider(views: Views, { provider }: SubjectOf<'A15'>, at: AsOf) {
  if (provider === null) return null
  const clinic = views
    .statement<{ clinic: string }>(
      'SELECT clinic FROM provider WHERE key = :provider ORDER BY recorded_to DESC LIMIT 1',
    )
    .get({ provider })?.clinic
  return clinic === undefined ? null : municipalityOfClinic(views, clinic, at)
}

/** What an applicant to the agreement has not told. Either a number or an address says where they are. */
function lacking({ place, provider, homeRadiusKm, acceptsNew }: SubjectOf<'A15'>): string[] {
  return [
    ...(place === null && provider === null ? ['place'] : []),
    ...(homeRadiusKm === null ? ['homeRadiusKm'] : []),
    ...(acceptsNew === null ? ['acceptsNew'] : []),
  ]
}

/** What R-33 looks at: the agreement that is joined, and how many it then has. */
export function section2Facts(
  changed: Supposing,
  region: RegionCode,
  { trainingDone }: SubjectOf<'A15'>,
  at: AsOf,
  world: World,
): Section2Facts {
  const { standing, members } = changed((after) => ({
    standing: standingAgreement(section2Proposals(after, [region], at)),
    members: membersOf(after, world.geography.areas, region, at).length,
  }))
  return {
    region,
    proposal:
      standing === null
        ? null
        : {
            figures: standing.data.figures,
            basis: standing.adopted?.basis ?? standing.data.basis,
            adopted: standing.adopted !== null,
          },
    membersAfter: members,
    lacks: trainingDone === null ? ['trainingDone'] : [],
    inputs: standing?.inputs ?? [],
  }
}
