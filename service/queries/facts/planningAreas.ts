import { z } from 'zod'
import type { AsOf } from '#api/asOf'
import { MunicipalityCode, PlanningAreaId } from '#events/identifiers'
import { DrawnShape } from '#events/planningArea'
import { EffectiveDate } from '#events/time'
import { asOf, moment } from '../../projections/bitemporal.ts'
import { openEnd } from '../../projections/effectiveTimeline.ts'
import type { Views } from '../../projections/views.ts'

/** An area that a planner drew, as it is on a date. */
export interface DrawnArea {
  readonly id: PlanningAreaId
  readonly name: string
  readonly municipalities: readonly MunicipalityCode[]
  readonly shape: DrawnShape | null
  readonly validFrom: EffectiveDate
  /** Null while nobody has withdrawn it. */
  readonly validTo: EffectiveDate | null
}

/** Municipalities that several areas have, with those areas. */
export interface Overlap<Id extends string = PlanningAreaId> {
  readonly municipality: MunicipalityCode
  readonly areas: readonly Id[]
}

const Codes = z.array(MunicipalityCode)

/** Planning areas that hold on the date, by what was known; by name. */
export function planningAreasAt(views: Views, at: AsOf): readonly DrawnArea[] {
  const rows = views
    .statement<{
      key: string
      area: string
      name: string
      municipalities: string
      shape: string | null
      effective_from: string
      effective_to: string
    }>(
      `SELECT p.key, p.area, p.name, p.municipalities, p.shape, p.effective_from, p.effective_to
       FROM planning_area p WHERE ${asOf('p')} ORDER BY p.name, p.key`,
    )
    .all(moment(at))
  return rows.map((row) => ({
    id: PlanningAreaId.parse(row.area),
    name: row.name,
    municipalities: Codes.parse(JSON.parse(row.municipalities)),
    shape: row.shape === null ? null : DrawnShape.parse(JSON.parse(row.shape)),
    validFrom: EffectiveDate.parse(row.effective_from),
    validTo: row.effective_to === openEnd ? null : EffectiveDate.parse(row.effective_to),
  }))
}

/** Municipalities that more than one of the areas have. */
export function overlapsOf<Id extends string>(
  areas: readonly { readonly id: Id; readonly municipalities: readonly MunicipalityCode[] }[],
): readonly Overlap<Id>[] {
  const holders = new Map<MunicipalityCode, Id[]>()
  for (const { id, municipalities } of areas)
    for (const code of municipalities) holders.set(code, [...(holders.get(code) ?? []), id])
  return [...holders]
    .flatMap(([municipality, of]) => (of.length > 1 ? [{ municipality, areas: of }] : []))
    .toSorted((a, b) => a.municipality.localeCompare(b.municipality))
}
