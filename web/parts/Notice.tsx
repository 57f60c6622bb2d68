import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from './announce.ts'
import { Button, IconButton } from './Button.tsx'
import { Icon } from './Icon.tsx'

interface Said {
  readonly text: string
  /** Nothing was done: the text says why. */
  readonly isRefused?: boolean
  /** The way to what came of it. */
  readonly link?: ReactNode
  readonly undo?: { readonly label: string; readonly act: () => void }
}

const NoticeContext = createContext<(said: Said) => void>(() => undefined)

/** Says that something was done, with a way back where there is one; or why nothing was. */
export function useNotice(): (said: Said) => void {
  return useContext(NoticeContext)
}

/** Holds the last notice of a page at its foot until it is closed or another one comes. */
export function NoticeBoard({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const [said, setSaid] = useState<Said | null>(null)
  const say = useMemo(
    () => (next: Said) => {
      announce(next.text)
      setSaid(next)
    },
    [],
  )
  return (
    <NoticeContext value={say}>
      {children}
      {said !== null && (
        <div className="notice">
          <Icon name={said.isRefused === true ? 'warning' : 'check'} size={16} />
          <span>
            {said.text} {said.link}
          </span>
          {said.undo !== undefined && (
            <Button
              kind="text"
              onPress={() => {
                said.undo?.act()
                setSaid(null)
              }}
            >
              {said.undo.label}
            </Button>
          )}
          <IconButton icon="close" label={t('shell.close')} size={16} onPress={() => setSaid(null)} />
        </div>
      )}
    </NoticeContext>
  )
}
