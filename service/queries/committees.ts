/** Region Østdanmark takes over from 2027-01-01 (S_OST); nobody acts for it before. */
const replaced: Readonly<Record<string, readonly string[]>> = { ost: ['1084', '1085'] }

/** Regions whose cases a region's committee has: its own, and those of the regions that it took over. */
export function regionsOf(organisation: string | null): readonly string[] {
  return organisation === null ? [] : [organisation, ...(replaced[organisation] ?? [])]
}
