import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './Button.tsx'

/** A modal sheet: focus moves in, stays in, and goes back to its trigger; Esc closes. */
export function Sheet({
  title,
  open,
  onClose,
  mayClose,
  children,
  className = '',
}: {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  /** Asked when the reader closes; false keeps the sheet open. */
  readonly mayClose?: () => boolean
  readonly children: ReactNode
  readonly className?: string
}) {
  const { t } = useTranslation()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open && dialog.current?.open === false) dialog.current.showModal()
    if (!open && dialog.current?.open === true) dialog.current.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className={`sheet ${className}`}
      aria-labelledby={id}
      onClose={onClose}
      onCancel={(event) => {
        if (mayClose?.() === false) event.preventDefault()
      }}
    >
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        <IconButton icon="close" label={t('shell.close')} onPress={() => mayClose?.() !== false && onClose()} />
      </header>
      {open && <div className="sheet-body">{children}</div>}
    </dialog>
  )
}
