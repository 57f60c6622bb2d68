import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useAreaNames } from '../../parts/areaNames.ts'
import { useLanguage } from '../../text/i18n.ts'
import { Hatch } from './AreaSymbol.tsx'
import type { Agreement } from './agreements.ts'
import { areasLook } from './mapData.ts'
import { minHoursText } from './minHoursText.ts'

/** What the map draws of the agreement looked at, in words: today's area, what of it is divided, who is heard. */
export function AreaLegend({
  row,
  minHours,
  counties,
}: {
  readonly row: Agreement | null
  readonly minHours: number | null
  readonly counties: boolean
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const id = useId()
  const hours = minHoursText(minHours, language)
  return (
    <div className="area-legend">
      {row === null ? <p className="meta">{t('riding.map.chosen')}</p> : <AreaOf row={row} />}
      <ul className="area-keys">
        <li>
          <span className="legend-box others" aria-hidden="true" />
          {t('riding.map.others')}: {t('riding.map.othersText')}
        </li>
        <li>
          <Diamond kind="full" />
          {t('riding.map.key.school')}
        </li>
        <li>
          <Diamond kind="under" />
          {t('riding.map.key.under', { hours })}
        </li>
        <li>
          <Diamond kind="hollow" />
          {t('riding.map.key.hollow')}
        </li>
        <li>
          <svg width={18} height={12} aria-hidden="true">
            <Hatch id={id} />
            <rect className="box" x={1} y={1} width={16} height={10} rx={1.5} fill={`url(#${id})`} />
          </svg>
          {t('riding.map.key.unknown')}
        </li>
        {counties && (
          <li>
            <svg className="area-symbol" width={18} height={12} aria-hidden="true">
              <path className="county" d="M1 6h16" />
            </svg>
            {t('riding.map.key.county')}
          </li>
        )}
      </ul>
      {counties && <p className="meta">{t('riding.map.footnote')}</p>}
    </div>
  )
}

function AreaOf({ row }: { readonly row: Agreement }) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const id = useId()
  const { area, drawn, municipality } = row
  const list = (codes: readonly string[]) => codes.map(names.municipality).join(', ')
  const count = drawn.whole.length + drawn.parts.length
  const isKnown = area.kind !== 'unknown' && !drawn.hypothesis
  const today =
    area.kind === 'unknown'
      ? t('riding.map.todayUnknown')
      : area.kind === 'municipality'
        ? list(drawn.whole)
        : drawn.hypothesis
          ? t('riding.map.todayHypothesis', { county: area.county })
          : t('riding.map.todayCounty', {
              county: area.county,
              municipalities: t('riding.map.municipalities', { count }),
            })
  const { after } = areasLook([row], [row])
  const heard = [...new Set([...drawn.whole, ...drawn.parts, ...(municipality === null ? [] : [municipality])])]
  const heardNames = heard.length > 6 ? t('riding.map.municipalities', { count: heard.length }) : list(heard)
  return (
    <>
      <h3>
        {row.schoolName}, {names.municipality(municipality)}
      </h3>
      <dl className="area-words-list">
        <div>
          <dt>
            {isKnown ? <span className="legend-box solid" aria-hidden="true" /> : <HatchedBox id={`${id}-guess`} />}
            {t('riding.map.today')}
          </dt>
          <dd>{today}</dd>
        </div>
        {drawn.parts.length > 0 && isKnown && (
          <div>
            <dt>
              <HatchedBox id={`${id}-part`} />
              {t('riding.map.shared')}
            </dt>
            <dd>
              {t(drawn.parts.length === 1 ? 'riding.map.sharedOne' : 'riding.map.sharedText', {
                names: list(drawn.parts),
              })}
            </dd>
          </div>
        )}
        {after.length > 0 && (
          <div>
            <dt>
              <span className="legend-box after" aria-hidden="true" />
              {t('riding.map.after')}
            </dt>
            <dd>{t('riding.map.afterText', { name: list(after) })}</dd>
          </div>
        )}
        {row.openCases.length > 0 && (
          <div>
            <dt>{t('riding.map.heard')}</dt>
            <dd>
              {drawn.otherRegions.length === 0
                ? t('riding.map.heardText', { names: heardNames })
                : t('riding.map.heardRegions', {
                    names: heardNames,
                    regions: drawn.otherRegions.map(names.region).join(', '),
                  })}
            </dd>
          </div>
        )}
      </dl>
    </>
  )
}

function HatchedBox({ id }: { readonly id: string }) {
  return (
    <svg width={18} height={12} aria-hidden="true">
      <Hatch id={id} />
      <rect className="box" x={1} y={1} width={16} height={10} rx={1.5} fill={`url(#${id})`} />
    </svg>
  )
}

function Diamond({ kind }: { readonly kind: 'full' | 'under' | 'hollow' }) {
  return (
    <svg className={`school-key ${kind}`} viewBox="0 0 22 22" width={16} height={16} aria-hidden="true">
      <path className="outline" d="M11 1.5 20.5 11 11 20.5 1.5 11Z" />
      {kind === 'under' && <path className="half" d="M1.5 11h19L11 20.5Z" />}
    </svg>
  )
}
