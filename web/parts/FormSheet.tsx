import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Refused } from './Refused.tsx'
import { Sheet } from './Sheet.tsx'
import { Unsaved } from './Unsaved.tsx'
import { useUnsaved } from './useUnsaved.ts'

/** A small form in a sheet of its own: what it does, its fields, and the refusal of the service beside its button. */
export function FormSheet({
  title,
  lead,
  open,
  onClose,
  onSubmit,
  submit,
  busy,
  error,
  notReady,
  children,
}: {
  readonly title: string
  readonly lead?: string
  readonly open: boolean
  readonly onClose: () => void
  readonly onSubmit: () => void
  /** Word of the button; "Registrér" when left out. */
  readonly submit?: string
  readonly busy: boolean
  readonly error: unknown
  /** What still has to be filled in; undefined when it can be sent. */
  readonly notReady?: string | undefined
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const reasonId = useId()
  const { isWritten, asking, ask, written, keep } = useUnsaved(open)
  const form = useRef<HTMLFormElement>(null)
  // The sheet has opened by now, on its close button: whoever writes at once writes in the first field.
  useEffect(() => {
    if (open) form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [open])
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!busy && notReady === undefined) onSubmit()
  }
  return (
    <Sheet title={title} open={open} onClose={onClose} mayClose={() => !isWritten() || busy || ask()}>
      <form
        ref={form}
        className="form-sheet"
        onSubmit={send}
        onInput={({ target }) => isFile(target) || written()}
        noValidate
      >
        {lead !== undefined && <p className="form-lead">{lead}</p>}
        {children}
        <Refused error={error} />
        {asking && <Unsaved onKeep={keep} onDiscard={onClose} />}
        <div className="form-actions">
          <Button kind="primary" type="submit" busy={busy} notReady={notReady !== undefined} reasonId={reasonId}>
            {busy ? t('cases.write.busy') : (submit ?? t('cases.write.save'))}
          </Button>
          <Button onPress={() => (isWritten() && !busy ? ask() : onClose())}>{t('cases.write.cancel')}</Button>
          {notReady !== undefined && (
            <span className="write-why" id={reasonId}>
              {notReady}
            </span>
          )}
        </div>
      </form>
    </Sheet>
  )
}

/** A file that was chosen is still where it was: nothing was written. */
function isFile(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === 'file'
}
