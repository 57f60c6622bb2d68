import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { RegionCode } from '#events/identifiers'
import type { EffectiveDate } from '#events/time'
import { viewQuery } from '../../api.ts'
import { date, number } from '../../format.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { Field } from '../../parts/Field.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Select } from '../../parts/Select.tsx'
import { useDraft } from '../../parts/useDraft.ts'
import { useSession } from '../../session.ts'
import { areaName, useAreas } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { CalculatorResult } from './CalculatorResult.tsx'
import {
  asking,
  bounds,
  type CalculatorField,
  donorFields,
  draftFor,
  emptyFields,
  figuresIn,
  firstDonor,
  fixedFields,
  type Known,
  type Origin,
  wrongFields,
} from './calculatorDraft.ts'
import { SaveProposal } from './SaveProposal.tsx'

/** What was typed over what is known: of each donor region its own, and of the agreement. Kept in this browser. */
const Typed = z.object({
  donor: RegionCode.nullable(),
  ofDonor: z.record(z.string(), z.record(z.string(), z.string())),
  fixed: z.record(z.string(), z.string()),
})
const nothingTyped: z.infer<typeof Typed> = { donor: null, ofDonor: {}, fixed: {} }

/** The calculator of R-33: a donor region's figures, both results side by side, saved as a proposal when it is wanted. */
export function Calculator({
  region,
  known,
  populationAsOf,
}: {
  readonly region: RegionCode
  readonly known: Known
  readonly populationAsOf: EffectiveDate
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { params } = useMoment()
  const author = useSession()?.user?.userId ?? 'public'
  const regions = (useAreas().data?.regions ?? []).filter(({ code }) => code !== region)
  const typed = useDraft(`section2.${region}.${author}`, Typed, nothingTyped)
  const donorRegion = RegionCode.safeParse(typed.value.donor ?? firstDonor(region, known)).data ?? regions[0]?.code
  const key = String(donorRegion)
  const start = draftFor(region, key, known)
  const draft = { ...start.draft, ...typed.value.ofDonor[key], ...typed.value.fixed }
  const empty = emptyFields(draft)
  const wrong = wrongFields(draft)
  const figures = figuresIn(draft)
  const query = useQuery({
    ...viewQuery('section2Calculator', { ...params, ...asking(region, figures ?? emptyFigures) }),
    enabled: figures !== null,
    placeholderData: keepPreviousData,
  })
  const isFixed = (name: CalculatorField) => fixedFields.some((one) => one === name)
  const change = (name: CalculatorField, text: string) =>
    typed.update((was) =>
      isFixed(name)
        ? { ...was, fixed: { ...was.fixed, [name]: text } }
        : { ...was, ofDonor: { ...was.ofDonor, [key]: { ...was.ofDonor[key], [name]: text } } },
    )
  const field = (name: CalculatorField) => {
    const [min, max] = bounds[name]
    const error = empty.includes(name)
      ? t('municipal.calculator.missing')
      : wrong.includes(name)
        ? t('municipal.calculator.whole', { min: number(min, language), max: number(max, language) })
        : undefined
    return (
      <Field key={name} label={t(`municipal.calculator.${name}`)} error={error}>
        {(props) => (
          <input
            {...props}
            inputMode="numeric"
            value={draft[name]}
            onChange={(event) => change(name, event.target.value)}
          />
        )}
      </Field>
    )
  }
  if (donorRegion === undefined) return null
  return (
    <Panel
      title={t('municipal.calculator.title')}
      aside={
        typed.savedAt !== null && (
          <Button kind="text" onPress={typed.discard}>
            {t('municipal.calculator.reset')}
          </Button>
        )
      }
    >
      <p className="muted">{t('municipal.calculator.lead')}</p>
      <div className="calculator">
        <div className="calculator-fields">
          <fieldset>
            <legend>{t('municipal.calculator.donor')}</legend>
            <Select
              label={t('municipal.calculator.donorRegion')}
              showLabel
              value={key}
              options={regions.map(({ code, name }) => ({ value: String(code), label: name }))}
              onChange={(code) => typed.update((was) => ({ ...was, donor: RegionCode.parse(code) }))}
            />
            <From origin={start.origin} donorRegion={donorRegion} populationAsOf={populationAsOf} />
            <div className="calculator-columns">{donorFields.map(field)}</div>
          </fieldset>
          <fieldset>
            <legend>{t('municipal.calculator.fixed')}</legend>
            <div className="calculator-columns">{fixedFields.map(field)}</div>
          </fieldset>
        </div>
        <div className="calculator-result">
          {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
          {figures === null && (
            <p className="warn-line" role="status">
              {t(empty.length > 0 ? 'municipal.calculator.incomplete' : 'municipal.calculator.invalid', {
                count: empty.length,
              })}
            </p>
          )}
          {figures !== null && query.data !== undefined && (
            <>
              <CalculatorResult answer={query.data} figures={figures} />
              <SaveProposal region={region} donorRegion={donorRegion} figures={figures} onSaved={typed.discard} />
            </>
          )}
        </div>
      </div>
    </Panel>
  )
}

/** Where the donor's figures are from, or that they are asked for. */
function From({
  origin: { proposal, registered },
  donorRegion,
  populationAsOf,
}: {
  readonly origin: Origin
  readonly donorRegion: RegionCode
  readonly populationAsOf: EffectiveDate
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const areas = useAreas().data
  const year =
    proposal === null
      ? t('municipal.calculator.unknownDonor', { donor: areaName(areas, donorRegion) })
      : t('municipal.calculator.fromProposal', {
          region: areaName(areas, proposal.region),
          date: date(proposal.proposedOn, language),
          source: proposal.source === null ? '' : ` (${proposal.source})`,
        })
  return (
    <p className={proposal === null ? 'warn-line' : 'muted'} role="status">
      {year}
      {registered && ` ${t('municipal.calculator.registered', { date: date(populationAsOf, language) })}`}
    </p>
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
