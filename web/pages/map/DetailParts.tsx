import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import type { Target } from '../../map/selection.ts'
import { EventList } from '../../parts/EventList.tsx'
import { areaName, useAreas } from '../../shell/scope.ts'

/** Events shown beside the map; all of them stand on the page of events. */
const most = 20

/** The way from a place to its municipality; nothing when that is unknown. */
export function MunicipalityLink({
  code,
  onSelect,
}: {
  readonly code: string | null
  readonly onSelect: (target: Target) => void
}) {
  const { t } = useTranslation()
  const areas = useAreas().data
  if (code === null) return null
  return (
    <button type="button" className="link-button accent" onClick={() => onSelect({ kind: 'municipality', id: code })}>
      {t('map.inspector.openMunicipality')}: {areaName(areas, code)}
    </button>
  )
}

/** The latest events of what is selected. */
export function LatestEvents({ events }: { readonly events: Answer<'clinic'>['events'] }) {
  const { t } = useTranslation()
  return (
    <section className="inspector-section">
      <h3>{t('map.inspector.events')}</h3>
      {events.length === 0 ? (
        <p className="meta">{t('map.inspector.eventsNone')}</p>
      ) : (
        <EventList events={events.slice(0, most)} />
      )}
    </section>
  )
}
