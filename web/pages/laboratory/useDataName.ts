import { useTranslation } from 'react-i18next'
import { useAreaNames } from '../../parts/areaNames.ts'

const known = ['boundaries', 'roads', 'travelTimes', 'inhabitants', 'population'] as const

/** What a data version of a scenario is called in words; the name itself where this service does not know it. */
export function useDataName(): (name: string) => string {
  const { t } = useTranslation()
  const names = useAreaNames()
  return (name) => {
    const [, region] = /^ruleSet\.(.+)$/.exec(name) ?? []
    if (region !== undefined) return t('laboratory.data.ruleSet', { region: names.municipality(region) })
    const word = known.find((one) => one === name)
    return word === undefined ? name : t(`laboratory.data.${word}`)
  }
}
