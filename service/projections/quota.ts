import { bitemporal } from './bitemporal.ts'
import type { Projection } from './projection.ts'

const columns = {
  area_kind: 'TEXT',
  area: 'TEXT',
  target_kind: 'TEXT',
  target: 'TEXT',
  cap: 'INTEGER',
  basis: 'TEXT',
  method: 'TEXT',
} as const

/** Caps that were proposed, one row for each area and group; `tried` is 1 for what a scenario proposes. */
export const quotaProposedTable = bitemporal({
  name: 'quota_proposed',
  columns: { ...columns, tried: 'INTEGER' },
  indexed: ['target'],
})

/** Caps that the committee adopted and has not suspended. */
export const quotaAdoptedTable = bitemporal({
  name: 'quota_adopted',
  columns: { ...columns, plan_ref: 'TEXT', document_ref: 'TEXT' },
  indexed: ['target'],
})

/** Caps by area and group. */
export const quotaProjection: Projection = {
  name: 'quota',
  version: 1,
  tables: [quotaProposedTable, quotaAdoptedTable],
  on: {
    QuotaProposed(write, { stream, metadata, data }) {
      const tried = Number(metadata.scenarioId !== undefined)
      write.put(quotaProposedTable, stream, { ...cellsOf(data), tried })
    },
    QuotaAdopted(write, { stream, data }) {
      const { planRef: plan_ref, documentRef: document_ref } = data
      write.put(quotaAdoptedTable, stream, { ...cellsOf(data), plan_ref, document_ref })
    },
    QuotaSuspended: (write, { stream }) => write.end(quotaAdoptedTable, stream),
  },
}

interface Cap {
  readonly area: { readonly kind: string; readonly code: string }
  readonly target: { readonly kind: string; readonly id: string }
  readonly cap: number
  readonly basis: string | null
  readonly method: string | null
}

function cellsOf({ area, target, cap, basis, method }: Cap) {
  return {
    area_kind: area.kind,
    area: area.code,
    target_kind: target.kind,
    target: target.id,
    cap,
    basis,
    method,
  }
}
