import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CoverageMeasure, CoverageService } from '#api/views/coverage'
import { isScore } from '../../map/coverageScale.ts'
import { IconButton } from '../../parts/Button.tsx'
import { DateInput } from '../../parts/DateInput.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { Select } from '../../parts/Select.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { parseDate } from '../../time/parseDate.ts'
import type { CoverageState } from './CoverageLayer.tsx'
import { DecayControls } from './DecayControls.tsx'
import { GroupPicker } from './GroupPicker.tsx'
import { useComparedKnown } from './useComparedKnown.ts'
import { limits } from './useCoverage.ts'

/** Group, service, measure, limit, municipal offers and the date to hold it against. */
export function CoverageControls({ answer, choice, compare, onChange }: CoverageState) {
  const { t } = useTranslation()
  const { group, service, max, unit, measure, k, offers } = choice
  return (
    <div className="coverage-controls">
      <GroupPicker group={group} onChange={(chosen) => onChange({ group: chosen })} />
      {answer?.usesGroup === false && answer.service === service && (
        <p className="layer-note">{t('coverage.groupUnused')}</p>
      )}
      <Select
        label={t('coverage.serviceLabel')}
        showLabel
        value={service}
        options={CoverageService.options.map((value) => ({ value, label: t(`coverage.service.${value}`) }))}
        onChange={(chosen) => onChange({ service: chosen === 'clinic' ? undefined : chosen })}
      />
      <Select
        label={t('coverage.measureLabel')}
        showLabel
        value={measure}
        options={CoverageMeasure.options.map((value) => ({ value, label: t(`coverage.measure.${value}`, { k }) }))}
        onChange={(chosen) => onChange({ measure: chosen === 'share' ? undefined : chosen })}
      />
      {measure === 'kth' && (
        <Segmented
          label={t('coverage.kthLabel')}
          size="small"
          value={String(k)}
          options={['2', '3', '4', '5'].map((value) => ({ value, label: `${value}.` }))}
          onChange={(chosen) => onChange({ k: Number(chosen) })}
        />
      )}
      {isScore(measure) && <DecayControls choice={choice} onChange={onChange} />}
      {/* The choice below has the same name. */}
      <p className="layer-note" aria-hidden="true">
        {t('coverage.limit')}
      </p>
      <div className="coverage-limit">
        <Segmented
          label={t('coverage.limit')}
          size="small"
          value={String(max)}
          options={limits.map((limit) => ({ value: String(limit), label: limit }))}
          onChange={(chosen) => onChange({ max: Number(chosen) })}
        />
        <Segmented
          label={t('coverage.unit')}
          size="small"
          value={unit}
          options={[
            { value: 'minutes', label: 'min.' },
            { value: 'km', label: 'km' },
          ]}
          onChange={(chosen) => onChange({ unit: chosen === 'minutes' ? undefined : chosen })}
        />
      </div>
      {service !== 'palliative' && (
        <Switch
          label={t('coverage.withOffers')}
          on={offers === 'with'}
          onChange={(on) => onChange({ offers: on ? 'with' : undefined })}
        />
      )}
      <CompareDate compare={compare} onChange={(date) => onChange({ compare: date })} />
    </div>
  )
}

function CompareDate({
  compare,
  onChange,
}: {
  readonly compare: string | undefined
  readonly onChange: (date: string | undefined) => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const { day } = useComparedKnown()
  const [typed, setTyped] = useState<string | null>(null)
  const isWrong = typed !== null && typed !== '' && parseDate(typed) === undefined
  return (
    <div className="compare-date">
      <label htmlFor={id}>{t('coverage.compare.label')}</label>
      <span className="compare-field">
        <DateInput
          id={id}
          value={typed ?? compare ?? ''}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onChange={(text) => {
            const date = parseDate(text)
            setTyped(date === undefined ? text : null)
            if (date !== undefined) onChange(date)
            if (text === '') onChange(undefined)
          }}
        />
        {compare !== undefined && (
          <IconButton
            icon="close"
            label={t('coverage.compare.clear')}
            onPress={() => {
              setTyped(null)
              onChange(undefined)
            }}
          />
        )}
      </span>
      {compare !== undefined && day !== undefined && (
        <p className="meta">{t('coverage.compare.knownNote', { date: day })}</p>
      )}
      {isWrong && (
        <p id={`${id}-wrong`} className="meta warn">
          {t('coverage.compare.invalid')}
        </p>
      )}
    </div>
  )
}
