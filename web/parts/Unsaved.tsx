import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'

/** Asks whether what was written may be lost. */
export function Unsaved({ onKeep, onDiscard }: { readonly onKeep: () => void; readonly onDiscard: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="unsaved" role="alert">
      <p>{t('cases.write.unsaved')}</p>
      <div className="form-actions">
        <Button kind="primary" onPress={onKeep}>
          {t('cases.write.keepWriting')}
        </Button>
        <Button onPress={onDiscard}>{t('cases.write.discard')}</Button>
      </div>
    </div>
  )
}
