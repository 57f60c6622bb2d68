import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RegionCode } from '#events/identifiers'
import { viewQuery } from '../../api.ts'
import { number } from '../../format.ts'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { Field } from '../../parts/Field.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Select } from '../../parts/Select.tsx'
import { useAreas } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { CalculatorResult } from './CalculatorResult.tsx'
import { asking, bounds, type CalculatorField, figuresIn, seedDraft, wrongFields } from './calculatorDraft.ts'
import { SaveProposal } from './SaveProposal.tsx'

const donor = [
  'donorTherapists',
  'donorPatients',
  'donorServices',
  'donorServiceCost',
  'donorPopulation',
  'population',
  'uplift',
] as const
const fixed = ['baseFee', 'supervision', 'themeDay', 'startUp', 'years'] as const

/** The calculator of R-33: a donor region's figures, both results side by side, saved as a proposal when it is wanted. */
export function Calculator({ region }: { readonly region: RegionCode }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { params } = useMoment()
  const regions = useAreas().data?.regions ?? []
  const [draft, setDraft] = useState(seedDraft)
  const [donorRegion, setDonorRegion] = useState<RegionCode>(RegionCode.parse('1083'))
  const wrong = wrongFields(draft)
  const figures = figuresIn(draft)
  const query = useQuery({
    ...viewQuery('section2Calculator', { ...params, ...asking(region, figures ?? emptyFigures) }),
    enabled: figures !== null,
    placeholderData: keepPreviousData,
  })
  const field = (name: CalculatorField) => {
    const [min, max] = bounds[name]
    const error = wrong.includes(name)
      ? t('municipal.calculator.whole', { min: number(min, language), max: number(max, language) })
      : undefined
    return (
      <Field key={name} label={t(`municipal.calculator.${name}`)} error={error}>
        {(props) => (
          <input
            {...props}
            inputMode="numeric"
            value={draft[name]}
            onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
          />
        )}
      </Field>
    )
  }
  return (
    <Panel title={t('municipal.calculator.title')} footer={t('municipal.calculator.sources')}>
      <p className="muted">{t('municipal.calculator.lead')}</p>
      <div className="calculator">
        <div className="calculator-fields">
          <fieldset>
            <legend>{t('municipal.calculator.donor')}</legend>
            <Select
              label={t('municipal.calculator.donorRegion')}
              showLabel
              value={String(donorRegion)}
              options={regions.map(({ code, name }) => ({ value: String(code), label: name }))}
              onChange={(code) => setDonorRegion(RegionCode.parse(code))}
            />
            <div className="calculator-columns">{donor.map(field)}</div>
          </fieldset>
          <fieldset>
            <legend>{t('municipal.calculator.fixed')}</legend>
            <div className="calculator-columns">{fixed.map(field)}</div>
          </fieldset>
        </div>
        <div className="calculator-result">
          {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
          {figures === null && (
            <p className="warn-line" role="status">
              {t('municipal.calculator.invalid')}
            </p>
          )}
          {figures !== null && query.data !== undefined && (
            <>
              <CalculatorResult answer={query.data} figures={figures} />
              <SaveProposal region={region} donorRegion={donorRegion} figures={figures} />
            </>
          )}
        </div>
      </div>
    </Panel>
  )
}

/** Stands in a question that is not asked. */
const emptyFigures = {
  donorTherapists: 1,
  donorPatients: 1,
  donorServices: 1,
  donorServiceCostOere: 0,
  donorPopulation: 1,
  population: 1,
  upliftPercent: 0,
  baseFeeOere: 0,
  supervisionOere: 0,
  themeDayOere: 0,
  startUpOere: null,
  years: 1,
}
