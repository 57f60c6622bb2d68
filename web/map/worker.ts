import { prewarm, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'

// MapLibre's worker as a file of our own, so that the page needs no `blob:` scripts. Must run before the first map.
setWorkerUrl(workerUrl)
// Its workers start while the shapes are still on their way.
prewarm()
