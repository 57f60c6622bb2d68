import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { Verdict } from '../../parts/Verdict.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { CapArea, Caps } from './capsAnswer.ts'
import { ToldFigure } from './ToldFigure.tsx'

const flags = ['competence', 'facilities', 'equipment', 'parentsInvolved'] as const

/** Clinics for children by area: who meets all four requirements, what the others lack, and who lives too far away. */
export function ChildrenPanel({ data }: { readonly data: Caps }) {
  const { t } = useTranslation()
  const [first] = data.areas
  return (
    <Panel title={t('caps.children.title')} footer={t('caps.children.note')} className="flush caps-children">
      <TableScroll label={t('caps.children.title')}>
        <table className="table">
          <caption className="visually-hidden">{t('caps.children.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('caps.children.area')}</th>
              <th scope="col" className="num">
                {t('caps.children.patients')}
              </th>
              <th scope="col">{t('caps.children.verdict')}</th>
              <th scope="col">{t('caps.children.qualifying')}</th>
              <th scope="col">{t('caps.children.lacking')}</th>
              <th scope="col">{t('caps.children.far', { km: first?.children.maxKm ?? 0 })}</th>
            </tr>
          </thead>
          <tbody>
            {data.areas.map((area) => (
              <Row key={area.code} area={area} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </Panel>
  )
}

function Row({ area: { kind, name, children } }: { readonly area: CapArea }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { patients, verdict, qualifying, lacking, outOfReach } = children
  const isSilent = qualifying.length === 0 && lacking.length === 0
  return (
    <tr>
      <th scope="row">{kind === 'set' ? t('caps.set.name') : name}</th>
      <td className="num">
        <ToldFigure told={patients} />
      </td>
      <td>
        <Verdict outcome={verdict} />
      </td>
      <td>
        {isSilent
          ? t('caps.children.noneSaid')
          : qualifying.length === 0
            ? t('caps.children.none')
            : qualifying.map(({ name: clinic }) => clinic).join(', ')}
      </td>
      <td>
        {lacking.length === 0 ? (
          t('caps.children.none')
        ) : (
          <ul>
            {lacking.map(({ clinic, name: called, missing }) => (
              <li key={clinic}>
                {called}
                <Flags missing={missing} />
              </li>
            ))}
          </ul>
        )}
      </td>
      <td>
        {outOfReach.length === 0
          ? t('caps.children.none')
          : outOfReach
              .map(({ name: called, nearestMetres }) =>
                nearestMetres === null
                  ? t('caps.children.noWay', { name: called })
                  : t('caps.children.nearest', { name: called, km: number(nearestMetres / 1000, language) }),
              )
              .join(', ')}
      </td>
    </tr>
  )
}

/** The four requirements of a clinic: a mark and a word for each that is met, and for each that is not or is not said. */
function Flags({ missing }: { readonly missing: readonly string[] }) {
  const { t } = useTranslation()
  return (
    <ul className="clinic-flags">
      {flags.map((flag) => {
        const isMissing = missing.includes(flag)
        return (
          <li key={flag} className={isMissing ? 'flag-missing' : ''}>
            <Icon name={isMissing ? 'close' : 'check'} size={12} />
            <span className="visually-hidden">{t(isMissing ? 'caps.children.lacks' : 'caps.children.meets')}: </span>
            {t(`caps.children.flag.${flag}`)}
          </li>
        )
      })}
    </ul>
  )
}
