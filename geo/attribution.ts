/** Shown beside every map drawn from the built-in data; the licences ask for it. Equals `boundaries.json`. */
export const BUILT_IN_ATTRIBUTION = '© OpenStreetMap contributors (ODbL) · GeoNames (CC BY 4.0)'
