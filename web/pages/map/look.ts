import type { FeatureCollection, Point } from 'geojson'
import { type Figures, rampOf } from '../../map/figures.ts'
import type { LayerId } from '../../map/layerNames.ts'
import type { Look } from '../../map/layers/look.ts'
import { radiusScale } from './places.ts'

/** How the map looks with the figures of capacity and these clinics. `limits` are those of the capacity's classes. */
export function lookOf(
  shown: ReadonlySet<LayerId>,
  figures: Figures,
  limits: readonly number[],
  clinics: FeatureCollection<Point>,
  state: { readonly inTable: boolean; readonly wholeCountry: boolean },
): Look {
  const values = [...figures.values()]
  return {
    coloured: shown.has('capacity'),
    clinics: shown.has('clinics') && !state.inTable,
    ridingSchools: shown.has('ridingSchools') && !state.inTable,
    ramp: rampOf(limits),
    lowest: values.filter((one) => one.class === 0).map(({ code }) => code),
    unknown: values.filter((one) => one.class === null).map(({ code }) => code),
    radius: radiusScale(clinics),
    wholeCountry: state.wholeCountry,
  }
}
