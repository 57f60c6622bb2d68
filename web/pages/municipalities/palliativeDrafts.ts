import { PersonId, ProviderNumber } from '#events/identifiers'
import { BudgetItem, palliativeEvents } from '#events/palliative'
import { EffectiveDate } from '#events/time'
import type { Body } from '../../api.ts'

/** Problems of a form that is written about palliative physiotherapy; each has its words and its field. */
export type PalliativeProblem =
  | 'noHolder'
  | 'alreadyMember'
  | 'provider'
  | 'radius'
  | 'from'
  | 'reason'
  | 'surveyedOn'
  | 'surveyInFuture'
  | 'response'
  | 'count'
  | 'moreAccepting'
  | 'nothingCounted'
  | 'year'
  | 'amount'
  | 'noAmounts'

export interface Found {
  /** Id of the field that it stands at. */
  readonly field: string
  readonly code: PalliativeProblem
}

/** What a form gives: the command without its region, or everything that is wrong with it at once. */
type Checked<Value> =
  | { readonly value: Value; readonly problems: readonly [] }
  | { readonly value: null; readonly problems: readonly Found[] }

function checked<Value>(problems: readonly Found[], value: () => Value): Checked<Value> {
  return problems.length > 0 ? { value: null, problems } : { value: value(), problems: [] }
}

function problem(is: boolean, field: string, code: PalliativeProblem): readonly Found[] {
  return is ? [{ field, code }] : []
}

/** Yes, no, or nobody has said. */
export const answers = ['yes', 'no', 'unknown'] as const
export type Said = (typeof answers)[number]

export function saidAs(said: Said): boolean | null {
  return said === 'unknown' ? null : said === 'yes'
}

/** A whole number from 0 up, with or without separators of thousands; null for nothing, undefined for anything else. */
export function wholeOrNone(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const plain = text.trim().replace(/[.\s\u00A0](?=\d{3}(\D|$))/g, '')
  return /^\d{1,12}$/.test(plain) ? Number(plain) : undefined
}

/** A number that was picked, with whom it is held by; both empty while none is. */
export interface JoinDraft {
  readonly provider: string
  readonly person: string
  readonly training: Said
  readonly radius: string
  readonly from: string
}

/** A therapist joins the agreement: the holder of a number, trained or not, how far from home. */
export function joining(
  draft: JoinDraft,
  members: readonly string[],
): Checked<Omit<Body<'JoinSection2Agreement'>, 'region'>> {
  const person = PersonId.safeParse(draft.person).data
  const provider = ProviderNumber.safeParse(draft.provider).data
  const radius = wholeOrNone(draft.radius)
  const inReach = palliativeEvents.TherapistJoined.data.shape.homeRadiusKm.safeParse(radius).success
  const from = EffectiveDate.safeParse(draft.from).data
  return checked(
    [
      ...problem(provider === undefined, 'join-provider', 'provider'),
      ...problem(provider !== undefined && person === undefined, 'join-provider', 'noHolder'),
      ...problem(person !== undefined && members.includes(person), 'join-provider', 'alreadyMember'),
      ...problem(!inReach, 'join-radius', 'radius'),
      ...problem(from === undefined, 'join-from', 'from'),
    ],
    () => ({
      person: draft.person,
      provider: draft.provider,
      place: null,
      trainingDone: saidAs(draft.training),
      homeRadiusKm: radius ?? null,
      effectiveFrom: draft.from,
    }),
  )
}

export interface SurveyDraft {
  readonly surveyedOn: string
  readonly response: string
  readonly counts: Readonly<Record<string, { readonly providers: string; readonly accepting: string }>>
  readonly source: string
}

/** A survey of who takes patients at home: by area, nothing for what was not asked. */
export function surveying(
  draft: SurveyDraft,
  areas: readonly string[],
  today: string,
): Checked<Omit<Body<'RecordSupplySurvey'>, 'region'>> {
  const on = EffectiveDate.safeParse(draft.surveyedOn).data
  const response = wholeOrNone(draft.response)
  const counts = areas.map((area) => ({
    area,
    providers: wholeOrNone(draft.counts[area]?.providers ?? ''),
    accepting: wholeOrNone(draft.counts[area]?.accepting ?? ''),
  }))
  const told = counts.filter(({ providers, accepting }) => providers !== null || accepting !== null)
  return checked(
    [
      ...problem(on === undefined, 'survey-on', 'surveyedOn'),
      ...problem(on !== undefined && on > today, 'survey-on', 'surveyInFuture'),
      ...problem(response === undefined || (response !== null && response > 100), 'survey-response', 'response'),
      ...counts.flatMap(({ area, providers, accepting }) => [
        ...problem(providers === undefined, `survey-providers-${area}`, 'count'),
        ...problem(accepting === undefined, `survey-accepting-${area}`, 'count'),
        ...problem(
          (accepting ?? 0) > (providers ?? Number.POSITIVE_INFINITY),
          `survey-accepting-${area}`,
          'moreAccepting',
        ),
      ]),
      ...problem(told.length === 0, `survey-providers-${areas[0] ?? ''}`, 'nothingCounted'),
    ],
    () => ({
      surveyedOn: draft.surveyedOn,
      responsePercent: response ?? null,
      counts: told.map(({ area, providers, accepting }) => ({
        area,
        providers: providers ?? null,
        accepting: accepting ?? null,
      })),
      source: draft.source.trim() || null,
      effectiveFrom: draft.surveyedOn,
    }),
  )
}

export interface BudgetDraft {
  readonly year: string
  /** Whole kroner by item; empty for a line without an amount. */
  readonly items: Readonly<Record<string, string>>
  readonly source: string
}

/** The budget of a year, line by line; a line that is left empty has no amount and is no zero. */
export function budgeting(draft: BudgetDraft, today: string): Checked<Omit<Body<'SetPalliativeBudget'>, 'region'>> {
  const { shape } = palliativeEvents.BudgetSet.data
  const year = wholeOrNone(draft.year)
  const items = BudgetItem.options.map((item) => ({ item, kroner: wholeOrNone(draft.items[item] ?? '') }))
  return checked(
    [
      ...problem(!shape.year.safeParse(year).success, 'budget-year', 'year'),
      ...items.flatMap(({ item, kroner }) => problem(kroner === undefined, `budget-${item}`, 'amount')),
      ...problem(
        items.every(({ kroner }) => kroner === null),
        `budget-${BudgetItem.options[0]}`,
        'noAmounts',
      ),
    ],
    () => ({
      year: year ?? 0,
      items: items.map(({ item, kroner }) => ({ item, oere: kroner == null ? null : kroner * 100 })),
      source: draft.source.trim() || null,
      effectiveFrom: today,
    }),
  )
}
