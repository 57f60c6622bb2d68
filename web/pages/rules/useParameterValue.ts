import { useTranslation } from 'react-i18next'
import { useWords } from '../../text/words.ts'
import { stepOf } from './parameterUnit.ts'

/** Says the value of a parameter with its unit: `21 dage`. */
export function useParameterValue(): (key: string, value: number | boolean | string) => string {
  const { t } = useTranslation()
  const words = useWords()
  return (key, value) => {
    const { unit } = stepOf(key)
    const said = words.value(key, value)
    // Kroner are said with the amount already.
    return typeof value !== 'number' || unit === null || unit === 'kroner'
      ? said
      : `${said} ${t(`rules.units.${unit}`, { count: value })}`
  }
}
