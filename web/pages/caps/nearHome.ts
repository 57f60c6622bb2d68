/** Whether everybody has somebody documented near, as far as it is known for the chosen group. */
export interface Near {
  readonly state: 'near' | 'far' | 'family' | 'notSmall' | 'noSize' | 'waiting' | 'failed' | 'noPlan'
  /** Municipalities where some live farther away than the limit; null while that is not known. */
  readonly far: readonly string[] | null
  readonly maxKm: number
  /** R-28 is about groups under so many persons in the country. */
  readonly smallBelow: number | null
}

/** Municipalities of those asked about where not everybody is within the limit. */
export function farIn(
  rows: readonly { readonly municipality: string; readonly people: number; readonly within: number }[],
  municipalities: ReadonlySet<string>,
): readonly string[] {
  return rows.flatMap(({ municipality, people, within }) =>
    municipalities.has(municipality) && people > within ? [municipality] : [],
  )
}
