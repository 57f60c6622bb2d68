import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/**
 * A table that may be wider than its place: it scrolls by itself, also from the keyboard. It is called the table of its
 * label, for the panel around it often bears the label itself.
 */
export function TableScroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable without a pointer.
    <section className="table-scroll" aria-label={t('shell.tableOf', { title: label })} tabIndex={0}>
      {children}
    </section>
  )
}
