import { z } from 'zod'
import { CaseId, MunicipalityCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { Answered } from '../asOf.ts'
import { view } from '../definitions.ts'
import { IssuedRulingRow } from './replay.ts'

/**
 * What two applications of one type can have in common: the municipalities, their health councils, whether the place
 * leaves its municipality, how far it moves, which rules are breached, and what the hearing said.
 */
export const LikeFeature = z.enum(['municipality', 'council', 'crossing', 'distance', 'breaches', 'positions'])
export type LikeFeature = z.infer<typeof LikeFeature>

/** Straight-line distance of a move: below 1 km, 5 km, 15 km, 50 km, or farther (ASSUMPTION: no source has classes). */
export const DistanceClass = z.enum(['below1', 'below5', 'below15', 'below50', 'farther'])
export type DistanceClass = z.infer<typeof DistanceClass>

/** What the hearing came to, by the answer that is most against; `none`: nobody was asked. */
export const HearingVoice = z.enum(['object', 'conditional', 'not-against', 'unanswered', 'none'])
export type HearingVoice = z.infer<typeof HearingVoice>

/** The features of one application. Null is not known, or says nothing for its type; what is null is not compared. */
export const LikeFeatures = z.object({
  municipality: z.array(MunicipalityCode).nullable(),
  council: z.array(z.string()).nullable(),
  crossing: z.boolean().nullable(),
  distance: DistanceClass.nullable(),
  breaches: z.array(z.string()).nullable(),
  positions: HearingVoice.nullable(),
})
export type LikeFeatures = z.infer<typeof LikeFeatures>

/**
 * Earlier rulings on applications of the same type, the most alike first. Every feature counts the same (ASSUMPTION: the
 * agreement weighs none of them); a case is close when at least three features can be compared and more than half of them agree.
 */
export const likeCasesView = view({
  path: '/views/like-cases',
  action: 'case.read',
  committeeOnly: true,
  params: z.object({ case: CaseId }),
  response: z.object({
    at: Answered,
    features: LikeFeatures,
    /** Earlier rulings of the type within the asker's reach; those most alike are told. */
    examined: z.int(),
    rows: z.array(
      IssuedRulingRow.extend({
        case: CaseId,
        caseNumber: z.string(),
        ruledOn: EffectiveDate,
        features: LikeFeatures,
        agrees: z.array(LikeFeature),
        differs: z.array(LikeFeature),
        close: z.boolean(),
      }),
    ),
  }),
})
