import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SubjectOf } from '#events/caseSubject'
import { placeLine } from '#events/say/places'
import { viewQuery } from '../../api.ts'
import { date } from '../../format.ts'
import { figuresOf, rampOf } from '../../map/figures.ts'
import { Legend } from '../../map/Legend.tsx'
import { token } from '../../map/palette.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { ChangeLegend } from './ChangeLegend.tsx'
import { ChangeMap } from './ChangeMap.tsx'
import type { CaseFile } from './caseFile.ts'
import { changeFigures, changeTokens } from './changeFigures.ts'
import { EffectsTable } from './EffectsTable.tsx'
import { useAlternativePlace } from './useAlternatives.ts'

/** What a relocation does to capacity: as a change, before and after on the map, and the same facts as a table. */
export function CapacityChange({ file, move }: { readonly file: CaseFile; readonly move: SubjectOf<'A3'> }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const alternative = useAlternativePlace(file)
  const navigate = useNavigate()
  const { map: view = 'change' } = useSearch({ strict: false })
  const { params, past } = useMoment()
  const { region } = file.row
  // The what-if holds as of now; the past has no what-if.
  const scenario = past ? null : file.scenario
  const mode = scenario === null && view === 'after' ? 'change' : view
  const base = { ...params, asOf: file.row.wantedFrom, region }
  const before = useQuery({ ...viewQuery('municipalities', base), enabled: mode === 'before' }).data
  const after = useQuery({
    ...viewQuery('municipalities', scenario === null ? base : { ...base, scenario }),
    enabled: mode === 'after' && scenario !== null,
  }).data
  const change = useMemo(() => changeFigures(file, names.municipality, language), [file, names.municipality, language])
  const answer = mode === 'before' ? before : after
  const breaks = answer?.breaks
  const figures = useMemo(
    () => (mode === 'change' ? change : figuresOf(answer, language)),
    [mode, change, answer, language],
  )
  const ramp = useMemo(() => (mode === 'change' ? changeTokens.map(token) : rampOf(breaks ?? [])), [mode, breaks])
  const focus = [...change.keys()]
  const options = [
    { value: 'change' as const, label: t('cases.change.change') },
    { value: 'before' as const, label: t('cases.change.before') },
    ...(scenario === null ? [] : [{ value: 'after' as const, label: t('cases.change.after') }]),
  ]
  const said = t('cases.change.mapText', { from: placeLine(move.from), to: placeLine(move.to) })
  return (
    <Panel
      title={t('cases.change.title')}
      aside={
        <Segmented
          label={t('cases.change.view')}
          value={mode}
          options={options}
          onChange={(map) => void navigate({ to: '.', search: (was) => ({ ...was, map }), replace: true })}
        />
      }
      className="change-panel"
    >
      <ChangeMap
        from={move.from}
        to={move.to}
        words={{ from: t('cases.change.old'), to: t('cases.change.new'), alternative: t('alternatives.pin') }}
        figures={figures}
        alternative={alternative}
        ramp={ramp}
        focus={focus}
        hatchLowest={mode !== 'change'}
        label={`${t('cases.change.mapLabel')}. ${said}`}
      />
      {(move.from.position === null || move.to.position === null) && (
        <p className="panel-note">{t('cases.change.noPoint')}</p>
      )}
      {mode === 'change' ? (
        <ChangeLegend />
      ) : (
        breaks !== undefined && (
          <Legend
            limits={breaks}
            decimals={answer?.unit === 'hoursTenths' ? 0 : 1}
            hasUnknown={answer?.rows.some(({ per10000 }) => per10000 === null) ?? false}
            onIsolate={() => undefined}
          />
        )
      )}
      {scenario === null && (
        <p className="panel-note">
          {t(past ? 'cases.change.past' : 'cases.change.gone', { date: date(file.row.wantedFrom, language) })}
        </p>
      )}
      <EffectsTable
        file={file}
        rows={file.effects}
        unit={file.unit}
        caption={t('cases.change.table')}
        heading={t(file.unit === 'hoursTenths' ? 'cases.change.capacityHours' : 'cases.change.capacityUnits')}
        unchanged={t('cases.change.unchanged')}
      />
    </Panel>
  )
}
