import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { type Language, number } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Failed } from '../../parts/Failed.tsx'
import { Field } from '../../parts/Field.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { RadioCards } from '../../parts/RadioCards.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { AddressForm } from './application/kinds.ts'
import { chosen, placed } from './placed.ts'

/** What the point says about the municipality: an answer, or a question that only a person can settle. */
export function PlacementQuestion({
  value,
  onChange,
  error,
}: {
  readonly value: AddressForm
  readonly onChange: (part: Partial<AddressForm>) => void
  readonly error: string | undefined
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const [lng, lat] = value.position ?? [0, 0]
  const {
    data,
    error: failure,
    refetch,
  } = useQuery({
    ...viewQuery('placement', { lng, lat }),
    enabled: value.position !== null,
  })
  const askAgain = async () => {
    const again = await refetch()
    if (again.data !== undefined) onChange(placed(again.data))
  }
  if (value.position === null)
    return (
      <Field id="municipality" label={t('cases.new.municipality')} hint={t('cases.new.municipalityHint')} error={error}>
        {(props) => (
          <select {...props} value={value.municipality} onChange={(event) => onChange(chosen(event.target.value))}>
            <option value="">{t('cases.new.municipalityNone')}</option>
            {names.municipalities.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    )
  if (data === undefined && failure !== null) return <Failed error={failure} onRetry={() => void askAgain()} />
  if (data === undefined) return <p role="status">{t('cases.new.placing')}</p>
  if (data.certainty === 'geometry' || data.certainty === 'registered')
    return (
      <p className="placed" role="status">
        <Icon name="check" size={16} />{' '}
        {data.distanceToBorderM === null
          ? t('cases.new.placedIsland', { municipality: names.municipality(data.municipality) })
          : t('cases.new.placed', {
              municipality: names.municipality(data.municipality),
              distance: metres(data.distanceToBorderM, language),
            })}
      </p>
    )
  const candidates = data.candidates.length > 0 ? data.candidates : names.municipalities.map(({ code }) => code)
  return (
    <div className="placement-question">
      <p>
        {data.candidates.length === 0
          ? t('cases.new.outside')
          : data.distanceToBorderM === null
            ? t('cases.new.confirmWhyOff')
            : t('cases.new.confirmWhy', {
                distance: metres(data.distanceToBorderM, language),
                within: metres(data.confirmWithinM, language),
              })}
      </p>
      {error !== undefined && (
        <p className="field-error">
          <Icon name="warning" size={14} /> {error}
        </p>
      )}
      {data.candidates.length > 0 && (
        <RadioCards
          id="municipality"
          label={t('cases.new.confirm')}
          value={value.certainty === 'confirmed' ? value.municipality : null}
          onChange={(code) => onChange(chosen(code))}
          options={candidates.map((code) => ({ value: String(code), label: names.municipality(code) }))}
        />
      )}
    </div>
  )
}

function metres(distance: number, language: Language): string {
  return distance >= 1000 ? `${number(distance / 1000, language, 1)} km` : `${number(Math.round(distance), language)} m`
}
