import { useTranslation } from 'react-i18next'
import { Field } from '../../../../parts/Field.tsx'
import { Segmented } from '../../../../parts/Segmented.tsx'
import { useAreas } from '../../../../shell/scope.ts'
import { Group } from './Group.tsx'
import { MunicipalityChips } from './MunicipalityChips.tsx'
import type { PartProps } from './part.ts'

/** The area that an agreement covers: municipalities, what a county agreed before 2007, or unknown. */
export function AreaPart({ field, value, onChange, label, mark, hint, error }: PartProps<'area'>) {
  const { t } = useTranslation()
  const counties = useAreas().data?.formerCounties ?? []
  const kinds = ['municipality', 'county', 'unknown'] as const
  return (
    <Group id={field.name} label={label} mark={mark} hint={hint} error={error}>
      <Segmented
        label={label}
        value={value.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`cases.new.area.${kind}`) }))}
        onChange={(kind) => onChange({ ...value, kind })}
      />
      {value.kind === 'county' && (
        <Field label={t('cases.new.area.countyName')} className="part-narrow">
          {(props) => (
            <select
              {...props}
              value={value.county}
              onChange={(event) => onChange({ ...value, county: event.target.value })}
            >
              <option value="">{t('cases.new.choose')}</option>
              {counties.map(({ code, name }) => (
                <option key={code} value={name}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {value.kind !== 'unknown' && (
        <MunicipalityChips label={label} codes={value.codes} onChange={(codes) => onChange({ ...value, codes })} />
      )}
    </Group>
  )
}
