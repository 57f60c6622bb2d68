import { z } from 'zod'
import { Source } from '#events/finding'
import { Paper } from './paper.ts'

/** What a reader of the file checks first. */
export const evidenceFormat = { name: 'praksiskort.evidence', version: 2 } as const

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * Everything that a paper's figures are made from: the events, the rule set, the facts that the rules looked at,
 * the formulas by name and version, and the data by version. Checksums are SHA-256 over the canonical JSON of each part (keys in order, no space), and over all.
 */
export const EvidencePack = z.object({
  format: z.literal(evidenceFormat.name),
  version: z.literal(evidenceFormat.version),
  paper: Paper,
  events: z.array(
    z.object({
      id: z.uuid(),
      type: z.string(),
      version: z.int(),
      stream: z.string(),
      revision: z.int(),
      effectiveFrom: z.string(),
      recordedAt: z.string(),
      /** Role and organisation of who acted, never the person. */
      by: z.object({ role: z.string(), organisation: z.string().nullable() }),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
  ruleSet: z
    .object({
      name: z.string(),
      version: z.int(),
      parameters: z.record(z.string(), z.unknown()),
      sources: z.record(z.string(), Source),
    })
    .nullable(),
  /**
   * What the rules looked at when they made the findings, gathered again from the register as it was known then; null
   * for a paper without findings. Numbers that events say are said there with the events (`inputs`).
   */
  facts: z.record(z.string(), z.unknown()).nullable(),
  formulas: z.array(z.object({ name: z.string(), da: z.string(), en: z.string() })),
  dataVersions: z.array(z.object({ name: z.string(), version: z.string() })),
  /** What is not made from the events of this file, and which versions of which data it comes from. */
  given: z.array(z.object({ about: z.string(), dataVersions: z.array(z.string()), da: z.string(), en: z.string() })),
  checksums: z.object({
    paper: Sha256,
    events: Sha256,
    ruleSet: Sha256,
    facts: Sha256,
    formulas: Sha256,
    dataVersions: Sha256,
    given: Sha256,
    whole: Sha256,
  }),
})
export type EvidencePack = z.infer<typeof EvidencePack>
