/** Degrees to five decimals: about a metre. */
export function fiveDecimals(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}
