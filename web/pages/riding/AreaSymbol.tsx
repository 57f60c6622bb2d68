import { useId } from 'react'
import type { Agreement } from './agreements.ts'

/** The kind of a coverage area by its shape: a filled box, a dashed line, a hatched box. The words stand beside it. */
export function AreaSymbol({ area }: { readonly area: Agreement['area'] }) {
  const id = useId()
  const isGuess = area.kind === 'unknown' || (area.kind === 'county' && area.codes.length === 0)
  if (area.kind === 'county' && !isGuess)
    return (
      <svg className="area-symbol" width={18} height={12} aria-hidden="true">
        <path className="county" d="M1 6h16" />
      </svg>
    )
  return (
    <svg className="area-symbol" width={18} height={12} aria-hidden="true">
      {isGuess && <Hatch id={id} />}
      <rect
        className={area.kind === 'county' ? 'box dashed' : 'box'}
        x={1}
        y={1}
        width={16}
        height={10}
        rx={1.5}
        fill={isGuess ? `url(#${id})` : 'var(--sym-ride-tint)'}
      />
    </svg>
  )
}

/** Slanted lines for what is not known or not begun; `tone` is the colour of the lines. */
export function Hatch({ id, tone = 'var(--sym-ride)' }: { readonly id: string; readonly tone?: string }) {
  return (
    <defs>
      <pattern id={id} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={5} height={5} fill="var(--surface)" />
        <rect width={1.6} height={5} fill={tone} />
      </pattern>
    </defs>
  )
}
