import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Figures } from './figures.ts'
import type { Shapes } from './shapes.ts'

const directions: Readonly<Record<string, 'up' | 'down' | 'left' | 'right'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}
const zoomSteps: Readonly<Record<string, number>> = { '+': 1, '-': -1, '0': 0 }

/**
 * The map for keyboards and screen readers: a hidden list of the municipalities compared, lowest value first. Its focus
 * is drawn on the map. Arrows move to the neighbour in that direction, Enter selects, Esc clears.
 */
export function NeighbourList({
  label,
  shapes,
  figures,
  selected,
  focused,
  onFocus,
  onSelect,
  onZoom,
}: {
  readonly label: string
  readonly shapes: Shapes | undefined
  readonly figures: Figures
  readonly selected: string | null
  readonly focused: string | null
  readonly onFocus: (code: string | null) => void
  readonly onSelect: (code: string | null) => void
  /** A step of zoom, 0 for the whole area. */
  readonly onZoom: (step: number) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const options = [...figures.values()].toSorted((a, b) => (a.value ?? -1) - (b.value ?? -1))
  const of = options.filter(({ rank }) => rank !== null).length
  const start = selected !== null && figures.has(selected) ? selected : (options[0]?.code ?? null)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const direction = directions[event.key]
    const step = zoomSteps[event.key]
    if (direction !== undefined && focused !== null) onFocus(next(shapes, figures, focused, direction) ?? focused)
    else if (event.key === 'Home') onFocus(options[0]?.code ?? null)
    else if (event.key === 'End') onFocus(options.at(-1)?.code ?? null)
    else if (event.key === 'Enter' || event.key === ' ') onSelect(focused)
    else if (event.key === 'Escape') onSelect(null)
    else if (step !== undefined) onZoom(step)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className="map-list"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={focused === null ? undefined : `${id}-${focused}`}
      onFocus={() => onFocus(focused ?? start)}
      onBlur={() => onFocus(null)}
      onKeyDown={onKeyDown}
    >
      {options.map((figure) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the listbox keeps focus, `aria-activedescendant` points here
        <div
          key={figure.code}
          id={`${id}-${figure.code}`}
          className="visually-hidden"
          role="option"
          aria-selected={figure.code === selected}
        >
          {figure.value === null
            ? figure.absent === undefined
              ? t('map.optionUnknown', { name: figure.name })
              : `${figure.name}. ${figure.absent.replace(/\.$/, '')}.`
            : t(figure.isShared === true ? 'map.optionShared' : 'map.option', {
                name: figure.name,
                // "30 min." ends with a stop of its own.
                value: figure.said.replace(/\.$/, ''),
                at: figure.rank ?? 0,
                of,
              })}
        </div>
      ))}
    </div>
  )
}

/** The next municipality in a direction that is in the list; those that are not are stepped over. */
function next(
  shapes: Shapes | undefined,
  figures: Figures,
  from: string,
  direction: 'up' | 'down' | 'left' | 'right',
): string | null {
  let code = shapes?.neighbour(from, direction) ?? null
  while (code !== null && !figures.has(code)) code = shapes?.neighbour(code, direction) ?? null
  return code
}
