import { z } from 'zod'
import { RegionCode } from '#events/identifiers'
import { type AreaRef, type QuotaTarget, quotaEvents, quotaStream } from '#events/quota'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const base = { effectiveFrom: EffectiveDate }
const stream = ({ area, target }: { area: AreaRef; target: QuotaTarget }) => quotaStream(area, target)
const { parameters, count, ...adoption } = quotaEvents.QuotaAdopted.data.shape

/** Commands about how many may be documented for a group in an area. */
export const quotaCommands = [
  command({
    type: 'ProposeQuota',
    path: '/commands/propose-quota',
    action: 'quota.propose',
    body: z.object({ ...base, ...quotaEvents.QuotaProposed.data.shape }),
    stream,
  }),
  command({
    type: 'AdoptQuota',
    path: '/commands/adopt-quota',
    action: 'case.rule',
    body: z.object({
      ...base,
      ...adoption,
      /** What is null here is named by the refusal; nothing is filled in silently. */
      parameters: z.object({
        factorHundredths: parameters.shape.factorHundredths.nullable(),
        rounding: parameters.shape.rounding.nullable(),
        minCap: parameters.shape.minCap.nullable(),
        basis: parameters.shape.basis.nullable(),
      }),
      /** `value` null: the count is not known, or `hidden`, and can carry no adopted cap. */
      count: z.object({
        value: count.shape.value.nullable(),
        hidden: z.boolean(),
        asOf: count.shape.asOf.nullable(),
        source: count.shape.source.nullable(),
      }),
    }),
    stream,
  }),
  /** A cap of a proposal that the committee granted: proposed and adopted at once, by the parameters in force. */
  command({
    type: 'AdoptProposedQuota',
    path: '/commands/adopt-proposed-quota',
    action: 'process.run',
    body: z.object({ ...base, ...adoption, region: RegionCode }),
    stream,
  }),
  command({
    type: 'SuspendQuota',
    path: '/commands/suspend-quota',
    action: 'case.rule',
    body: z.object({ ...base, ...quotaEvents.QuotaSuspended.data.shape }),
    stream,
  }),
] as const

export type QuotaCommand = CommandOf<(typeof quotaCommands)[number]>
