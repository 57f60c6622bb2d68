import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { Field } from '../../parts/Field.tsx'
import type { AddressForm } from './application/kinds.ts'
import { PlacementQuestion } from './PlacementQuestion.tsx'
import { PointPicker } from './PointPicker.tsx'
import { placed } from './placed.ts'
import { SearchPick } from './SearchPick.tsx'
import { TypedPoint } from './TypedPoint.tsx'

/** An address with its point: typed, clicked or by town, and the municipality that the point says, or asks for. */
export function AddressFields({
  value,
  from,
  onChange,
  errors,
}: {
  readonly value: AddressForm
  /** The old point, shown beside the new one. */
  readonly from: readonly [number, number] | null
  readonly onChange: (part: Partial<AddressForm>) => void
  /** What is wrong, by the input's name. */
  readonly errors: Readonly<Record<string, string>>
}) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const last = useRef<[number, number] | null>(null)
  const pick = (position: [number, number] | null, also: Partial<AddressForm> = {}) => {
    last.current = position
    if (position === null) return onChange({ ...also, position, municipality: '', certainty: 'unknown' })
    // Until the service has answered, nobody knows which municipality it is.
    onChange({ ...also, position, municipality: '', certainty: 'confirm' })
    const [lng, lat] = position
    client.fetchQuery(viewQuery('placement', { lng, lat })).then(
      (answer) => {
        // An answer about a place that has been left since says nothing of this one.
        if (last.current === position) onChange(placed(answer))
      },
      // Said by `PlacementQuestion`, which asks the same and asks again on request.
      () => undefined,
    )
  }
  return (
    <div className="address-fields">
      <div className="field-row">
        <Field id="text" label={t('cases.new.text')} error={errors.text} className="field-wide">
          {(props) => (
            <input
              {...props}
              type="text"
              maxLength={200}
              value={value.text}
              onChange={(event) => onChange({ text: event.target.value })}
            />
          )}
        </Field>
        <Field
          id="postcode"
          label={t('cases.new.postcode')}
          mark={t('cases.new.leftOut')}
          error={errors.postcode}
          className="field-narrow"
        >
          {(props) => (
            <input
              {...props}
              type="text"
              inputMode="numeric"
              maxLength={4}
              value={value.postcode}
              onChange={(event) => onChange({ postcode: event.target.value })}
            />
          )}
        </Field>
        <Field id="town" label={t('cases.new.town')} mark={t('cases.new.leftOut')} error={errors.town}>
          {(props) => (
            <input
              {...props}
              type="text"
              maxLength={80}
              value={value.town}
              onChange={(event) => onChange({ town: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="place">
        <div className="place-map">
          <PointPicker from={from} to={value.position} onPick={(point) => pick(point)} />
        </div>
        <div className="place-side">
          <p className="field-hint">{t('cases.new.placeHint')}</p>
          <SearchPick
            label={t('cases.new.townSearch')}
            kind="town"
            none={t('cases.new.townNone')}
            onPick={({ title, position }) => {
              if (position !== null) pick(position, value.town === '' ? { town: title } : {})
            }}
          />
          <TypedPoint key={value.position?.join() ?? ''} position={value.position} onPick={pick} />
          <PlacementQuestion value={value} onChange={onChange} error={errors.municipality} />
        </div>
      </div>
    </div>
  )
}
