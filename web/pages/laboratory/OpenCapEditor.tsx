import type { RefObject } from 'react'
import type { CapBasis } from '#api/views/caps'
import type { Caps } from '../caps/capsAnswer.ts'
import { CapEditor } from './CapEditor.tsx'
import { stepped } from './gridKeys.ts'
import type { MatrixCell } from './matrix.ts'
import type { Laid } from './matrixRows.ts'
import type { MatrixKeys } from './useMatrixKeys.ts'

/** The editor of the cell that is being edited, beside it in the window; nothing while none is. */
export function OpenCapEditor({
  data,
  laid,
  basis,
  keys,
  table,
  onProof,
}: {
  readonly data: Caps
  readonly laid: Laid
  readonly basis: CapBasis
  readonly keys: MatrixKeys
  readonly table: RefObject<HTMLTableElement | null>
  readonly onProof: (cell: MatrixCell) => void
}) {
  const { editing } = keys
  const area = data.areas.find(({ code }) => code === editing?.cell.area)
  if (editing === null || area === undefined) return null
  const { cell, at, typed } = editing
  const rect = table.current?.querySelector(`[data-at="${at.row}:${at.column}"]`)?.getBoundingClientRect()
  return (
    <CapEditor
      key={`${at.row}:${at.column}`}
      cell={cell}
      area={area}
      basis={basis}
      typed={typed}
      beside={placed(rect)}
      onDone={({ cap, onward }) => {
        if (cap !== undefined && cap !== cell.cap) keys.set([{ cell, cap }])
        const down = { row: Math.min(at.row + 1, laid.size.rows - 1), column: at.column }
        keys.endEditing(onward === 'down' ? down : onward === 'right' ? (stepped(at, 1, laid.size) ?? at) : at)
      }}
      onProof={() => {
        keys.endEditing(null)
        onProof(cell)
      }}
    />
  )
}

/** Room that the editor needs, in pixels. */
const editorSize = { width: 340, height: 190 }

/** Where the editor stands: below its cell, above it at the foot of the window, and never past the right edge. */
function placed(rect: DOMRect | undefined): { readonly left: number; readonly top: number } {
  if (rect === undefined) return { left: 16, top: 80 }
  const left = Math.max(8, Math.min(rect.left, window.innerWidth - editorSize.width - 8))
  const below = rect.bottom + 4
  return { left, top: below + editorSize.height > window.innerHeight ? rect.top - editorSize.height - 4 : below }
}
