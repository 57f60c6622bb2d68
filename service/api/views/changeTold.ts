import { z } from 'zod'

const text = z.string().optional().catch(undefined)
const place = z
  .object({ text: z.string(), town: z.string().nullable().optional().catch(undefined) })
  .optional()
  .catch(undefined)

/** What of a change's command tells it in words: names that it gives, addresses, and what it says of a clinic or a pathway. */
export const ChangeTold = z.object({
  name: text,
  clinic: text,
  school: text,
  area: text,
  savesPermille: z.number().optional().catch(undefined),
  accepts: z.boolean().optional().catch(undefined),
  address: place,
  from: place,
  to: place,
})
