import { MunicipalityCode, RegionCode } from '#events/identifiers'
import type { AreaRef } from '#events/quota'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { areasInForce, municipalitiesOfRegion, regionOf } from '#geo/hierarchy'
import type { ParamsOf } from '../query.ts'
import { type DrawnArea, type Overlap, overlapsOf } from './planningAreas.ts'

/** An area that gets a part of its region's caps. */
export interface ProposalArea {
  /** Null for the rest: what of the region is in none of the areas. It takes its part, and is given no cap. */
  readonly ref: AreaRef | null
  readonly code: string
  readonly name: string
  readonly region: RegionCode
  readonly municipalities: MunicipalityCode[]
}

/** The areas of one region. Together they are the whole region, each municipality once; or they overlap. */
export interface RegionParts {
  readonly region: RegionCode
  readonly municipalities: readonly string[]
  readonly areas: readonly ProposalArea[]
  /** Municipalities in several of the areas; then nothing can be shared out over them. */
  readonly overlaps: readonly Overlap[]
}

type Found = Pick<ProposalArea, 'code' | 'name' | 'municipalities'> & { readonly ref: AreaRef }

/** The areas of every region asked for, on a date. Areas that cross a region's border are left out: a cap is one region's. */
export function partsOf(
  { kind, region: only }: Pick<ParamsOf<'capProposal'>, 'kind' | 'region'>,
  areas: AreaCatalogue,
  drawn: readonly DrawnArea[],
  on: string,
): readonly RegionParts[] {
  return areasInForce(areas, 'region', on)
    .filter(({ code }) => only === undefined || code === only)
    .map(({ code, name }) => {
      const region = RegionCode.parse(code)
      const municipalities = MunicipalityCode.array().parse(municipalitiesOfRegion(areas, code, on))
      const inside = new Set<string>(municipalities)
      const found = areasOf(kind, areas, drawn).filter((area) => area.municipalities.every((one) => inside.has(one)))
      const taken = new Set(found.flatMap((area) => area.municipalities))
      const left = municipalities.filter((one) => !taken.has(one))
      const rest: ProposalArea = { ref: null, code: `rest-${code}`, name, region, municipalities: left }
      return {
        region,
        municipalities,
        areas: [...found.map((area) => ({ ...area, region })), ...(left.length === 0 ? [] : [rest])],
        overlaps:
          kind === 'planningArea' ? overlapsOf(drawn.filter(({ id }) => found.some((one) => one.code === id))) : [],
      }
    })
}

/** An area that does not lie in one region, and names of the regions that it touches. */
export interface Crossing {
  readonly area: string
  readonly name: string
  readonly regions: string[]
}

/** Areas that `partsOf` leaves out because they do not lie in one region, of those that touch the region asked for. */
export function crossingOf(
  { kind, region: only }: Pick<ParamsOf<'capProposal'>, 'kind' | 'region'>,
  areas: AreaCatalogue,
  drawn: readonly DrawnArea[],
  on: string,
): Crossing[] {
  return areasOf(kind, areas, drawn).flatMap(({ code, name, municipalities }) => {
    const held = municipalities.map((one) => regionOf(areas, one, on))
    const codes = new Set(held.map((region) => region?.code))
    if (codes.size <= 1 || (only !== undefined && !codes.has(only))) return []
    const regions = areasInForce(areas, 'region', on).filter((region) => codes.has(region.code))
    return [{ area: code, name, regions: regions.map((region) => region.name) }]
  })
}

function areasOf(
  kind: ParamsOf<'capProposal'>['kind'],
  areas: AreaCatalogue,
  drawn: readonly DrawnArea[],
): readonly Found[] {
  if (kind === 'municipality')
    return areas.municipalities.map(({ code, name }) => {
      const municipality = MunicipalityCode.parse(code)
      return { ref: { kind, code: municipality }, code, name, municipalities: [municipality] }
    })
  if (kind === 'planningArea')
    return drawn.map(({ id, name, municipalities }) => ({
      ref: { kind, code: id },
      code: id,
      name,
      municipalities: [...municipalities],
    }))
  return areas.healthCouncils.known.flatMap(({ name, municipalities, complete }) =>
    complete && municipalities !== null
      ? [
          {
            ref: { kind, code: name },
            code: name,
            name,
            municipalities: MunicipalityCode.array().parse(municipalities),
          },
        ]
      : [],
  )
}
