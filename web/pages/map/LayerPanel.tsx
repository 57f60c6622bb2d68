import { Link } from '@tanstack/react-router'
import { type ComponentProps, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { capacity, date, number, perInhabitantDecimals } from '../../format.ts'
import { Legend } from '../../map/Legend.tsx'
import type { LayerId } from '../../map/layerNames.ts'
import { announce } from '../../parts/announce.ts'
import { Button, IconButton } from '../../parts/Button.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { useAreas } from '../../shell/scope.ts'
import { useLanguage } from '../../text/i18n.ts'
import { AreasNote } from './AreasNote.tsx'
import { CoverageLayer } from './CoverageLayer.tsx'
import { OfferLayer } from './OfferLayer.tsx'

export const layerPanelId = 'layer-panel'

/** The layers with their switches and legends. Collapses to its title. */
export function LayerPanel({
  answer,
  shown,
  clinicCount,
  schoolCount,
  offerCount,
  sizes,
  radius,
  coverage,
  onShow,
  onIsolate,
  onTable,
}: {
  readonly answer: Answer<'municipalities'> | undefined
  readonly shown: ReadonlySet<LayerId>
  readonly clinicCount: number
  readonly schoolCount: number
  /** Places of municipal offers; null while they are not shown. */
  readonly offerCount: number | null
  /** Capacities of the circles in the legend. */
  readonly sizes: readonly number[]
  /** Pixels of radius for the square root of one unit of capacity. */
  readonly radius: number
  readonly coverage: Omit<ComponentProps<typeof CoverageLayer>, 'onIsolate'>
  readonly onShow: (layer: LayerId, on: boolean) => void
  readonly onIsolate: (at: number | null) => void
  readonly onTable: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const confirmWithin = useAreas().data?.boundaries.confirmWithinM
  const [open, setOpen] = useState(() => innerWidth > 900)
  const unit = answer?.unit ?? 'unitsHundredths'
  const toggle = (layer: LayerId, name: string) => (on: boolean) => {
    onShow(layer, on)
    announce(t(on ? 'map.layers.shown' : 'map.layers.hidden', { layer: name }))
  }
  return (
    <section
      className={open ? 'map-panel layer-panel' : 'map-panel layer-panel closed'}
      aria-labelledby={`${layerPanelId}-title`}
    >
      <header className="panel-head">
        <h2 id={`${layerPanelId}-title`}>{t('map.layers.title')}</h2>
        <Button kind="text" icon="table" onPress={onTable} className="as-table">
          {t('map.asTable')} <kbd>T</kbd>
        </Button>
        <IconButton
          icon={open ? 'up' : 'layers'}
          label={t(open ? 'map.layers.hide' : 'map.layers.show')}
          aria-expanded={open}
          aria-controls={layerPanelId}
          onPress={() => setOpen(!open)}
        />
      </header>
      <div id={layerPanelId} className="layer-body" hidden={!open}>
        <div className="layer">
          <div className="layer-head">
            <Switch
              label={t('coverage.name')}
              on={shown.has('coverage')}
              onChange={toggle('coverage', t('coverage.name'))}
            />
            <span className="meta">{t('map.layers.perMunicipality')}</span>
          </div>
          {shown.has('coverage') && <CoverageLayer {...coverage} onIsolate={onIsolate} />}
        </div>
        <div className="layer">
          <div className="layer-head">
            <Switch
              label={t('map.layers.capacityShort')}
              on={shown.has('capacity')}
              onChange={toggle('capacity', t('map.layers.capacityShort'))}
            />
            <span className="meta">{t('map.layers.perMunicipality')}</span>
          </div>
          {answer !== undefined && shown.has('capacity') && (
            <>
              <p className="layer-note">{t('map.inspector.perInhabitants', { unit: t(`map.unit.${unit}Long`) })}</p>
              <Legend
                limits={answer.breaks}
                decimals={perInhabitantDecimals(unit)}
                hasUnknown={answer.rows.some(({ per10000 }) => per10000 === null)}
                onIsolate={onIsolate}
              />
              <p className="meta">
                {t(`map.unit.${unit}Note`)}{' '}
                {t('map.legend.population', {
                  date: date(answer.populationAsOf, language),
                  source: answer.populationSource,
                })}
              </p>
              <AreasNote answer={answer} />
            </>
          )}
        </div>
        <div className="layer">
          <div className="layer-head">
            <Switch
              label={t('map.layers.clinics')}
              on={shown.has('clinics')}
              onChange={toggle('clinics', t('map.layers.clinics'))}
            />
            <span className="meta">{number(clinicCount, language)}</span>
          </div>
          {shown.has('clinics') && sizes.length > 0 && (
            <div className="size-legend">
              {sizes.map((size) => (
                <span key={size}>
                  <svg width={26} height={26} viewBox="-13 -13 26 26" aria-hidden="true">
                    <circle r={Math.min(12, radius * Math.sqrt(size))} />
                  </svg>
                  {capacity(size, unit, language).replace(/[.,]0+$/, '')}
                </span>
              ))}
              <span className="meta">{t('map.legend.clinicSize', { unit: t(`map.unit.${unit}`) })}</span>
              <span className="cluster-key">
                <span className="dot-key filled" aria-hidden="true" />
                {t('map.legend.documented')}
              </span>
              <span className="cluster-key">
                <span className="dot-key" aria-hidden="true" />
                {t('map.legend.undocumented')}
              </span>
              <span className="cluster-key">
                <span className="cluster-dot" aria-hidden="true">
                  3
                </span>
                {t('map.legend.cluster')}
              </span>
            </div>
          )}
        </div>
        <div className="layer">
          <div className="layer-head">
            <Switch
              label={t('map.layers.ridingSchools')}
              on={shown.has('ridingSchools')}
              onChange={toggle('ridingSchools', t('map.layers.ridingSchools'))}
            />
            <span className="meta">{number(schoolCount, language)}</span>
          </div>
          {shown.has('ridingSchools') && (
            <div className="diamond-key">
              <svg width={18} height={18} viewBox="0 0 22 22" aria-hidden="true">
                <path className="diamond" d="M11 1.5 20.5 11 11 20.5 1.5 11Z" />
                <path className="horseshoe" d="M8.6 14.2c-1.5-4.6.2-6.8 2.4-6.8s3.9 2.2 2.4 6.8" />
              </svg>
              {t('map.legend.school')}
              <Link to="/ridefysioterapi">{t('map.legend.toRiding')}</Link>
            </div>
          )}
        </div>
        <OfferLayer
          on={shown.has('municipalOffers')}
          count={offerCount}
          onChange={toggle('municipalOffers', t('municipal.map.layer'))}
        />
        <p className="layer-foot">
          <span className="region-key">
            <svg width={30} height={6} aria-hidden="true">
              <path d="M0 3h30" />
            </svg>
            {t('map.legend.regionLine')}
          </span>
          {confirmWithin !== undefined && t('map.approx', { metres: number(confirmWithin, language) })}
        </p>
      </div>
    </section>
  )
}
