import { useQueryClient } from '@tanstack/react-query'
import type { Dispatch, SetStateAction } from 'react'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../../api.ts'
import { fiveDecimals } from '../../../map/fiveDecimals.ts'
import { IconButton } from '../../../parts/Button.tsx'
import { Field } from '../../../parts/Field.tsx'
import type { AddressForm } from '../../cases/application/kinds.ts'
import { PlacementQuestion } from '../../cases/PlacementQuestion.tsx'
import { placedAt } from '../../cases/placed.ts'
import { SearchPick } from '../../cases/SearchPick.tsx'
import { TypedPoint } from '../../cases/TypedPoint.tsx'
import { pointLine } from '../typedPoints.ts'

/** Degrees of a step by key: about a hundred metres. */
const step = { east: 0.0016, north: 0.0009 } as const
const ways = [
  { way: 'up', east: 0, north: step.north },
  { way: 'down', east: 0, north: -step.north },
  { way: 'left', east: -step.east, north: 0 },
  { way: 'right', east: step.east, north: 0 },
] as const

/** Puts an address at a point: its municipality is what the geometry says, or a question to the person. */
export function usePlacing(onChange: Dispatch<SetStateAction<AddressForm>>) {
  const { t } = useTranslation()
  const client = useQueryClient()
  return (point: readonly [number, number] | null, town?: string) => {
    if (point === null) return onChange((was) => ({ ...was, position: null, municipality: '', certainty: 'unknown' }))
    const position: [number, number] = [fiveDecimals(point[0]), fiveDecimals(point[1])]
    const [lng, lat] = position
    onChange({
      text: t('places.pointText', { point: pointLine(position) }),
      postcode: '',
      town: town ?? '',
      position,
      // Until the service has answered, nobody knows which municipality it is.
      municipality: '',
      certainty: 'confirm',
    })
    client.fetchQuery(viewQuery('placement', { lng, lat })).then(
      (answer) => onChange((was) => placedAt(was, position, answer)),
      // Said by `PlacementQuestion`, which asks the same and asks again on request.
      () => undefined,
    )
  }
}

/** A place by words and coordinates: the typed equal of dragging it. */
export function PlaceFields({
  value,
  onChange,
  onPlace,
}: {
  readonly value: AddressForm
  readonly onChange: (next: AddressForm) => void
  readonly onPlace: (point: readonly [number, number] | null, town?: string) => void
}) {
  const { t } = useTranslation()
  const { position } = value
  return (
    <div className="place-fields">
      <SearchPick
        label={t('cases.new.townSearch')}
        kind="town"
        none={t('cases.new.townNone')}
        onPick={({ title, position: at }) => {
          if (at !== null) onPlace(at, title)
        }}
      />
      <TypedPoint key={position?.join() ?? ''} position={position} onPick={(point) => onPlace(point)} />
      {position !== null && (
        <fieldset className="place-steps">
          <legend>{t('places.steps')}</legend>
          {ways.map(({ way, east, north }) => (
            <IconButton
              key={way}
              icon={way}
              label={t(`places.step.${way}`)}
              onPress={() => onPlace([position[0] + east, position[1] + north], value.town)}
            />
          ))}
        </fieldset>
      )}
      <Field label={t('cases.new.text')}>
        {(props) => (
          <input
            {...props}
            type="text"
            maxLength={200}
            value={value.text}
            onChange={(event) => onChange({ ...value, text: event.target.value })}
          />
        )}
      </Field>
      <PlacementQuestion value={value} error={undefined} onChange={(part) => onChange({ ...value, ...part })} />
    </div>
  )
}
