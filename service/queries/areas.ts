import { MunicipalityCode, RegionCode } from '#events/identifiers'
import { areasInForce, municipalitiesOfRegion, regionOf } from '#geo/hierarchy'
import { landMaxZoom } from '../landTiles.ts'
import { answered } from './answered.ts'
import { boundariesInForce } from './boundaries.ts'
import { municipalitiesOn } from './drawnMunicipalities.ts'
import type { Query } from './query.ts'

/** Regions and municipalities in force on the date, before 2007 today's municipalities; the former counties, which old agreements still name; the shapes. */
export const areas: Query<'areas'> = (views, at, _scope, _params, { geography }) => {
  const { areas: catalogue, tiles } = geography
  const on = at.effectiveOn
  const { version, shapes, accuracy, attribution } = boundariesInForce(views, at, geography)
  return {
    at: answered(views, at),
    regions: areasInForce(catalogue, 'region', on).map(({ code, name }) => ({
      code: RegionCode.parse(code),
      name,
      municipalities: MunicipalityCode.array().parse(municipalitiesOfRegion(catalogue, code, on)),
    })),
    municipalities: municipalitiesOn(catalogue, on).municipalities.map(({ code, name }) => ({
      code: MunicipalityCode.parse(code),
      name,
      region: RegionCode.nullable().parse(regionOf(catalogue, code, on)?.code ?? null),
    })),
    formerCounties: catalogue.counties.map(({ code, name, municipalitiesWhole, municipalitiesPart }) => ({
      code,
      name,
      municipalities: MunicipalityCode.array().parse([...municipalitiesWhole, ...municipalitiesPart].toSorted()),
    })),
    boundaries: {
      version,
      href: `/api/geography/${shapes.sha256}.topojson`,
      sha256: shapes.sha256,
      confirmWithinM: accuracy.confirmWithinM,
      attribution,
      tiles: { href: `/api/geography/${shapes.sha256}/tiles/${tiles.edition}/{z}/{x}/{y}`, maxZoom: landMaxZoom },
      places: shapes.places().map(({ label: [lng, lat], bounds: [west, south, east, north], ...place }) => ({
        ...place,
        label: [lng, lat],
        bounds: [west, south, east, north],
      })),
    },
  }
}
