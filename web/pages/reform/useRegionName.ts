import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Reform, regionNames } from './reformAnswer.ts'

/** Says the name of a region of either date; the code where none of them has it, and that there is no region for null. */
export function useRegionName(reform: Reform): (code: string | null) => string {
  const { t } = useTranslation()
  const names = useMemo(() => regionNames(reform), [reform])
  return (code) => (code === null ? t('reform.noRegion') : (names.get(code) ?? code))
}
