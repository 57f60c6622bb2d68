import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Sheet } from './Sheet.tsx'

/** Asks once more before something that cannot be undone: what will happen, and the word of the button that does it. */
export function Confirm({
  title,
  open,
  doing,
  onConfirm,
  onClose,
  children,
}: {
  readonly title: string
  readonly open: boolean
  readonly doing: string
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <Sheet title={title} open={open} onClose={onClose}>
      <div className="form-sheet">
        {children}
        <div className="form-actions">
          <Button
            kind="primary"
            onPress={() => {
              onClose()
              onConfirm()
            }}
          >
            {doing}
          </Button>
          <Button onPress={onClose}>{t('cases.write.cancel')}</Button>
        </div>
      </div>
    </Sheet>
  )
}
