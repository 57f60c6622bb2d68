import type { Answer } from '../api.ts'
import { rampFor } from './palette.ts'

/** Class limits of what the map shows, and a token of colour for each class, lowest first. */
export interface Scale {
  readonly limits: readonly number[]
  readonly ramp: readonly `--${string}`[]
  /** The class of no change; null where the scale does not tell of change. */
  readonly middle: number | null
}

type Measure = Answer<'coverage'>['measure']

const timeRamp = ['--time-1', '--time-2', '--time-3', '--time-4', '--time-5', '--time-6'] as const
const worseToBetter = [
  '--div-neg-3',
  '--div-neg-2',
  '--div-neg-1',
  '--div-0',
  '--div-pos-1',
  '--div-pos-2',
  '--div-pos-3',
] as const

/** Whether more of the measure is better: of time and distance less is. */
export function moreIsBetter(measure: Measure): boolean {
  return measure !== 'nearest' && measure !== 'kth'
}

/** Whether the measure is of supply held against those who share it, by the weight of a decay. */
export function isScore(measure: Measure): boolean {
  return moreIsBetter(measure) && measure !== 'share'
}

/** Limits of a change, the same for every pair of dates. */
const steps = { share: [0.02, 0.1, 0.3], cost: [2, 10, 30] } as const

/** The scale of a measure: its own classes and ramp. */
export function scaleOf({ measure, breaks }: Pick<Answer<'coverage'>, 'measure' | 'breaks'>): Scale {
  return { limits: breaks, ramp: moreIsBetter(measure) ? rampFor(breaks.length + 1) : timeRamp, middle: null }
}

/** The scale of a change in a measure: orange is worse, blue is better, whichever way the measure runs. */
export function changeScale(measure: Measure): Scale {
  const of = steps[moreIsBetter(measure) ? 'share' : 'cost']
  return {
    limits: [...of.toReversed().map((step) => -step), ...of],
    ramp: moreIsBetter(measure) ? worseToBetter : worseToBetter.toReversed(),
    middle: of.length,
  }
}
