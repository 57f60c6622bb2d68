import './worker.ts'
import { Map as MapLibreMap, type MapOptions } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import { emptyStyle } from './basemap.ts'
import type { Bounds } from './bounds.ts'
import type { Drawing } from './drawing.ts'
import { tellDrawn } from './drawn.ts'
import { addImages } from './images.ts'
import { type Padding, reducedMotion, viewOf } from './view.ts'

/** How every map behaves; the rest is what it shows. */
export const mapOptions = {
  maxBounds: [2, 52.5, 21, 60],
  minZoom: 4.5,
  maxZoom: 14,
  dragRotate: false,
  pitchWithRotate: false,
  touchPitch: false,
  keyboard: false,
  attributionControl: false,
  fadeDuration: reducedMotion() ? 0 : 150,
} satisfies Partial<MapOptions>

/** A map that was begun before the page around it, where the page will have its map. The page takes it over. */
export interface Started {
  readonly map: MapLibreMap
  /** What it is drawn in. */
  readonly frame: HTMLElement
  /** Says that it is being drawn. */
  readonly note: HTMLElement
  /** What it shows, in words: the bounds, the padding and the size. */
  readonly view: string
  readonly drawing: Drawing
  /** Its style is there, so that sources can be added. */
  styled: boolean
  /** It has come to rest with all of its drawing. */
  rested: boolean
  /** Something could not be fetched or drawn. */
  failed: boolean
}

let waiting: Started | null = null
/** The page has its map: none is begun any more. */
let late = false

/** A frame over the whole stage of the map page, for a map to be begun in, with a word about it until it is drawn. */
export function startFrame(word: string): Pick<Started, 'frame' | 'note'> {
  const frame = document.createElement('div')
  // MapLibre's own class comes with the map; the frame has its place before.
  frame.className = 'map-started maplibregl-map'
  frame.ariaHidden = 'true'
  const note = document.createElement('p')
  note.className = 'map-loading'
  note.role = 'status'
  note.textContent = word
  document.body.prepend(frame, note)
  return { frame, note }
}

/**
 * Begins a map in a frame; `tell` writes the feature states. Resolves when it is drawn, or when something failed. Does
 * nothing when the page has its map already.
 */
export async function startMapIn(
  { frame, note }: Pick<Started, 'frame' | 'note'>,
  drawing: Drawing,
  bounds: Bounds,
  padding: Padding,
  tell: (map: MapLibreMap) => void,
): Promise<void> {
  if (late) {
    frame.remove()
    note.remove()
    return
  }
  const map = new MapLibreMap({
    ...mapOptions,
    ...viewOf(frame, bounds, padding),
    container: frame,
    style: { ...emptyStyle(), ...drawing, layers: [...drawing.layers] },
    validateStyle: false,
  })
  const view = viewText(frame, bounds, padding)
  const started: Started = { map, frame, note, view, drawing, styled: false, rested: false, failed: false }
  waiting = started
  map.on('error', () => {
    started.failed = true
  })
  map.once('style.load', () => {
    started.styled = true
    prepare(map)
    tell(map)
  })
  await Promise.race([map.once('idle'), map.once('error')])
  note.remove()
  started.rested = !started.failed
  if (started.rested) tellDrawn(frame, map)
}

/** The map begun before the page; null when there is none, or when it has been taken. */
export function takeStarted(): Started | null {
  const started = waiting
  started?.note.remove()
  waiting = null
  late = true
  return started
}

/** The class of maps, but the first one asked for is the started map, which moves into its place. */
export function mapOf({ map, frame }: Started): typeof MapLibreMap {
  let taken = false
  function make(options: MapOptions): MapLibreMap {
    if (taken || !(options.container instanceof HTMLElement)) return new MapLibreMap(options)
    taken = true
    options.container.append(frame)
    return map
  }
  // Called with `new` a function gives what it returns, which no type can say.
  return make as unknown as typeof MapLibreMap
}

/** Ends the map begun before the page where the page has none. */
export function endStarted(): void {
  const started = takeStarted()
  started?.map.remove()
  started?.frame.remove()
}

/** Symbols, and what no option says. Once the style is there. */
export function prepare(map: MapLibreMap): void {
  addImages(map)
  // Focus belongs to the list beside the map, never to the hidden canvas.
  map.getCanvas().tabIndex = -1
  map.touchZoomRotate.disableRotation()
}

/** What a frame shows, in words that differ when the camera would. */
export function viewText({ clientWidth, clientHeight }: HTMLElement, bounds: Bounds | null, padding: Padding): string {
  return JSON.stringify([clientWidth, clientHeight, bounds, padding])
}
