import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { placeLine } from '#events/say/places'
import { viewQuery } from '../../api.ts'
import { capacity, date, none, number } from '../../format.ts'
import { token } from '../../map/palette.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { BeforeAfter } from '../../parts/BeforeAfter.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { ChangeLegend } from '../cases/ChangeLegend.tsx'
import { ChangeMap } from '../cases/ChangeMap.tsx'
import { type CaseFile, placesIn } from '../cases/caseFile.ts'
import {
  type Amounts,
  changeFigures,
  changeText,
  changeTokens,
  differenceOf,
  highlighted,
} from '../cases/changeFigures.ts'
import { ownFigures } from './ownFigures.ts'

/** What the application does to one municipality: its own map and its figures before and after. */
export function OwnArea({ file, municipality }: { readonly file: CaseFile; readonly municipality: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const { params, past } = useMoment()
  const at = { ...params, asOf: file.row.wantedFrom, code: municipality }
  const scenario = past ? null : file.scenario
  const before = useQuery(viewQuery('municipality', at)).data
  const supposed = useQuery({
    ...viewQuery('municipality', scenario === null ? at : { ...at, scenario }),
    enabled: scenario !== null,
  }).data
  // Without a scenario the question is the same as before, and so would the answer be.
  const after = scenario === null ? undefined : supposed
  const { from, to, moves } = placesIn(file)
  const places = [...new Set([from, to].filter((place) => place !== null).map(placeLine))].join(', ')
  const riding = file.ridingEffects.find((row) => row.municipality === municipality)
  const { effects, involved, unit: step } = file
  const own = useMemo(() => ownFigures(file, municipality, before, after), [file, municipality, before, after])
  const figures = useMemo(
    () =>
      // What a case does elsewhere is told for a move alone.
      effects.length > 0
        ? changeFigures({ effects, involved, unit: step }, names.municipality, language)
        : new Map([
            ...highlighted(involved, names.municipality),
            ...(own.changes === null
              ? []
              : changeFigures(
                  { effects: [{ municipality, ...own.capacity }], involved: [], unit: step },
                  names.municipality,
                  language,
                )),
          ]),
    [effects, involved, step, own, municipality, names.municipality, language],
  )
  const ramp = useMemo(() => changeTokens.map(token), [])
  const unit = t(file.unit === 'hoursTenths' ? 'consultations.page.unitHours' : 'consultations.page.unitUnits')
  const decimals = file.unit === 'hoursTenths' ? 0 : 1
  const said = (figure: Amounts, text: (value: number | null) => string) => (
    <Pair before={text(figure.before)} after={text(figure.after)} />
  )
  const difference = own.changes === null ? null : differenceOf(own.capacity)
  const name = names.municipality(municipality)
  return (
    <Panel title={t('consultations.page.whatItMeans', { municipality: name })} aside={unit} className="own-area">
      <div className="own-area-grid">
        <div>
          <ChangeMap
            from={from}
            to={to}
            moves={moves && file.subject.type !== 'A4'}
            words={{ from: t('cases.facts.present'), to: t(moves ? 'cases.change.new' : 'cases.facts.where') }}
            figures={figures}
            ramp={ramp}
            focus={[municipality]}
            selected={municipality}
            label={`${t('consultations.page.mapLabel')}. ${places}`}
          />
          <ChangeLegend />
        </div>
        <dl className="own-figures">
          <Figure label={t('consultations.page.capacity')}>
            {said(own.capacity, (value) => capacity(value, file.unit, language))}
          </Figure>
          <Figure label={t('consultations.page.difference')}>
            {difference === null ? none : difference === 0 ? '±0' : changeText(difference, file.unit, language)}
          </Figure>
          <Figure label={t('consultations.page.clinics')}>
            {said(own.clinics, (value) => number(value, language))}
          </Figure>
          {riding !== undefined && (
            <Figure label={t('cases.facts.ridingHours')}>
              <Pair
                before={capacity(riding.before, 'hoursTenths', language)}
                after={capacity(riding.after, 'hoursTenths', language)}
              />
            </Figure>
          )}
          <Figure label={t('consultations.page.per10000')}>
            {said(own.per10000, (value) => number(value, language, decimals))}
          </Figure>
          <Figure label={t('consultations.page.population')}>{number(before?.row.population ?? null, language)}</Figure>
          <Figure label={t('consultations.page.rank')}>
            {after?.rank == null || before?.rank == null ? (
              rankOf(before?.rank)
            ) : (
              <Pair before={rankOf(before.rank)} after={rankOf(after.rank)} />
            )}
          </Figure>
        </dl>
      </div>
      {own.changes === false && (
        <p className="panel-note">
          {t('consultations.page.notAffected', { date: date(file.row.wantedFrom, language) })}
        </p>
      )}
    </Panel>
  )

  function rankOf(rank: { of: number; at: number } | null | undefined): string {
    return rank === null || rank === undefined ? none : t('consultations.page.regionalRank', rank)
  }
}

function Pair({ before, after }: { readonly before: string; readonly after: string }) {
  return before === after ? after : <BeforeAfter before={before} after={after} />
}

function Figure({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
