import { useTranslation } from 'react-i18next'
import { QuotaCap } from '#events/quota'
import { number } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useGroupName } from '../caps/useGroupName.ts'
import type { Change } from './scenarioAnswer.ts'

/** A change in a few words: a cap by its area, group and number; another command by its name and what it is about. */
export function useChangeWords(): (change: Pick<Change, 'command' | 'touches'>) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const groupName = useGroupName()
  return ({ command, touches }) => {
    const { area, group, municipality, region, ...others } = touches
    const cap = QuotaCap.safeParse(command.data.cap)
    const place = area === undefined ? '' : area.kind === 'council' ? area.code : names.municipality(area.code)
    if (command.type === 'ProposeQuota' && cap.success && group !== undefined)
      return t('laboratory.changes.cap', { group: groupName(group), area: place, cap: number(cap.data, language) })
    const about = [
      ...(group === undefined ? [] : [groupName(group)]),
      ...[municipality, region].flatMap((code) => (code === undefined ? [] : [names.municipality(code)])),
      ...Object.values(others).filter((id) => typeof id === 'string'),
    ]
    return about.length === 0 ? command.type : `${command.type}: ${about.join(', ')}`
  }
}
