import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ScenarioId } from '#events/identifiers'
import { viewQuery } from '../../api.ts'
import { date } from '../../format.ts'
import { figuresOf } from '../../map/figures.ts'
import { type LayerId, layersShown, layersText } from '../../map/layerNames.ts'
import { MapPicture } from '../../map/MapPicture.tsx'
import { MapView } from '../../map/MapView.tsx'
import { MunicipalOfferLayer } from '../../map/MunicipalOfferLayer.tsx'
import { type Target, targetIn, targetText } from '../../map/selection.ts'
import { useItems, useShapes } from '../../map/sources.ts'
import { endStarted } from '../../map/started.ts'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { useTitle } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { searchOf } from '../../search.ts'
import { useKey } from '../../shell/keys.ts'
import { useAreas, useScope } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { AsOfBar } from '../../time/AsOfBar.tsx'
import { useMoment } from '../../time/moment.ts'
import { CapacityPrint } from './CapacityPrint.tsx'
import { CoverageNotice } from './CoverageNotice.tsx'
import { CoverageOverlay } from './CoverageOverlay.tsx'
import { CoverageTableTools } from './CoverageTableTools.tsx'
import { Inspector } from './Inspector.tsx'
import { LayerPanel, layerPanelId } from './LayerPanel.tsx'
import { lookOf } from './look.ts'
import { MapTable } from './MapTable.tsx'
import { OfferNote } from './OfferNote.tsx'
import { legendSizes, placesOf, radiusScale } from './places.ts'
import { SideLegend } from './SideLegend.tsx'
import { TableCsv } from './TableCsv.tsx'
import { TableTools } from './TableTools.tsx'
import { useCoverageLayer } from './useCoverageLayer.ts'
import { usePadding } from './usePadding.ts'

/** Screen 1: the map and its table twin, with one selection, one hover and one moment for all of it. */
export function MapPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const search = useSearch({ from: '/kort' })
  const navigate = useNavigate({ from: '/kort' })
  const moment = useMoment()
  const { region } = useScope()
  const areas = useAreas()
  const [hovered, setHovered] = useState<string | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const [isolated, setIsolated] = useState<number | null>(null)
  const [broken, setBroken] = useState<unknown>(null)
  useTitle(t('shell.nav.map'))

  const scenario = ScenarioId.safeParse(search.scenario).data
  const laid = scenario === undefined ? {} : { scenario }
  const figuresQuery = useQuery({
    ...viewQuery('municipalities', { ...moment.params, ...laid, ...(region === null ? {} : { region }) }),
    placeholderData: (was) => was,
  })
  const answer = figuresQuery.data
  const shapes = useShapes()
  const clinicItems = useItems('clinics', laid)
  const schoolItems = useItems('ridingSchools', laid)

  const inTable = search.view === 'table'
  const target = targetIn(search.sel)
  const shown = useMemo(() => layersShown(search.layers), [search.layers])
  const scope = useMemo(
    () =>
      region === null ? null : new Set<string>(areas.data?.regions.find(({ code }) => code === region)?.municipalities),
    [region, areas.data],
  )
  const clinics = useMemo(() => placesOf(clinicItems.data, scope), [clinicItems.data, scope])
  const schools = useMemo(() => placesOf(schoolItems.data, scope), [schoolItems.data, scope])
  const offering = shown.has('municipalOffers')
  const offerItems = useItems('municipalOffers', { ...laid, enabled: offering })
  const offers = useMemo(() => (offering ? placesOf(offerItems.data, scope) : null), [offering, offerItems.data, scope])
  const covering = shown.has('coverage')
  const coverage = useCoverageLayer(covering, laid, target, (change) => show(change))
  const { answer: covered, before: held } = coverage.state
  const { picture } = coverage
  const figures = useMemo(() => {
    if (picture !== null) return picture.figures
    const unit = t(`map.unit.${answer?.unit ?? 'unitsHundredths'}Long`)
    return figuresOf(answer, language, (value) => t('map.inspector.saidPerInhabitants', { value, unit }))
  }, [picture, answer, language, t])
  const radius = useMemo(() => radiusScale(clinics), [clinics])
  const look = useMemo(() => {
    const own = lookOf(shown, figures, answer?.breaks ?? [], clinics, { inTable, wholeCountry: region === null })
    return picture === null ? own : picture.coloured(own)
  }, [figures, shown, inTable, answer, picture, clinics, region])
  const padding = usePadding(inTable, target !== null)

  const show = (change: Partial<typeof search>, replace = true) =>
    void navigate({ search: (was) => ({ ...was, ...change }), replace })
  const select = (next: Target | null) => show({ sel: targetText(next), tab: undefined, at: undefined }, false)
  const tell = (code: string, [lng, lat]: readonly [number, number]) =>
    show({ sel: code, tab: undefined, at: `${lng.toFixed(4)},${lat.toFixed(4)}` }, false)
  const setView = (view: 'map' | 'table') => {
    // A row that goes away with the table is not told that it loses its focus.
    setFocused(null)
    show({ view: view === 'table' ? view : undefined }, false)
  }
  const showLayer = (layer: LayerId, on: boolean) => {
    const next = new Set(shown)
    if (on) next.add(layer)
    else next.delete(layer)
    // Both colour the areas: the one that is switched on takes the other's place, and gives it back.
    if (layer === 'coverage') next[on ? 'delete' : 'add']('capacity')
    // Coverage brings its own symbols: only who counts, and who is known and does not.
    if (layer === 'coverage') next[on ? 'delete' : 'add']('clinics')
    if (layer === 'capacity' && on) next.delete('coverage')
    show({ layers: layersText(next) })
  }
  useKey(['t', 'T'], () => setView(inTable ? 'map' : 'table'))
  useKey(['l', 'L'], () =>
    document
      .querySelector<HTMLElement>(`#${layerPanelId}:not([hidden]) input, .layer-panel.closed .icon-button`)
      ?.focus(),
  )

  const csv = `/ogc/collections/municipalities/items${searchOf({ ...moment.params, ...laid, f: 'csv', limit: 10_000 })}`
  const waiting = figuresQuery.isPending || clinicItems.isPending || schoolItems.isPending
  const failed = areas.error ?? broken
  useEffect(() => {
    if (failed !== null) endStarted()
  }, [failed])
  return (
    <div className={inTable ? 'map-page in-table' : 'map-page'}>
      <h1 className="visually-hidden">{t(covering ? 'coverage.mapTitle' : 'map.title')}</h1>
      {inTable && (
        <TableTools
          count={answer?.rows.length ?? 0}
          save={
            answer !== undefined && covered !== undefined ? (
              <TableCsv answer={answer} coverage={covered} before={held} sort={search.sort} />
            ) : (
              <a className="button button-secondary" href={csv} download>
                <Icon name="download" />
                {t('map.csv')}
              </a>
            )
          }
          onMap={() => setView('map')}
        >
          {covering && <CoverageTableTools choice={coverage.state.choice} onChange={coverage.state.onChange} />}
        </TableTools>
      )}
      {inTable && <OfferNote />}
      {!covering && answer !== undefined && <CapacityPrint answer={answer} />}
      <div className="map-stage">
        {!inTable && (
          <LayerPanel
            answer={answer}
            shown={shown}
            clinicCount={clinics.features.length}
            schoolCount={schools.features.length}
            offerCount={offers?.features.length ?? null}
            sizes={legendSizes(clinics)}
            radius={radius}
            coverage={coverage.state}
            onShow={showLayer}
            onIsolate={setIsolated}
            onTable={() => setView('table')}
          />
        )}
        {inTable &&
          (answer === undefined ? (
            <div className="map-table">
              {figuresQuery.isError ? (
                <ErrorState error={figuresQuery.error} onRetry={() => void figuresQuery.refetch()} />
              ) : (
                <Skeleton rows={14} />
              )}
            </div>
          ) : (
            <MapTable
              answer={answer}
              coverage={covered}
              before={held}
              sort={search.sort}
              selected={target?.kind === 'municipality' ? target.id : null}
              onSort={(sort) => show({ sort })}
              onHover={setHovered}
              onFocus={setFocused}
              onSelect={(id) => select({ kind: 'municipality', id })}
            />
          ))}
        <div className="map-side">
          {failed !== null ? (
            <div className="map-frame map-failed">
              <ErrorState
                title={t('map.errorTitle')}
                error={failed}
                what={t(failed === broken ? 'map.errorWhat.drawing' : 'map.errorWhat.boundaries')}
                text={t('map.errorText')}
                onRetry={() => {
                  setBroken(null)
                  void areas.refetch()
                }}
              >
                {!inTable && (
                  <Button kind="primary" icon="table" onPress={() => setView('table')}>
                    {t('map.asTable')}
                  </Button>
                )}
              </ErrorState>
            </div>
          ) : (
            <MapView
              // With its figures and points, so that the map is drawn once.
              shapes={waiting ? undefined : shapes}
              figures={figures}
              unit={answer?.unit ?? 'unitsHundredths'}
              look={look}
              clinics={clinics}
              schools={schools}
              scope={scope}
              padding={padding}
              target={target}
              hovered={hovered}
              focused={focused}
              dimmedExcept={isolated}
              onHover={setHovered}
              onFocus={setFocused}
              onSelect={select}
              {...(covering ? { onPlace: tell } : {})}
              squareSaid={picture?.squareSaid}
              onError={(reason) => setBroken((was: unknown) => was ?? reason)}
              overlay={
                <>
                  <MapPicture />
                  <CoverageOverlay layer={coverage} region={region} inTable={inTable} />
                  {offers !== null && !inTable && <MunicipalOfferLayer places={offers} />}
                </>
              }
            >
              {/* Its style takes it away once the canvas beside it is drawn. */}
              <p className="map-loading" role="status">
                <span className="spinner" aria-hidden="true" />
                {t('map.loadingShapes')}
              </p>
              {covering && <CoverageNotice state={coverage.state} onCancel={coverage.cancel} />}
              {figuresQuery.isError && (
                <div className="map-notice">
                  <ErrorState error={figuresQuery.error} onRetry={() => void figuresQuery.refetch()} />
                </div>
              )}
              {answer?.rows.every((row) => row.clinics === 0) === true && (
                <div className="map-notice">
                  <EmptyState
                    icon="map"
                    title={t('map.emptyTitle')}
                    text={t('map.emptyText', { date: date(answer.at.effectiveOn, language) })}
                  />
                </div>
              )}
              <p className="map-attribution">{areas.data?.boundaries.attribution}</p>
            </MapView>
          )}
          {inTable && answer !== undefined && (
            <SideLegend
              answer={answer}
              coverage={covered}
              before={held}
              selected={target?.kind === 'municipality' ? target.id : null}
              focused={focused}
              onOpen={() => setView('map')}
              onIsolate={setIsolated}
            />
          )}
        </div>
        {target !== null && !inTable && (
          <Inspector
            key={search.sel}
            target={target}
            tab={search.tab ?? 'overview'}
            compared={answer}
            coverage={covered}
            onTab={(tab) => show({ tab: tab === 'overview' ? undefined : tab })}
            onSelect={select}
            onClose={() => select(null)}
          />
        )}
      </div>
      <AsOfBar municipality={target?.kind === 'municipality' ? target.id : null} />
    </div>
  )
}
