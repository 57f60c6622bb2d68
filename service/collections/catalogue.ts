import { clinics } from './clinics.ts'
import type { Collection } from './collection.ts'
import { municipalities } from './municipalities.ts'
import { municipalOffers } from './municipalOffers.ts'
import { ridingSchools } from './ridingSchools.ts'

export type { Collection } from './collection.ts'

/** Every spatial output. */
export const collections: readonly Collection[] = [municipalities, clinics, ridingSchools, municipalOffers]
