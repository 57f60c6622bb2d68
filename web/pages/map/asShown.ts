import type { Answer } from '../../api.ts'

/** How the figures of an answer are written in a file: shares in percent, and to how many decimals. Scores of small groups are small. */
export function asShown({ measure, unit }: Pick<Answer<'coverage'>, 'measure' | 'unit'>) {
  const cost = unit === 'km' ? 1 : 0
  const isShare = measure === 'share'
  const isCost = measure === 'nearest' || measure === 'kth'
  return {
    factor: isShare ? 100 : 1,
    value: isShare ? 1 : isCost ? cost : 6,
    /** Of a change in the value. */
    change: isShare || isCost ? 1 : 6,
    /** Of a time or a distance. */
    cost,
  } as const
}
