import type { PaperBlock, PaperCell, PaperFigure } from '#api/views/paper'
import { diagnosisGroupWords } from '#events/diagnosisGroups'
import type { Address } from '#events/place'
import { date, percent } from '#events/say/format'
import { none, number } from '#events/say/numbers'
import type { MunicipalityFeatures, Position } from '#geo/position'
import { disclosed } from '../disclosure.ts'
import { cell } from './caseSections.ts'
import {
  borderKey,
  type DrawnCell,
  type DrawnPlace,
  drawingOf,
  frameAround,
  hasRoom,
  placeKey,
  shadeKey,
  shades,
} from './drawings.ts'
import type { Telling } from './telling.ts'
import { leastMinutes, type TravelChange, type TravelRow, withinMinutes } from './travel.ts'

/** Where a case begins and ends up, and the shapes that it is drawn on. */
export interface Ground {
  readonly from: Address | null
  readonly to: Address | null
  /** What is at the first place stays there. */
  readonly adds: boolean
  readonly shapes: MunicipalityFeatures
  readonly labels: ReadonlyMap<string, Position>
  readonly attribution: string
}

/** Minutes at which a darker shade begins. */
const classes = [10, 20, 30, 40, 50] as const
/** Municipalities in the table at most: those where most people get another way. */
const most = 6

/** The place before and after on two drawings, or the one place; with minutes to the nearest where they were measured. */
export function drawings(ground: Ground, travel: TravelChange | null, { say, names }: Telling): PaperBlock[] {
  const { from, to, adds, shapes, labels } = ground
  const [old, now] = [from?.position ?? null, to?.position ?? null]
  const points = [old, now].filter((point) => point !== null)
  const frame = frameAround(points)
  if (frame === null) return []
  const moves = from !== to && old !== null && now !== null
  const municipalities = [...new Set([from?.municipality, to?.municipality])]
    .flatMap((code) => (code == null ? [] : names.municipality(code)))
    .join(', ')
  // A town that the map already names as its municipality is not named twice.
  const label = (address: Address | null): Pick<DrawnPlace, 'label'> => {
    const town = address?.town ?? null
    const code = address?.municipality ?? null
    const own = code === null ? undefined : labels.get(code)
    const isTold = code !== null && names.municipality(code) === town && own !== undefined && hasRoom(frame, own)
    return town === null || isTold ? {} : { label: town }
  }
  const others = (travel?.sites.slice(0, -1) ?? []).map((position): DrawnPlace => ({ position, symbol: 'other' }))
  const draw = (title: string, places: readonly DrawnPlace[], cells: readonly DrawnCell[]) => ({
    title,
    svg: drawingOf(frame, shapes, labels, { places: [...others, ...places], cells }),
    alt: say('mapAlt', { municipalities, place: title }),
  })
  const border = { svg: borderKey(), text: say('keyBorder') }
  const place = now ?? old
  if (!moves)
    return place === null
      ? []
      : [
          {
            kind: 'drawings',
            drawings: [draw(say('mapPlace'), [{ position: place, symbol: 'new', ...label(to ?? from) }], [])],
            keys: [{ svg: placeKey('new'), text: say('keyPlace') }, border],
          },
        ]
  const both: readonly DrawnPlace[] = [
    { position: old, symbol: 'old' },
    { position: now, symbol: 'new', ...label(to) },
  ]
  if (adds)
    return [
      {
        kind: 'drawings',
        drawings: [draw(say('mapPlaces'), both, [])],
        keys: [{ svg: placeKey('old'), text: say('keyMain') }, { svg: placeKey('new'), text: say('keyExtra') }, border],
      },
    ]
  return [
    {
      kind: 'drawings',
      drawings: [
        draw(say('mapBefore'), [{ position: old, symbol: 'old', ...label(from) }], cellsOf(travel, 'before')),
        draw(say('mapAfter'), both, cellsOf(travel, 'after')),
      ],
      keys: [
        { svg: placeKey('old'), text: say('keyOld') },
        { svg: placeKey('new'), text: say('keyNew') },
        ...(travel === null ? [] : [{ svg: placeKey('other'), text: say('keyOther') }]),
        border,
        ...(travel === null ? [] : shadeKeys(say)),
      ],
    },
  ]
}

function shadeKeys(say: Telling['say']) {
  return [
    ...shades.map((shade, index) => {
      const [from, to] = [classes[index - 1], classes[index]]
      const text =
        from === undefined
          ? say('keyMinutesUnder', { to: to ?? '' })
          : to === undefined
            ? say('keyMinutesOver', { from })
            : say('keyMinutes', { from, to })
      return { svg: shadeKey(shade, null), text }
    }),
    { svg: shadeKey('#ffffff', 'longer'), text: say('keyChanged') },
    { svg: shadeKey('#ffffff', 'shorter'), text: say('keyShorter') },
  ]
}

function cellsOf(travel: TravelChange | null, side: 'before' | 'after'): DrawnCell[] {
  return (travel?.cells ?? []).flatMap(({ east, north, before, after }) => {
    const minutes = side === 'before' ? before : after
    const shade = Number.isFinite(minutes) ? shades[classes.filter((from) => minutes >= from).length] : undefined
    if (shade === undefined) return []
    const change = side === 'before' ? 0 : after - before
    const mark = change >= leastMinutes ? ('longer' as const) : change <= -leastMinutes ? ('shorter' as const) : null
    return [{ east, north, fill: shade, mark }]
  })
}

/** The way to the nearest place, before and after, by municipality; inhabitants to the hundred, few of them hidden. */
export function travelTable(travel: TravelChange | null, minCell: number, telling: Telling): PaperBlock[] {
  const { say, language, names } = telling
  if (travel === null) return []
  const rows = travel.rows.filter(({ longer, shorter }) => longer + shorter > 0).slice(0, most)
  const service =
    travel.group === null ? say('travelRiding') : say('travelGroup', { group: groupName(travel.group, language) })
  const total = (key: 'longer' | 'shorter') => travel.rows.reduce((sum, row) => sum + row[key], 0)
  const [longer, shorter] = [total('longer'), total('shorter')]
  const told = (count: number) => peopleText(count, minCell, telling)
  const note =
    longer + shorter === 0 ? say('travelSame') : say('travelNote', { longer: told(longer), shorter: told(shorter) })
  const ref = 'V'
  for (const key of ['longer', 'shorter'] as const)
    telling.figure({
      ref,
      label: `inhabitants ${key}`,
      value: hundreds(total(key), minCell),
      unit: 'persons',
      formula: 'roundedSum@1',
      inputs: {
        parts: travel.rows.map((row) => ({ id: row.municipality, value: disclosed(row[key], minCell).value })),
        least: minCell,
      },
    })
  telling.refer({ ref, text: say('travel', { service }), path: telling.path('/kort', { layers: 'coverage' }) })
  return [
    { kind: 'text', line: [note, ' ', { ref }] },
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: say('travel', { service }),
            columns: [
              { title: say('travel', { service }), width: 0.3 },
              { title: say('people'), isNumber: true },
              { title: say('beforeOf', { what: say('meanMinutes') }), isNumber: true },
              { title: say('after'), isNumber: true },
              { title: say('beforeOf', { what: say('within', { minutes: withinMinutes }) }), isNumber: true },
              { title: say('after'), isNumber: true },
            ],
            rows: rows.map((row): PaperCell[] => {
              const mean = (sum: number, side: string) => meanOf(row, sum, side, telling)
              const share = (part: number, side: string) => shareOf(row, part, side, minCell, telling)
              return [
                cell(names.municipality(row.municipality)),
                cell(told(row.people)),
                cell(mean(row.minutesBefore, 'before')),
                cell({ strong: mean(row.minutesAfter, 'after') }),
                cell(share(row.withinBefore, 'before')),
                cell({ strong: share(row.withinAfter, 'after') }),
              ]
            }),
          },
        ]),
  ]
}

/** Where the minutes and the inhabitants come from. */
export function travelMade({ populationAsOf, populationSource }: TravelChange, { say, language }: Telling): string {
  const on = date(populationAsOf, language)
  const people =
    populationSource === null ? say('modelled', { date: on }) : say('counted', { date: on, source: populationSource })
  return say('travelMade', { people })
}

function meanOf(row: TravelRow, sum: number, side: string, { figure, language }: Telling): string {
  if (row.reached === 0) return none
  const mean = Math.round((sum / row.reached) * 10) / 10
  figure({
    ref: 'V',
    label: `mean minutes ${side} ${row.municipality}`,
    value: mean,
    unit: 'minutes',
    formula: 'mean@1',
    inputs: { sum: Math.round(sum * 1000) / 1000, of: row.reached },
  })
  return number(mean, language, 1)
}

/** The share within the limit; hidden where it would tell of few, inside or outside. */
function shareOf(
  row: TravelRow,
  part: number,
  side: string,
  minCell: number,
  { figure, language, say }: Telling,
): string {
  const outside = row.people - part
  if ([part, outside].some((count) => count > 0 && disclosed(count, minCell).hidden))
    return say('hidden', { least: minCell })
  const value = Math.round((part / row.people) * 1000) / 1000
  const figured: PaperFigure = {
    ref: 'V',
    label: `share within ${withinMinutes} min ${side} ${row.municipality}`,
    value,
    unit: 'share',
    formula: 'share@1',
    inputs: { part, whole: row.people },
  }
  figure(figured)
  return percent(value, language)
}

function hundreds(count: number, minCell: number): number | null {
  const { value } = disclosed(count, minCell)
  return count === 0 ? 0 : value === null ? null : Math.round(value / 100) * 100
}

function peopleText(count: number, minCell: number, { language, say }: Telling): string {
  const rounded = hundreds(count, minCell)
  if (rounded === null) return say('hidden', { least: minCell })
  if (count === 0) return say('nobody')
  return rounded === 0 ? say('under100') : number(rounded, language)
}

function groupName(group: string, language: Telling['language']): string {
  const words: Readonly<Record<string, { readonly da: string; readonly en: string }>> = diagnosisGroupWords
  return words[group]?.[language] ?? group
}
