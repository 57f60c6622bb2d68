import { useTranslation } from 'react-i18next'
import { CoverageDecay } from '#api/views/coverage'
import { number } from '../../format.ts'
import { Select } from '../../parts/Select.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { CoverageState } from './CoverageLayer.tsx'

/** Widths that can be chosen, in minutes or kilometres, and exponents of `power` in tenths. */
const spreads = [5, 10, 15, 20, 30, 45] as const
const exponents = [5, 10, 15, 20, 25, 30] as const

/** Of a measure of supply: how the weight of a journey falls, how wide, and how steep. */
export function DecayControls({ choice, onChange }: Pick<CoverageState, 'choice' | 'onChange'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { decay, spread, exponentTenths, unit } = choice
  const unitWord = unit === 'km' ? 'km' : 'min.'
  return (
    <>
      <Select
        label={t('coverage.decayLabel')}
        showLabel
        value={decay}
        options={CoverageDecay.options.map((value) => ({ value, label: t(`coverage.decay.${value}`) }))}
        onChange={(chosen) => onChange({ decay: chosen === 'step' ? undefined : chosen, spread: undefined })}
      />
      {decay !== 'step' && (
        <Select
          label={t(`coverage.spreadLabel.${decay}`, { unit: unitWord })}
          showLabel
          value={spread === undefined ? '' : String(spread)}
          options={[
            { value: '', label: t('coverage.spreadUsual') },
            // An address may name any width.
            ...[...new Set([...spreads, ...(spread === undefined ? [] : [spread])])].map((one) => ({
              value: String(one),
              label: `${one} ${unitWord}`,
            })),
          ]}
          onChange={(chosen) => onChange({ spread: chosen === '' ? undefined : Number(chosen) })}
        />
      )}
      {decay === 'power' && (
        <Select
          label={t('coverage.exponentLabel')}
          showLabel
          value={String(exponentTenths)}
          options={[...new Set([...exponents, exponentTenths])].map((one) => ({
            value: String(one),
            label: number(one / 10, language, 1),
          }))}
          onChange={(chosen) => onChange({ exponentTenths: Number(chosen) })}
        />
      )}
      <p className="meta">{t('coverage.decayNote')}</p>
    </>
  )
}
