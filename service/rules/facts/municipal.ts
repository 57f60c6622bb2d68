import type { ContactDepartment } from '#events/contacts'
import type { EventId } from '#events/envelope'
import type { MunicipalityCode } from '#events/identifiers'
import type { Included, OfferService } from '#events/municipalOffer'
import type { Address } from '#events/place'
import type { EffectiveDate } from '#events/time'
import type { Asked } from '../rule.ts'

/** one service of one municipality's offer. */
export interface OfferFacts extends Asked {
  readonly municipality: MunicipalityCode
  readonly service: OfferService
  /** Unknown where the offer does not say, and where no offer is published. */
  readonly included: Included
  readonly condition: string | null
  readonly places: readonly Address[]
  readonly inputs: readonly EventId[]
}

/** what practices and the municipality each have of the same thing. Null when not known. */
export interface BothOffersFacts extends Asked {
  readonly municipality: MunicipalityCode
  readonly practice: number | null
  readonly municipal: number | null
  readonly inputs: readonly EventId[]
}

/** one department of the directory. */
export interface ContactFacts extends Asked {
  readonly municipality: MunicipalityCode
  readonly department: ContactDepartment
  readonly on: EffectiveDate
  readonly entry: {
    readonly locationNumber: string | null
    readonly phone: string | null
    readonly mail: string | null
    readonly confirmedOn: EffectiveDate
  } | null
  readonly inputs: readonly EventId[]
}
