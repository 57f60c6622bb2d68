import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { capacity } from '../../../../format.ts'
import { Button, IconButton } from '../../../../parts/Button.tsx'
import { Field } from '../../../../parts/Field.tsx'
import { useLanguage } from '../../../../text/i18n.ts'
import { SearchPick } from '../../SearchPick.tsx'
import { fetchSchool } from '../picks.ts'
import { startOf } from '../startOf.ts'
import { quantityText, typedQuantity } from '../typedQuantity.ts'
import { AgreementPick } from './AgreementPick.tsx'
import { Group } from './Group.tsx'
import { MunicipalityChips } from './MunicipalityChips.tsx'
import type { PartProps } from './part.ts'

/** Other agreements that give up hours on the same date, each with what it has left. */
export function ReductionsPart({ field, value, onChange, label, mark, hint, error }: PartProps<'reductions'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <Group id={field.name} label={label} mark={mark} hint={hint} error={error}>
      {value.map((row, index) => (
        <div key={row.agreement.id} className="part-row">
          <span className="part-row-name">
            <span className="cell-main">{row.agreement.school.name || row.agreement.id}</span>
            {row.agreement.hoursTenths !== null && (
              <span className="cell-sub">
                {capacity(row.agreement.hoursTenths, 'hoursTenths', language)} {t('cases.new.units.hours')}
              </span>
            )}
          </span>
          <Field label={t('cases.new.rows.left')} hint={t('cases.new.rows.leftHint')} className="part-narrow">
            {(props) => (
              <input
                {...props}
                type="text"
                inputMode="decimal"
                maxLength={12}
                value={row.left}
                onChange={(event) =>
                  onChange(value.map((was, at) => (at === index ? { ...was, left: event.target.value } : was)))
                }
              />
            )}
          </Field>
          <IconButton
            icon="close"
            label={t('cases.new.rows.remove', { what: row.agreement.school.name || row.agreement.id })}
            onPress={() => onChange(value.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <AgreementPick
        label={t('cases.new.rows.addAgreement')}
        except={value.map(({ agreement }) => agreement.id)}
        onPick={(agreement) => onChange([...value, { agreement, left: '' }])}
      />
    </Group>
  )
}

/** Holders with their shares, and what the shares make together. */
export function SharesPart({ field, value, onChange, label, mark, hint, error }: PartProps<'shares'>) {
  const { t } = useTranslation()
  const change = (index: number, part: Partial<(typeof value)[number]>) =>
    onChange(value.map((was, at) => (at === index ? { ...was, ...part } : was)))
  const sum = value.reduce((total, { share }) => total + (typedQuantity(share, 2, [0, 100]) ?? 0), 0)
  return (
    <Group id={field.name} label={label} mark={mark} hint={`${hint ?? ''}. ${t('cases.new.person')}`} error={error}>
      {value.map((row, index) => (
        // A row has no identity but its place in the list.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} className="part-row">
          <Field label={t('cases.new.rows.holder', { n: index + 1 })}>
            {(props) => (
              <input
                {...props}
                type="text"
                maxLength={64}
                value={row.holder}
                onChange={(event) => change(index, { holder: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('cases.new.rows.share', { n: index + 1 })} className="part-narrow">
            {(props) => (
              <input
                {...props}
                type="text"
                inputMode="decimal"
                maxLength={6}
                value={row.share}
                onChange={(event) => change(index, { share: event.target.value })}
              />
            )}
          </Field>
          {value.length > 1 && (
            <IconButton
              icon="close"
              label={t('cases.new.rows.remove', { what: t('cases.new.rows.holder', { n: index + 1 }) })}
              onPress={() => onChange(value.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      <div className="panel-actions">
        <Button kind="text" icon="plus" onPress={() => onChange([...value, { holder: '', share: '' }])}>
          {t('cases.new.rows.addShare')}
        </Button>
        <span className="muted">{t('cases.new.rows.sum', { sum: quantityText(sum, 2) })}</span>
      </div>
    </Group>
  )
}

/** Riding schools, each with the municipalities asked for. */
export function SchoolAreasPart({
  field,
  value,
  values,
  onChange,
  label,
  mark,
  hint,
  error,
}: PartProps<'schoolAreas'>) {
  const { t } = useTranslation()
  const client = useQueryClient()
  return (
    <Group id={field.name} label={label} mark={mark} hint={hint} error={error}>
      {value.map((row, index) => (
        <div key={row.school.id} className="part-row">
          <span className="part-row-name cell-main">{row.school.name || row.school.id}</span>
          <MunicipalityChips
            label={row.school.name}
            codes={row.codes}
            onChange={(codes) => onChange(value.map((was, at) => (at === index ? { ...was, codes } : was)))}
          />
          <IconButton
            icon="close"
            label={t('cases.new.rows.remove', { what: row.school.name || row.school.id })}
            onPress={() => onChange(value.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <SearchPick
        label={t('cases.new.rows.addSchool')}
        kind="ridingSchool"
        none={t('cases.new.none.school')}
        near={startOf(values)}
        onPick={async ({ id }) => {
          const school = await fetchSchool(client, id)
          const code = school.place?.municipality
          if (!value.some((row) => row.school.id === id))
            onChange([...value, { school, codes: code == null ? [] : [code] }])
        }}
      />
    </Group>
  )
}

/** Riding agreements, each named with its school and hours. */
export function AgreementsPart({ field, value, onChange, label, mark, hint, error }: PartProps<'agreements'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <Group id={field.name} label={label} mark={mark} hint={hint} error={error}>
      {value.map((agreement) => (
        <div key={agreement.id} className="part-row">
          <span className="part-row-name">
            <span className="cell-main">{agreement.school.name || agreement.id}</span>
            {agreement.hoursTenths !== null && (
              <span className="cell-sub">
                {t('cases.new.rows.stops', { hours: capacity(agreement.hoursTenths, 'hoursTenths', language) })}
              </span>
            )}
          </span>
          <IconButton
            icon="close"
            label={t('cases.new.rows.remove', { what: agreement.school.name || agreement.id })}
            onPress={() => onChange(value.filter(({ id }) => id !== agreement.id))}
          />
        </div>
      ))}
      <AgreementPick
        label={t('cases.new.rows.addAgreement')}
        except={value.map(({ id }) => id)}
        onPick={(agreement) => onChange([...value, agreement])}
      />
    </Group>
  )
}
