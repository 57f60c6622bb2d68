import { z } from 'zod'
import type { AsOf } from '#api/asOf'
import { EventId } from '#events/envelope'
import { PlanParameters } from '#events/planParameters'
import { ApportionmentMethod, type AreaRef } from '#events/quota'
import { asOf, moment } from '../../projections/bitemporal.ts'
import type { Views } from '../../projections/views.ts'
import type { CapTarget } from './caps.ts'

/** A cap that somebody set for a group in an area. */
export interface Quota {
  readonly cap: number
  readonly status: 'proposed' | 'adopted'
  readonly planRef: string | null
  readonly basis: PlanParameters['capBasis'] | null
  readonly method: ApportionmentMethod | null
  /** True where documented persons are measured by it; a proposal that nobody adopted measures only in its own scenario. */
  readonly governs: boolean
  readonly inputs: readonly EventId[]
}

/** Caps in force on a date, by what was known. */
export interface Quotas {
  of(area: { readonly kind: string; readonly code: string }, target: Pick<CapTarget, 'id'>): Quota | null
}

interface Row {
  readonly area_kind: AreaRef['kind']
  readonly area: string
  readonly target: string
  readonly cap: number
  readonly basis: string | null
  readonly method: string | null
  readonly inputs: string
}

const columns = 'q.area_kind, q.area, q.target, q.cap, q.basis, q.method, q.inputs'
const Inputs = z.array(EventId)

/**
 * The cap of every area and group on the date: what a scenario tries before what is adopted, and what is adopted before
 * what is only proposed on the register itself.
 */
export function quotasAt(views: Views, at: AsOf): Quotas {
  const proposed = views
    .statement<Row & { tried: number }>(`SELECT ${columns}, q.tried FROM quota_proposed q WHERE ${asOf('q')}`)
    .all(moment(at))
  const adopted = views
    .statement<Row & { plan_ref: string }>(`SELECT ${columns}, q.plan_ref FROM quota_adopted q WHERE ${asOf('q')}`)
    .all(moment(at))
  const found = new Map<string, Quota>()
  const keyOf = (kind: string, area: string, target: string) => `${kind} ${target} ${area}`
  const put = (row: Row, quota: Pick<Quota, 'status' | 'planRef' | 'governs'>) =>
    found.set(keyOf(row.area_kind, row.area, row.target), {
      cap: row.cap,
      basis: PlanParameters.shape.capBasis.nullable().parse(row.basis),
      method: ApportionmentMethod.nullable().parse(row.method),
      inputs: Inputs.parse(JSON.parse(row.inputs)),
      ...quota,
    })
  // The later put wins.
  for (const row of proposed) if (row.tried === 0) put(row, { status: 'proposed', planRef: null, governs: false })
  for (const row of adopted) put(row, { status: 'adopted', planRef: row.plan_ref, governs: true })
  for (const row of proposed) if (row.tried === 1) put(row, { status: 'proposed', planRef: null, governs: true })
  return { of: ({ kind, code }, { id }) => found.get(keyOf(kind, code, id)) ?? null }
}
