import { contactDirectory } from './contactDirectory.ts'
import { municipalOffer } from './municipalOffer.ts'
import { noDuplicates } from './noDuplicates.ts'

/** The rules on what municipalities publish; each has facts of its own. */
export const municipalRules = [municipalOffer, noDuplicates, contactDirectory] as const
