import type { EventId } from '#events/envelope'
import type { RegionCode } from '#events/identifiers'
import type { PalliativeArea, Section2Figures, SizingBasis } from '#events/palliative'
import type { Position2d } from '#events/place'
import type { EffectiveDate } from '#events/time'

/** A therapist who treats at home, as the register has them. */
export interface HomeTherapist {
  /** Whether they take new patients, and on which day they said so; null when they never did. */
  readonly accepts: boolean | null
  readonly saidOn: EffectiveDate | null
  readonly position: Position2d | null
  /** Kilometres that they drive; null when not stated. */
  readonly radiusKm: number | null
}

/** What a survey counted in one area. */
export interface SurveyFact {
  readonly surveyedOn: EffectiveDate
  readonly responsePercent: number | null
  readonly providers: number | null
  readonly accepting: number | null
}

/** One area that must be covered by itself, before the change and after it; the same twice without one. */
export interface PalliativeAreaFact {
  readonly area: PalliativeArea
  readonly before: readonly HomeTherapist[]
  readonly after: readonly HomeTherapist[]
  readonly survey: SurveyFact | null
  readonly inputs: readonly EventId[]
}

/** the areas that a change concerns, or the one that is followed up. */
export interface PalliativeFacts {
  readonly on: EffectiveDate
  /** Empty when no palliative therapist is concerned. */
  readonly areas: readonly PalliativeAreaFact[]
  /** Fields that the application leaves out. */
  readonly lacks: readonly string[]
}

/** the agreement that an applicant joins. */
export interface Section2Facts {
  readonly region: RegionCode
  readonly proposal: {
    readonly figures: Section2Figures
    readonly basis: SizingBasis
    readonly adopted: boolean
  } | null
  /** Therapists in the agreement once the applicant has joined. */
  readonly membersAfter: number
  readonly lacks: readonly string[]
  readonly inputs: readonly EventId[]
}
