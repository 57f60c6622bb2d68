import { useTranslation } from 'react-i18next'
import type { AccessRow } from '#api/accessLog'
import { eventWords } from '#events/eventWords'
import { specialtyWords } from '#events/say/caseFieldWords'
import { EffectiveDate } from '#events/time'
import { date } from '../../format.ts'
import { areaName, useAreas } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { typeName } from '../events/typeName.ts'
import { usePeriodName } from '../followUp/usePeriodName.ts'
import { aboutParts } from './aboutParts.ts'

/** What was read about, in words: everything that the reader may see where nothing was asked for in particular. */
export function useAboutWords(): (row: Pick<AccessRow, 'what' | 'about'>) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const periodName = usePeriodName()
  const areas = useAreas().data
  return ({ what, about }) => {
    const said = aboutParts(about).map(({ key, value }) => {
      switch (key) {
        case 'area':
          return areaName(areas, value)
        case 'period':
          return periodName(value)
        case 'type':
          return typeName(Object.entries(eventWords).find(([type]) => type === value)?.[1][language] ?? value)
        case 'specialty':
          return Object.entries(specialtyWords).find(([code]) => code === value)?.[1][language] ?? value
        default:
          return t(`accessLog.asked.${key}`, {
            value: EffectiveDate.safeParse(value).success ? date(value, language) : value,
          })
      }
    })
    if (said.length > 0) return said.join(' · ')
    return t(what === 'personNames' || what === 'searchPersons' ? 'accessLog.personsNotNoted' : 'accessLog.notNarrowed')
  }
}
