import { z } from 'zod'
import { CaseId, MunicipalityCode, RegionCode } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'

/** What falls due, or happens, on a day. */
const DeadlineKind = z.enum(['hearing', 'information', 'meeting', 'wantedFrom', 'referral', 'halfYear'])

/** Days that something is due or happens on, the earliest first, as far as the asker may know of it. */
export const deadlinesView = view({
  path: '/views/deadlines',
  action: 'case.read',
  params: AsOfParams.extend({ region: RegionCode.optional() }),
  response: z.object({
    at: Answered,
    rows: z.array(
      z.object({
        on: EffectiveDate,
        kind: DeadlineKind,
        case: CaseId.nullable(),
        number: z.string().nullable(),
        /** Municipality that a hearing waits for. */
        municipality: MunicipalityCode.nullable(),
        /** Region of a meeting or of half-yearly data. */
        region: RegionCode.nullable(),
        /** The piece of information, the half-year, or the ruling's number. */
        what: z.string().nullable(),
      }),
    ),
  }),
})
