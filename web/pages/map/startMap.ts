import type { Session } from '#api/session'
import type { Answer } from '../../api.ts'
import { askedOfMap, pathsOfMap, seeEarly, sessionPath } from '../../early.ts'
import { denmark } from '../../map/bounds.ts'
import { drawingOf } from '../../map/drawing.ts'
import { figuresOf } from '../../map/figures.ts'
import { layersShown } from '../../map/layerNames.ts'
import { layers } from '../../map/layers.ts'
import { shapesOf } from '../../map/shapes.ts'
import type { Item } from '../../map/sources.ts'
import { endStarted, startFrame, startMapIn } from '../../map/started.ts'
import { noEmphasis, writeStates } from '../../map/states.ts'
import { parseSearch } from '../../search.ts'
import { lastLanguage } from '../../text/language.ts'
import { loadingWord } from '../../text/loading.ts'
import { lookOf } from './look.ts'
import { isNarrow, paddingIn } from './padding.ts'
import { placesOf } from './places.ts'

/**
 * Begins the map of the whole country while the code of the page around it is still on its way, from the answers that
 * `askForMap` has asked for. The page takes it over, and draws anew what it would draw otherwise; so anything unusual is
 * left to the page. Resolves when the map is drawn and shown, or was given up.
 */
export async function startMap(search: string): Promise<void> {
  const { region, view, layers: chosen, sel, lang } = parseSearch(search)
  const language = lastLanguage()
  const usual =
    view === undefined &&
    chosen === undefined &&
    sel === undefined &&
    (region ?? 'dk') === 'dk' &&
    (lang ?? language) === language
  const asked = askedOfMap(search)
  if (asked === null || !usual || isNarrow(innerWidth)) return
  const place = startFrame(loadingWord[language])
  try {
    const paths = pathsOfMap(asked)
    // The page checks the answers against the contract before it goes on with the map; here they are believed.
    const see = async <Read>(path: string) => (await seeEarly(path)) as Read | null
    const [session, areas, answer, clinicItems, schoolItems] = await Promise.all([
      see<Session>(sessionPath),
      see<Answer<'areas'>>(paths.areas),
      see<Answer<'municipalities'>>(paths.municipalities),
      see<{ features: Item[] }>(paths.clinics),
      see<{ features: Item[] }>(paths.schools),
    ])
    const own = region === undefined && session?.user?.organisation != null
    if (own || areas === null || answer === null || clinicItems === null || schoolItems === null) {
      endStarted()
      // Nothing was begun in the frame yet, and not every page has a map to lay over it.
      return leave(place)
    }
    const shapes = shapesOf(areas)
    const figures = figuresOf(answer, language)
    const clinics = placesOf(clinicItems.features, null)
    const points = { clinics, 'riding-schools': placesOf(schoolItems.features, null) }
    const look = lookOf(layersShown(undefined), figures, answer.breaks, clinics, {
      inTable: false,
      wholeCountry: true,
    })
    const drawing = drawingOf(shapes, figures, look, layers, points, false)
    await startMapIn(place, drawing, denmark, paddingIn(innerWidth, false, false), (map) =>
      writeStates(map, shapes, figures, noEmphasis),
    )
  } catch {
    // The page meets the same fault, and tells it.
    endStarted()
    leave(place)
  }
}

function leave({ frame, note }: ReturnType<typeof startFrame>): void {
  frame.remove()
  note.remove()
}
