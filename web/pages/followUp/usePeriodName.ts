import { useTranslation } from 'react-i18next'

/** `1. halvår 2026`, `first half of 2026`, or the year itself. */
export function usePeriodName(): (period: string) => string {
  const { t } = useTranslation()
  return (period) => {
    const [year = '', half] = period.split('-H')
    return half === undefined ? period : t(half === '1' ? 'followUp.firstHalf' : 'followUp.secondHalf', { year })
  }
}
