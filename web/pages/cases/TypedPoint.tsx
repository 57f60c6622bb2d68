import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/Button.tsx'
import { Field } from '../../parts/Field.tsx'
import { typedPoint } from './placed.ts'

/** The point as coordinates: the typed equal of a click on the map. */
export function TypedPoint({
  position,
  onPick,
}: {
  readonly position: readonly [number, number] | null
  readonly onPick: (point: [number, number] | null) => void
}) {
  const { t } = useTranslation()
  const [lat, setLat] = useState(position === null ? '' : position[1].toFixed(5))
  const [lng, setLng] = useState(position === null ? '' : position[0].toFixed(5))
  const [bad, setBad] = useState(false)
  const use = () => {
    const point = typedPoint(lat, lng)
    setBad(point === null)
    if (point !== null) onPick(point)
  }
  return (
    <div className="typed-point">
      <div className="field-row">
        <Field label={t('cases.new.lat')} error={bad ? t('cases.new.badPoint') : undefined}>
          {(props) => (
            <input
              {...props}
              type="text"
              inputMode="decimal"
              value={lat}
              onChange={(event) => setLat(event.target.value)}
            />
          )}
        </Field>
        <Field id="position" label={t('cases.new.lng')}>
          {(props) => (
            <input
              {...props}
              type="text"
              inputMode="decimal"
              value={lng}
              onChange={(event) => setLng(event.target.value)}
            />
          )}
        </Field>
      </div>
      <div className="panel-actions">
        <Button onPress={use}>{t('cases.new.usePoint')}</Button>
        {position !== null && (
          <Button kind="text" onPress={() => onPick(null)}>
            {t('cases.new.clearPoint')}
          </Button>
        )}
      </div>
    </div>
  )
}
