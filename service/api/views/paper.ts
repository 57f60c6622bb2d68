import { z } from 'zod'
import { Outcome } from '#events/finding'
import { CaseId, MunicipalityCode, RegionCode } from '#events/identifiers'
import { EffectiveDate, RecordedAt } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'

/** What is printed: the case for the meeting, the letter that asks a municipality, the letter that tells the ruling. */
export const PaperKind = z.enum(['case', 'hearing', 'ruling'])
export type PaperKind = z.infer<typeof PaperKind>

/** What is printed of a meeting. */
export const MeetingPaperKind = z.enum(['agenda', 'minutes'])
export type MeetingPaperKind = z.infer<typeof MeetingPaperKind>

export const PaperLanguage = z.enum(['da', 'en'])
export type PaperLanguage = z.infer<typeof PaperLanguage>

/** A stretch of text: plain, or a short reference that is a link to its proof. */
const Span = z.union([z.string(), z.object({ ref: z.string() }), z.object({ strong: z.string() })])
const Line = z.array(Span)
export type PaperLine = z.infer<typeof Line>

/** A drawing in greyscale with the words that stand for it. */
const Drawing = z.object({ title: z.string(), svg: z.string(), alt: z.string() })

const Cell = z.object({ line: Line, note: z.string().optional(), icon: Outcome.optional() })
export type PaperCell = z.infer<typeof Cell>

const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string(), newPage: z.boolean().optional() }),
  z.object({ kind: z.literal('text'), line: Line }),
  z.object({ kind: z.literal('list'), items: z.array(Line) }),
  /** What the reader must not miss: framed. */
  z.object({ kind: z.literal('frame'), title: z.string(), lines: z.array(Line), items: z.array(Line) }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    columns: z.array(
      z.object({
        title: z.string(),
        isNumber: z.boolean().optional(),
        /** Part of the width; columns without one are as wide as they need. */
        width: z.number().optional(),
      }),
    ),
    rows: z.array(z.array(Cell)),
  }),
  z.object({
    kind: z.literal('drawings'),
    drawings: z.array(Drawing),
    /** Keys under the drawings, each with its shade or its symbol. */
    keys: z.array(z.object({ svg: z.string(), text: z.string() })),
  }),
  /** Boxes to tick on paper. */
  z.object({ kind: z.literal('ballot'), choices: z.array(z.string()) }),
])
export type PaperBlock = z.infer<typeof Block>

/**
 * A figure of the paper: its value in the step of its unit, the formula that makes it and what goes into it, so that
 * somebody else can compute it again.
 */
export const PaperFigure = z.object({
  ref: z.string(),
  label: z.string(),
  /** Null when it is not known or not told. */
  value: z.union([z.number(), z.string()]).nullable(),
  unit: z.string(),
  /** Name and version: `sum@1`. */
  formula: z.string(),
  inputs: z.record(z.string(), z.unknown()),
})
export type PaperFigure = z.infer<typeof PaperFigure>

/** What a short reference stands for, and where in the product its proof is. */
const Reference = z.object({ ref: z.string(), text: z.string(), path: z.string() })
export type PaperReference = z.infer<typeof Reference>

/** What a paper says, apart from how it is set: pages and PDF are made from it, and nothing else. */
export const Paper = z.object({
  kind: z.enum([...PaperKind.options, ...MeetingPaperKind.options]),
  language: PaperLanguage,
  title: z.string(),
  /** `Udkast` while findings are unsettled; null for a paper that is not one. */
  draft: z.string().nullable(),
  /** Sender and occasion, at the top of every page. */
  head: z.object({ left: z.array(z.string()), right: z.array(z.string()) }),
  facts: z.array(z.object({ label: z.string(), text: z.string() })),
  blocks: z.array(Block),
  figures: z.array(PaperFigure),
  references: z.array(Reference),
  stamp: z.object({
    effectiveOn: EffectiveDate,
    recordedAt: RecordedAt,
    /** Number of the last event that was known. */
    event: z.int(),
    ruleSet: z.string().nullable(),
    ruleSetVersion: z.int().nullable(),
    synthetic: z.boolean(),
  }),
  /** At the foot of every page, with the page number. */
  foot: z.array(z.string()),
  /** SHA-256 of all of the above as canonical JSON, but for `foot`, which tells it. */
  checksum: z.string(),
})
export type Paper = z.infer<typeof Paper>

/** The two times, and which paper in which language. */
export const PaperParams = AsOfParams.omit({ scenario: true }).extend({
  kind: PaperKind,
  case: CaseId,
  /** Whom a hearing letter is to. */
  municipality: MunicipalityCode.optional(),
  language: PaperLanguage.default('da'),
})

export const paperView = view({
  path: '/views/paper',
  action: 'case.read',
  committeeOnly: true,
  params: PaperParams,
  response: z.object({ at: Answered, region: RegionCode, paper: Paper }),
})

/** The two times, and which paper of which meeting. */
export const MeetingPaperParams = AsOfParams.omit({ scenario: true }).extend({
  kind: MeetingPaperKind,
  region: RegionCode,
  meetingOn: EffectiveDate,
  language: PaperLanguage.default('da'),
})

export const meetingPaperView = view({
  path: '/views/meeting-paper',
  action: 'meeting.read',
  committeeOnly: true,
  params: MeetingPaperParams,
  response: z.object({ at: Answered, paper: Paper }),
})
