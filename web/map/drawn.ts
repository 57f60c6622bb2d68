import type { Map as MapLibreMap } from 'maplibre-gl'

/** Layers that tell whether the map is drawn. */
const telling = [
  'municipality-fill',
  'region-line',
  'clinics',
  'clinic-clusters',
  'riding-schools',
  'municipality-names',
  'municipality-values',
  'region-names',
  'towns',
]

/** Marks that the map has come to rest with all of its drawing, and writes on its frame what there is to see. */
export function tellDrawn(frame: HTMLElement, map: MapLibreMap): void {
  performance.mark('map-idle')
  frame.dataset.drawn = drawn(map)
}

/** How many features of each layer are on the screen, for whoever must know that the map is drawn: `towns:12 clinics:98`. */
function drawn(map: MapLibreMap): string {
  const layers = telling.filter((id) => map.getLayer(id) !== undefined)
  const seen = new Map(layers.map((id) => [id, new Set<string>()]))
  for (const { layer, id, properties } of map.queryRenderedFeatures({ layers })) {
    seen.get(layer.id)?.add(String(id ?? properties.code ?? properties.name ?? properties.clinic ?? properties.school))
  }
  return [...seen].map(([layer, ids]) => `${layer}:${ids.size}`).join(' ')
}
