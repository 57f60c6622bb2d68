import { useTranslation } from 'react-i18next'
import { IconButton } from '../parts/Button.tsx'

/** Zoom buttons: in, out, the whole area. */
export function MapControls({
  onZoom,
  onHome,
}: {
  readonly onZoom: (step: number) => void
  readonly onHome: () => void
}) {
  const { t } = useTranslation()
  return (
    <div className="map-zoom">
      <IconButton icon="plus" label={t('map.zoomIn')} onPress={() => onZoom(1)} />
      <IconButton icon="minus" label={t('map.zoomOut')} onPress={() => onZoom(-1)} />
      <IconButton icon="home" label={t('map.zoomHome')} onPress={onHome} />
    </div>
  )
}
