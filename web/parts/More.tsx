import { type ReactNode, useId, useRef } from 'react'
import { Icon } from './Icon.tsx'

/** What a head has no room for, below a button; Escape, a press beside it and a choice close it. */
export function More({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  return (
    <>
      <button ref={button} type="button" className="button button-secondary" popoverTarget={id}>
        {label}
        <Icon name="down" size={14} />
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is pressed is a button in it; this only closes after. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key on a button is a click. */}
      <div
        ref={menu}
        id={id}
        popover="auto"
        className="more-menu"
        onBeforeToggle={() => {
          const at = button.current?.getBoundingClientRect()
          if (at === undefined || menu.current === null) return
          menu.current.style.top = `${at.bottom + 4}px`
          menu.current.style.right = `${Math.max(8, document.documentElement.clientWidth - at.right)}px`
        }}
        onClick={(event) => {
          const pressed = event.target instanceof Element ? event.target.closest('button, a') : null
          if (pressed !== null && pressed.ariaDisabled !== 'true') menu.current?.hidePopover()
        }}
      >
        {children}
      </div>
    </>
  )
}
