import { z } from 'zod'

/** Codes of up to 98 municipalities, joined by commas: all that there are. */
export const MunicipalityList = z.string().regex(/^\d{4}(,\d{4}){0,97}$/)
