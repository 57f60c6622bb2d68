import { useId } from 'react'
import { Hatch } from './AreaSymbol.tsx'
import type { Agreement } from './agreements.ts'

const width = 68

/** Hours as a bar with the dotted mark of R-17: filled when under way, hatched while not begun, hollow when under the mark. */
export function HoursBar({
  row,
  most,
  minHours,
}: {
  readonly row: Agreement
  readonly most: number
  readonly minHours: number | null
}) {
  const id = useId()
  const x = (hoursTenths: number) => (hoursTenths / Math.max(most, 1)) * (width - 4)
  const kind = row.status !== 'started' ? 'waiting' : row.shortTenths > 0 ? 'short' : 'full'
  return (
    <svg className="hours-bar" width={width} height={18} aria-hidden="true">
      {kind === 'waiting' && <Hatch id={id} />}
      <rect
        className={kind}
        x={1}
        y={4}
        width={Math.max(x(row.hoursTenths), 2)}
        height={10}
        rx={1.5}
        {...(kind === 'waiting' ? { fill: `url(#${id})` } : {})}
      />
      {minHours !== null && <path className="mark" d={`M${x(minHours) + 1} 1v16`} />}
    </svg>
  )
}
