import { useTranslation } from 'react-i18next'
import { useAreaNames } from '../../parts/areaNames.ts'
import type { Caps } from '../caps/capsAnswer.ts'
import { sharedBy } from './sharedBy.ts'

/** Which municipalities several areas of the board have, and that the board has no sum for that reason. */
export function SharedNote({ data }: { readonly data: Caps }) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const shared = sharedBy(data)
  if (shared.length === 0) return null
  return (
    <p className="lab-kind-note" role="status">
      {shared
        .map(({ municipalities, areas }) =>
          t('laboratory.shared.each', {
            count: municipalities.length,
            municipalities: municipalities.map(names.municipality).join(', '),
            areas: areas.map((area) => `»${area}«`).join(', '),
          }),
        )
        .join(' ')}{' '}
      {t('laboratory.shared.noSum')}
    </p>
  )
}
