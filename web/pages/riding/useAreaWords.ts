import { useTranslation } from 'react-i18next'
import { useAreaNames } from '../../parts/areaNames.ts'
import type { Agreement } from './agreements.ts'

/** Coverage areas in words: a municipality's name, a former county (unclarified while only its name is known), unknown. */
export function useAreaWords(): (area: Agreement['area']) => string {
  const { t } = useTranslation()
  const names = useAreaNames()
  return (area) => {
    if (area.kind === 'unknown') return t('riding.area.unknown')
    if (area.kind === 'municipality') return area.codes.map(names.municipality).join(', ')
    return t(area.codes.length === 0 ? 'riding.area.hypothesis' : 'riding.area.county', { county: area.county })
  }
}
