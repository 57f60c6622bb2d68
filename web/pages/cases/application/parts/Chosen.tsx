import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../parts/Button.tsx'
import { Icon, type IconName } from '../../../../parts/Icon.tsx'

/** Something of the register that was chosen: what it is, what is known of it, and a way to choose another. */
export function Chosen({
  id,
  icon,
  label,
  title,
  facts,
  error,
  onClear,
}: {
  readonly id: string
  readonly icon: IconName
  readonly label: string
  readonly title: string
  readonly facts: readonly (readonly [label: string, value: ReactNode])[]
  readonly error?: string | undefined
  readonly onClear: () => void
}) {
  const { t } = useTranslation()
  return (
    <fieldset className="picked part-wide" id={id} tabIndex={-1}>
      <legend className="visually-hidden">{label}</legend>
      <Icon name={icon} size={20} />
      <dl>
        <div>
          <dt>{label}</dt>
          <dd>
            <strong>{title}</strong>
          </dd>
        </div>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Button onPress={onClear} aria-label={`${t('cases.new.chosen.other')}: ${label}`}>
        {t('cases.new.chosen.other')}
      </Button>
      {error !== undefined && (
        <p className="field-error">
          <Icon name="warning" size={14} /> {error}
        </p>
      )}
    </fieldset>
  )
}
