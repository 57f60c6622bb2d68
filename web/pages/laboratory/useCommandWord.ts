import { useTranslation } from 'react-i18next'

/** A command to the register in words; its own name where this service has none for it. */
export function useCommandWord(): (type: string) => string {
  const { t, i18n } = useTranslation()
  return (type) =>
    i18n.exists(`scenarios.commands.${type}`)
      ? // Just found to be there.
        t(`scenarios.commands.${type}` as 'scenarios.commands.MovePracticeAddress')
      : type
}
