import { diagnosisGroupWords } from '#events/diagnosisGroups'
import { useLanguage } from '../../text/i18n.ts'

/** Name of a diagnosis group or family; its id while it has none. */
export function useGroupName(): (id: string) => string {
  const language = useLanguage()
  return (id) => diagnosisGroupWords[id]?.[language] ?? id
}
