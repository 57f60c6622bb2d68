import type { DiagnosisGroupId } from '#events/identifiers'
import type { Answer, Params } from '../../../api.ts'
import { type Point, typedPoints } from '../typedPoints.ts'

export type Siting = Answer<'siting'>
export type Solved = Extract<Siting['result'], { state: 'solved' }>
type Question = Siting['question']
type CandidateKind = Siting['candidates']['kind']

/** The questions and the candidates in the order they are offered. */
export const questions = ['median', 'cover', 'full', 'centre'] as const satisfies readonly Question[]
export const candidateKinds = ['towns', 'clinics', 'points'] as const satisfies readonly CandidateKind[]

/** A question as it is being put together. */
export interface SitingDraft {
  readonly group: DiagnosisGroupId
  readonly question: Question
  readonly sites: string
  readonly max: string
  readonly candidates: CandidateKind
  /** Points as typed, one a line, or put there by a press on the map. */
  readonly points: string
  readonly leaveOut: boolean
  /** People that one site has room for, as typed; empty for no limit. */
  readonly capacity: string
}

/** What is missing before it can be asked. */
type SitingLack = 'sites' | 'max' | 'capacity' | 'points' | 'wrongPoint' | 'manyPoints'

/** The points of a draft that can be used. */
export function pointsOf({ points }: Pick<SitingDraft, 'points'>): readonly Point[] {
  return typedPoints(points).flatMap((point) => (point === null ? [] : [point]))
}

/** Most sites and points that the service takes. */
const mostSites = 98

/** What tells how many places there are to choose from. */
interface Choosable {
  /** Municipalities of the area, one town of each; undefined until they are known. */
  readonly municipalities: number | undefined
  /** The last answer. */
  readonly answer: Pick<Siting, 'group' | 'candidates'> | undefined
}

/** How many new sites can be asked for: as many as there are places to choose from, where that is known. */
export function sitesAtMost(
  { group, candidates, points }: Pick<SitingDraft, 'group' | 'candidates' | 'points'>,
  { municipalities, answer }: Choosable,
): number {
  const isAbout = answer !== undefined && answer.group === group && answer.candidates.kind === candidates
  const told = isAbout ? answer.candidates.count - answer.candidates.withoutRoad : undefined
  const known = { towns: told ?? municipalities, clinics: told, points: pointsOf({ points }).length }[candidates]
  return Math.min(known || mostSites, mostSites)
}

/** Whether a question is the one that was asked. */
export function isAsked(question: Params<'siting'>, asked: Params<'siting'> | null): boolean {
  return asked !== null && JSON.stringify(question) === JSON.stringify(asked)
}

/** Most people that the service takes for one site. */
const mostRoom = 10_000_000

/** Whether a question can be asked with room for so many people at a site. */
export function hasRoom(question: Question): boolean {
  return question === 'median' || question === 'cover'
}

/**
 * What keeps a draft from being asked; null when nothing does. The service tells what cannot be met.
 * @param most as `sitesAtMost` says.
 */
export function sitingLack(
  { question, sites, max, capacity, candidates, points }: SitingDraft,
  most = mostSites,
): SitingLack | null {
  if (question !== 'full' && !isWhole(sites, 1, most)) return 'sites'
  if (!isWhole(max, 5, 180)) return 'max'
  if (hasRoom(question) && capacity.trim() !== '' && !isWhole(capacity, 1, mostRoom)) return 'capacity'
  if (candidates !== 'points') return null
  const typed = typedPoints(points)
  if (typed.length === 0) return 'points'
  if (typed.includes(null)) return 'wrongPoint'
  return typed.length > mostSites ? 'manyPoints' : null
}

function isWhole(text: string, least: number, most: number): boolean {
  return /^\d{1,8}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most
}

/** The question as the service takes it, about the scenario on its date. */
export function sitingParams(
  draft: SitingDraft,
  { scenario, asOf, region }: { readonly scenario: string; readonly asOf: string; readonly region: string | null },
): Params<'siting'> {
  const { group, question, candidates, capacity, leaveOut } = draft
  return {
    ...{ scenario, asOf, group, question, candidates },
    sites: question === 'full' ? 1 : Number(draft.sites),
    max: Number(draft.max),
    ...(region === null ? {} : { region }),
    ...(hasRoom(question) && capacity.trim() !== '' ? { capacity: Number(capacity) } : {}),
    ...(candidates === 'points'
      ? {
          points: pointsOf(draft)
            .map((point) => point.join())
            .join(';'),
        }
      : {}),
    unreachable: leaveOut ? 'leaveOut' : 'refuse',
  }
}
