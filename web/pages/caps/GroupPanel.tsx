import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { CapBasis } from '#api/views/caps'
import { number } from '../../format.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { adoptedIn, bases, type CapArea, type Caps, capBy, cellOf, planBasis } from './capsAnswer.ts'
import type { Near } from './nearHome.ts'
import { useGroupName } from './useGroupName.ts'

const CapsMap = lazy(() => import('./CapsMap.tsx').then((part) => ({ default: part.CapsMap })))

/** The chosen group: its caps by the three ways of counting side by side, and where it is over on a map. */
export function GroupPanel({
  data,
  group,
  basis,
  near,
}: {
  readonly data: Caps
  readonly group: string
  readonly basis: CapBasis
  readonly near: Near
}) {
  const { t } = useTranslation()
  const nameOf = useGroupName()
  const language = useLanguage()
  const title = t('caps.group.title', { group: nameOf(group) })
  const isFamily = data.groups.find(({ id }) => id === group)?.kind === 'family'
  return (
    <Panel
      title={nameOf(group)}
      aside={t('caps.proof.threeWays')}
      className="flush caps-group"
      footer={t('caps.group.note')}
    >
      <TableScroll label={title}>
        <table className="table">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('caps.group.area')}</th>
              <th scope="col" className="num">
                {t('caps.group.documented')}
              </th>
              {bases.map((one) => (
                <th key={one} scope="col" className={one === basis ? 'num chosen' : 'num'}>
                  {t(`caps.basis.${one}`)}
                  {one === planBasis(data.areas) && <span className="cell-sub">{t('caps.planBasis')}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.areas.map((area) => (
              <tr key={area.code}>
                <th scope="row">{area.kind === 'set' ? t('caps.set.name') : area.name}</th>
                <td className="num">
                  {number(cellOf(area, group)?.documented.valid ?? null, language)}
                  <AdoptedCap area={area} group={group} />
                </td>
                {bases.map((one) => (
                  <td key={one} className={one === basis ? 'num chosen' : 'num'}>
                    <CapOf area={area} group={group} basis={one} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <Suspense fallback={<div className="caps-map-frame" />}>
        <CapsMap areas={data.areas} group={group} basis={basis} far={near.far} maxKm={near.maxKm} />
      </Suspense>
      {!isFamily && (
        <p className="caps-to-map">
          <Link to="/kort" search={{ layers: 'coverage', group }}>
            <Icon name="map" /> {t('caps.group.toMap')}
          </Link>
        </p>
      )}
    </Panel>
  )
}

/** The three ways are what the formula gives; an adopted cap goes before them. */
function AdoptedCap({ area, group }: { readonly area: CapArea; readonly group: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const adopted = adoptedIn(cellOf(area, group))
  if (adopted === undefined) return null
  return <span className="cell-sub">{t('caps.spoken.adopted', { cap: number(adopted.cap, language) })}</span>
}

function CapOf({ area, group, basis }: { readonly area: CapArea; readonly group: string; readonly basis: CapBasis }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const cap = capBy(cellOf(area, group), basis)
  if (cap === undefined) return null
  const { cap: value, between } = cap
  if (value !== null) return number(value, language)
  return (
    <span className="told told-unknown">
      {between === null
        ? t('caps.told.unknown')
        : t('caps.board.between', { low: number(between[0], language), high: number(between[1], language) })}
    </span>
  )
}
