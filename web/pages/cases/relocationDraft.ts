import { z } from 'zod'
import { Address, PlacementCertainty, Position2d } from '#events/place'
import type { RelocationForm } from './openCaseForm.ts'

/** The relocation form as this browser keeps it. */
export const RelocationDraft: z.ZodType<RelocationForm> = z.object({
  clinic: z.object({ id: z.string(), name: z.string(), address: z.string(), from: Address }).nullable(),
  applicant: z.string(),
  text: z.string(),
  postcode: z.string(),
  town: z.string(),
  position: Position2d.nullable(),
  municipality: z.string(),
  certainty: PlacementCertainty,
  receivedOn: z.string(),
  wantedFrom: z.string(),
  previousUntil: z.string(),
  accessibility: z.string(),
})
