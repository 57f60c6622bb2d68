import type { ReactNode } from 'react'

/** A table that may be wider than its place: it scrolls by itself, also from the keyboard. */
export function TableScroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable without a pointer.
    <section className="table-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
