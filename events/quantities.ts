import { z } from 'zod'

/** Hours a week in tenths, so that sums compared with a limit are exact: 370 is 37.0 h. */
export const HoursTenths = z.int().min(0).max(100_000).meta({ description: 'Hours a week in tenths' })

/** Capacity units in hundredths: 240 is 2.40 units. */
export const UnitsHundredths = z.int().min(0).max(1_000_000).meta({ description: 'Capacity units in hundredths' })

/** Money in øre. */
export const Oere = z.int().min(0).meta({ description: 'Danish øre' })

/** A share of one number in hundredths: 60 is 0.60. */
export const ShareHundredths = z.int().min(1).max(100).meta({ description: 'Share in hundredths, 100 is the whole' })
