import { z } from 'zod'

/** What the program reads of an evidence pack. Written on its own: nothing here comes from the service. */
const Figure = z.object({
  ref: z.string(),
  label: z.string(),
  value: z.union([z.number(), z.string()]).nullable(),
  unit: z.string(),
  formula: z.string(),
  inputs: z.record(z.string(), z.unknown()),
})
export type Figure = z.infer<typeof Figure>

const Event = z.looseObject({
  id: z.string(),
  type: z.string(),
  stream: z.string(),
  revision: z.number(),
  effectiveFrom: z.string(),
  recordedAt: z.string(),
  data: z.record(z.string(), z.unknown()),
})
export type Event = z.infer<typeof Event>

export const Pack = z.looseObject({
  format: z.literal('praksiskort.evidence'),
  version: z.literal(2),
  paper: z.looseObject({
    language: z.enum(['da', 'en']),
    checksum: z.string(),
    figures: z.array(Figure),
    blocks: z.array(z.looseObject({ kind: z.string() })),
  }),
  events: z.array(Event),
  ruleSet: z.looseObject({ parameters: z.record(z.string(), z.unknown()) }).nullable(),
  facts: z.record(z.string(), z.unknown()).nullable(),
  given: z.array(z.looseObject({ about: z.string(), dataVersions: z.array(z.string()) })),
  formulas: z.array(z.looseObject({ name: z.string() })),
  dataVersions: z.array(z.object({ name: z.string(), version: z.string() })),
  checksums: z.record(z.string(), z.string()),
})
export type Pack = z.infer<typeof Pack>
