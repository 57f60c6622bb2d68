import { type ComponentProps, useId } from 'react'
import { Button } from './Button.tsx'

/** A button that writes. `why` says what stands in the way; the button stays focusable and tells it. */
export function WriteButton({
  why,
  showWhy = false,
  ...rest
}: Omit<ComponentProps<typeof Button>, 'notReady' | 'reasonId'> & {
  readonly why: string | undefined
  /** Shows the sentence beside the button too, not only to screen readers and on hover. */
  readonly showWhy?: boolean
}) {
  const id = useId()
  if (why === undefined) return <Button {...rest} />
  return (
    <>
      <Button {...rest} notReady reasonId={id} title={why} />
      <span id={id} className={showWhy ? 'write-why' : 'visually-hidden'}>
        {why}
      </span>
    </>
  )
}
