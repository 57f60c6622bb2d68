import { useTranslation } from 'react-i18next'
import type { ViewName } from '#api/contract'
import { number } from '../format.ts'
import { useProgress } from '../progress.ts'
import { useLanguage } from '../text/i18n.ts'
import { Button } from './Button.tsx'

/** What is said of an answer that takes its time: how far it has come, `preparing` until that is told, and how to stop it. */
export function LongAnswer({
  view,
  preparing,
  onCancel,
}: {
  readonly view: ViewName
  readonly preparing: string
  readonly onCancel: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const progress = useProgress(view)
  return (
    <p className="long-answer" role="status">
      <span>
        <span className="spinner" aria-hidden="true" />{' '}
        {progress === undefined
          ? preparing
          : t(`coverage.progress.${progress.of}`, {
              done: number(progress.done, language),
              all: number(progress.all, language),
            })}
      </span>
      <Button kind="text" onPress={onCancel}>
        {t('coverage.cancel')}
      </Button>
    </p>
  )
}
