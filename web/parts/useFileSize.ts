import { useTranslation } from 'react-i18next'
import { number } from '../format.ts'
import { useLanguage } from '../text/i18n.ts'

/** A file's size in whole kilobytes, from a megabyte on in megabytes with one decimal. */
export function useFileSize(): (bytes: number) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  return (bytes) =>
    bytes < 1024 * 1024
      ? t('hearings.reply.kilobytes', { size: number(Math.max(1, Math.round(bytes / 1024)), language) })
      : t('hearings.reply.megabytes', { size: number(bytes / 1024 / 1024, language, 1) })
}
