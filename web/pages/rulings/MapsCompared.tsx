import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { placesOf } from '#events/caseSubject'
import { placeLine } from '#events/say/places'
import { token } from '../../map/palette.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { ChangeLegend } from '../cases/ChangeLegend.tsx'
import { ChangeMap } from '../cases/ChangeMap.tsx'
import { changeFigures, changeTokens } from '../cases/changeFigures.ts'
import type { Replay } from './replayAnswer.ts'

type Side = 'known' | 'now'

/** The application on the map by what was known, and by what is known now. */
export function MapsCompared({ replay }: { readonly replay: Replay }) {
  const { t } = useTranslation()
  const { from, to } = placesOf(replay.application.known.subject)
  if (from === null && to === null) return null
  return (
    <Panel title={t('rulings.replay.map')} className="replay-maps">
      <div className="map-pair">
        {(['known', 'now'] as const).map((side) => (
          <SideMap key={side} replay={replay} side={side} />
        ))}
      </div>
      {replay.application.known.subject.type === 'A3' && (
        <>
          <ChangeLegend />
          <p className="panel-note">{t('rulings.replay.mapNote')}</p>
        </>
      )}
    </Panel>
  )
}

function SideMap({ replay, side }: { readonly replay: Replay; readonly side: Side }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const { subject, unit } = replay.application[side]
  const { from, to } = placesOf(subject)
  const moves = from !== to && from !== null && to !== null
  const figures = useMemo(() => {
    const heard = replay.hearings.map(({ municipality }) => String(municipality))
    const places = [from?.municipality, to?.municipality].filter((code) => code != null)
    return changeFigures(
      { effects: effectsIn(replay, side), involved: [...new Set([...places, ...heard])], unit },
      names.municipality,
      language,
    )
  }, [replay, side, from, to, unit, names.municipality, language])
  const ramp = useMemo(() => changeTokens.map(token), [])
  const heading = t(side === 'known' ? 'rulings.replay.mapKnown' : 'rulings.replay.mapNow')
  const said = [...new Set([from, to].filter((place) => place !== null).map(placeLine))].join(', ')
  return (
    <div>
      <h3>{heading}</h3>
      <ChangeMap
        from={from}
        to={to}
        moves={subject.type === 'A3'}
        words={{
          from: t(moves ? 'cases.change.old' : 'cases.facts.mainAddress'),
          to: moves ? t('cases.change.new') : to === null ? '' : placeLine(to),
        }}
        figures={figures}
        ramp={ramp}
        focus={[...figures.keys()]}
        label={`${heading}. ${said}`}
      />
    </div>
  )
}

/** What the application does to the capacity of each municipality, by one side's figures. */
function effectsIn({ figures }: Replay, side: Side) {
  const amount = (key: string, code: string) => {
    const value = figures.find((figure) => figure.key === key && figure.about === code)?.[side]
    return typeof value === 'number' ? value : null
  }
  const codes = figures.flatMap(({ key, about }) => (key === 'municipalityBefore' ? [about] : []))
  return codes.map((code) => ({
    municipality: code,
    before: amount('municipalityBefore', code),
    after: amount('municipalityAfter', code),
  }))
}
