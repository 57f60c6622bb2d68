import type { Participants } from '#events/docket'

/** A party of the collective agreement: the region and its municipalities together, or the physiotherapists. */
type Party = 'public' | 'physiotherapists'

/**
 * Parties of whom nobody takes part. Agreement is between the two parties of the collective agreement, so both must be
 * there; that one seat of each is enough is our ASSUMPTION, no source states a quorum.
 */
export function partiesMissing({ regional, municipal, physiotherapists }: Participants): readonly Party[] {
  return [
    ...(regional + municipal === 0 ? (['public'] as const) : []),
    ...(physiotherapists === 0 ? (['physiotherapists'] as const) : []),
  ]
}
