import './places.css'
import { memo, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position2d } from '#events/place'
import { DrawPolygon } from '../../../map/draw/DrawPolygon.tsx'
import { type Item, useItems } from '../../../map/sources.ts'
import { Failed } from '../../../parts/Failed.tsx'
import { Panel } from '../../../parts/Panel.tsx'
import { WriteButton } from '../../../parts/WriteButton.tsx'
import { useAreas } from '../../../shell/scope.ts'
import { type AddressForm, kinds } from '../../cases/application/kinds.ts'
import { SearchPick } from '../../cases/SearchPick.tsx'
import { placesOf } from '../../map/places.ts'
import type { Scenario } from '../scenarioAnswer.ts'
import type { ScenarioEditing } from '../scenarioEditing.ts'
import { SitingSheet } from '../siting/SitingSheet.tsx'
import { type AreaDraft, AreaSide, toggled } from './AreaSide.tsx'
import { ClinicSide } from './ClinicSide.tsx'
import { type Mark, marksOf } from './marks.ts'
import { OpenSide } from './OpenSide.tsx'
import { usePlacing } from './PlaceFields.tsx'
import { PlacesMap } from './PlacesMap.tsx'

/** What is being done on the map. */
type Doing = { readonly kind: 'none' | 'open' | 'area' } | { readonly kind: 'clinic'; readonly clinic: string }

const noArea: AreaDraft = { by: 'municipalities', picked: [], ring: [] }

/**
 * The scenario's map and the ways to change it: clinics move, open and close, competences come and go, areas are drawn,
 * specialists are placed.
 */
export const PlacesPanel = memo(function PlacesPanel({
  scenario,
  group,
  region,
  editing,
  why,
}: {
  readonly scenario: Scenario
  /** Group looked at, which specialists are placed of to begin with. */
  readonly group: string | undefined
  readonly region: string | null
  readonly editing: ScenarioEditing
  /** Why nothing can be written; undefined when it can. */
  readonly why: string | undefined
}) {
  const { t } = useTranslation()
  const [siting, setSiting] = useState(false)
  const [doing, setDoing] = useState<Doing>({ kind: 'none' })
  const [to, setTo] = useState<AddressForm>(kinds.address.empty)
  const [area, setArea] = useState(noArea)
  const [drawing, setDrawing] = useState(0)
  const [notDrawn, setNotDrawn] = useState<unknown>(null)
  const place = usePlacing(setTo)
  const regions = useAreas().data?.regions
  const { asOf, key, changes } = scenario
  const before = useItems('clinics', { asOf }).data
  const { data: now, error, refetch } = useItems('clinics', { asOf, scenario: scenario.scenario, version: key })
  const clinics = useMemo(() => placesOf(now, null), [now])
  const places = useMemo(() => new Map([...positions(before), ...positions(now)]), [before, now])
  const isArea = doing.kind === 'area'
  const marks = useMemo(
    (): readonly Mark[] => [...marksOf(changes, places), ...(isArea ? sketched(area) : [])],
    [changes, places, isArea, area],
  )
  const choose = (clinic: string, position: Position2d | null) => {
    setDoing({ kind: 'clinic', clinic })
    setTo({ ...kinds.address.empty, position })
  }
  const done = () => {
    setDoing({ kind: 'none' })
    setTo(kinds.address.empty)
    setArea(noArea)
    setNotDrawn(null)
  }
  return (
    <Panel title={t('places.title')} className="scenario-places">
      <div className="places-tools">
        <SearchPick
          label={t('places.find')}
          kind="clinic"
          none={t('places.findNone')}
          onPick={({ id, position }) => choose(id, position)}
        />
        <WriteButton
          icon="plus"
          why={why}
          onPress={() => {
            done()
            setDoing({ kind: 'open' })
          }}
        >
          {t('places.open')}
        </WriteButton>
        <WriteButton
          icon="edit"
          why={why}
          onPress={() => {
            done()
            setDoing({ kind: 'area' })
          }}
        >
          {t('places.area.title')}
        </WriteButton>
        <WriteButton icon="user" why={why} onPress={() => setSiting(true)}>
          {t('siting.open')}
        </WriteButton>
      </div>
      {now === undefined && error !== null && <Failed error={error} onRetry={() => void refetch()} />}
      {notDrawn !== null && (
        <Failed
          error={notDrawn}
          onRetry={() => {
            setNotDrawn(null)
            setDrawing(drawing + 1)
          }}
        />
      )}
      <div className="places-columns">
        <PlacesMap
          asOf={asOf}
          clinics={clinics}
          marks={marks}
          region={region}
          dragged={doing.kind === 'none' || isArea ? null : to.position}
          onDrag={(point) => place(point)}
          onPress={({ layer, properties, lngLat }) => {
            if (doing.kind === 'open') return place(lngLat)
            if (isArea) {
              const { code } = properties
              if (area.by === 'municipalities' && typeof code === 'string')
                setArea({ ...area, picked: toggled(area.picked, code) })
              return
            }
            const clinic = String(properties.clinic)
            if (layer === 'clinics') choose(clinic, places.get(clinic) ?? null)
          }}
        >
          {isArea && area.by === 'line' && (
            <DrawPolygon
              key={drawing}
              onDrawn={(ring) => setArea((was) => ({ ...was, ring }))}
              onFailed={setNotDrawn}
            />
          )}
        </PlacesMap>
        {isArea ? (
          <AreaSide
            {...{ scenario, editing, why }}
            region={regions?.find(({ code }) => code === region)?.municipalities ?? null}
            draft={area}
            onChange={(part) => setArea((was) => ({ ...was, ...part }))}
            onRedraw={() => {
              setArea((was) => ({ ...was, ring: [] }))
              setDrawing(drawing + 1)
            }}
            onDone={done}
          />
        ) : doing.kind === 'clinic' ? (
          <ClinicSide
            key={doing.clinic}
            clinic={doing.clinic}
            {...{ scenario, editing, why, group, to }}
            onTo={setTo}
            onPlace={place}
            onDone={done}
            onClose={done}
          />
        ) : doing.kind === 'open' ? (
          <OpenSide {...{ scenario, editing, why, to }} onTo={setTo} onPlace={place} onDone={done} />
        ) : (
          <p className="panel-note places-side">{t('places.lead')}</p>
        )}
      </div>
      <SitingSheet {...{ scenario, group, region, editing, why }} open={siting} onClose={() => setSiting(false)} />
    </Panel>
  )
})

/** Where each clinic is. */
function positions(items: readonly Item[] | undefined): readonly (readonly [string, Position2d])[] {
  return (items ?? []).flatMap(({ geometry, properties }) =>
    geometry === null ? [] : [[String(properties.clinic), geometry.coordinates] as const],
  )
}

/** The area that is being picked, as it will look; a line shows itself while it is drawn. */
function sketched({ by, picked }: AreaDraft): readonly Mark[] {
  return by === 'line' || picked.length === 0
    ? []
    : [{ kind: 'area', change: 'sketch', municipalities: picked, shape: null }]
}
