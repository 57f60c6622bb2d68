import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../parts/Icon.tsx'
import { Segmented } from '../../parts/Segmented.tsx'

/** Above the table: back to the map, and the same rows as CSV. */
export function TableTools({
  count,
  save,
  onMap,
  children,
}: {
  readonly count: number
  /** Hands out what the table shows. */
  readonly save: ReactNode
  readonly onMap: () => void
  /** Choices that the columns follow. */
  readonly children?: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <div className="table-tools">
      <Segmented
        label={t('map.viewLabel')}
        value="table"
        onChange={(view) => view === 'map' && onMap()}
        options={[
          {
            value: 'map',
            label: (
              <>
                <Icon name="map" />
                {t('map.view.map')}
              </>
            ),
          },
          {
            value: 'table',
            label: (
              <>
                <Icon name="table" />
                {t('map.view.table')}
              </>
            ),
          },
        ]}
      />
      {children}
      <span className="meta">{t('map.tableCount', { count })}</span>
      {save}
    </div>
  )
}
