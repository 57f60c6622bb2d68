import { z } from 'zod'
import { MunicipalityCode, PlanningAreaId, RegionCode } from '#events/identifiers'
import { DrawnShape } from '#events/planningArea'
import { EffectiveDate } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'
import { MunicipalityList } from '../municipalityList.ts'

/**
 * Pieces that an area falls into. Municipalities hang together by a border on land or a bridge or tunnel; a ferry joins
 * nothing. An island municipality that no fixed link reaches is a piece of its own and no fault: `island`.
 */
const Piece = z.object({
  municipalities: z.array(MunicipalityCode),
  inhabitants: z.int(),
  kind: z.enum(['main', 'island', 'apart']),
})
export const Contiguity = z.object({
  /** False when a piece is `apart`. */
  isContiguous: z.boolean(),
  pieces: z.array(Piece),
})
export type Contiguity = z.infer<typeof Contiguity>

const PlanningArea = z.object({
  id: PlanningAreaId,
  name: z.string(),
  municipalities: z.array(MunicipalityCode),
  shape: DrawnShape.nullable(),
  validFrom: EffectiveDate,
  validTo: EffectiveDate.nullable(),
  /** Region where most of the inhabitants live; null before there were regions. */
  region: RegionCode.nullable(),
  inhabitants: z.int(),
  physiotherapists: z.int(),
  contiguity: Contiguity,
})
export type PlanningArea = z.infer<typeof PlanningArea>

/** Planning areas that hold on the date, with the municipalities that several of them claim. */
export const planningAreasView = view({
  path: '/views/planning-areas',
  action: 'map.read',
  params: AsOfParams,
  response: z.object({
    at: Answered,
    areas: z.array(PlanningArea),
    overlaps: z.array(z.object({ municipality: MunicipalityCode, areas: z.array(PlanningAreaId) })),
  }),
})

const corner = String.raw`-?\d{1,3}(\.\d{1,7})? -?\d{1,2}(\.\d{1,7})?`

/** Why a line is not looked at yet: it is not closed to a shape. Nobody is told off for drawing. */
export const Unfinished = z.enum(['fewCorners', 'crossesItself', 'noArea', 'nobodyInside'])
export type Unfinished = z.infer<typeof Unfinished>

/**
 * Sums of an area that is being drawn or picked. Give `municipalities`, or `polygon`: corners as `lng lat` joined by
 * commas, rings by `;`; the ring closes itself. A half-drawn shape is answered with why it is not judged.
 */
export const planningAreaSketchView = view({
  path: '/views/planning-area-sketch',
  action: 'map.read',
  params: AsOfParams.extend({
    municipalities: MunicipalityList.optional(),
    polygon: z
      .string()
      .max(8000)
      .regex(new RegExp(`^${corner}([,;]${corner})*$`))
      .optional(),
  }).refine(({ municipalities, polygon }) => (municipalities === undefined) !== (polygon === undefined), {
    path: ['municipalities'],
    error: 'expected either municipalities or a polygon',
  }),
  response: z.object({
    at: Answered,
    /** Null when the shape is whole. */
    unfinished: Unfinished.nullable(),
    /** Where the line crosses itself, `[lng, lat]`. */
    crossing: z.tuple([z.number(), z.number()]).nullable(),
    /**
     * What the area would consist of: those picked, or those where at least half of the inhabitants live inside the line.
     */
    municipalities: z.array(MunicipalityCode),
    /**
     * Municipalities that the line goes through, with the part of their inhabitants inside in per cent, in steps of 5.
     * Whether it is at least half is judged before that: 50 belongs or does not, as `belongs` says.
     */
    cut: z.array(
      z.object({ municipality: MunicipalityCode, name: z.string(), insidePercent: z.int(), belongs: z.boolean() }),
    ),
    /** Of the whole `municipalities`, as the saved area has them: the line only chooses them. */
    inhabitants: z.int().nullable(),
    /** Persons with a number at a clinic in the `municipalities`. */
    physiotherapists: z.int().nullable(),
    /** What lies inside the line itself, people rounded to whole hundreds; null where municipalities were picked. */
    insideLine: z.object({ inhabitants: z.int(), physiotherapists: z.int() }).nullable(),
    contiguity: Contiguity.nullable(),
    /** Areas that have a municipality of this one already. */
    overlaps: z.array(z.object({ area: PlanningAreaId, name: z.string(), municipalities: z.array(MunicipalityCode) })),
  }),
})
