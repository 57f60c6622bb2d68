import type { SupplySymbol } from './supplySymbols.ts'

/** One stroke or fill of a symbol, in a box of 22. */
interface Part {
  readonly path: string
  readonly fill?: `--${string}`
  readonly stroke?: `--${string}`
  readonly width?: number
}

const disc = 'M11 3.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 1 0 0-15Z'
const diamond = 'M11 1.5 20.5 11 11 20.5 1.5 11Z'
const square = 'M3 3h16v16H3Z'

/**
 * The symbols of supply, for the map's images and the legend's drawings alike: filled disc, diamond, cross in a square,
 * amber disc with a clock's hands, hollow disc with a stroke through it, house in a square.
 */
export const supplyParts: Readonly<Record<SupplySymbol, readonly Part[]>> = {
  clinic: [{ path: disc, fill: '--sym-provider', stroke: '--surface', width: 1.5 }],
  school: [
    { path: diamond, fill: '--sym-ride', stroke: '--surface', width: 1.2 },
    { path: 'M8.6 14.2c-1.5-4.6.2-6.8 2.4-6.8s3.9 2.2 2.4 6.8', stroke: '--surface', width: 1.7 },
  ],
  therapist: [
    { path: square, fill: '--sym-pall', stroke: '--surface', width: 1.5 },
    { path: 'M11 6.5v9M6.5 11h9', stroke: '--surface', width: 2 },
  ],
  grace: [
    { path: disc, fill: '--time-3', stroke: '--sym-provider', width: 1.5 },
    { path: 'M11 6.8V11l3 2', stroke: '--sym-provider', width: 1.6 },
  ],
  out: [
    { path: disc, fill: '--surface', stroke: '--ink-3', width: 1.6 },
    { path: 'M5.9 16.1 16.1 5.9', stroke: '--ink-3', width: 1.6 },
  ],
  offer: [
    { path: square, fill: '--surface', stroke: '--accent', width: 1.7 },
    { path: 'M6.5 11.2 11 7l4.5 4.2M7.8 10.4v4.8h6.4v-4.8', stroke: '--accent', width: 1.7 },
  ],
}
