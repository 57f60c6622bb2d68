import type { ReactNode } from 'react'

/** One line of a proof: what it is, and its value. */
export function ProofFact({ label, value }: { readonly label: string; readonly value: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
