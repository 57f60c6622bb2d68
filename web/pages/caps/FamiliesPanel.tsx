import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CapBasis } from '#api/views/caps'
import { number } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { type CapArea, type CapGroup, type Caps, capBy, cellOf, toldSum } from './capsAnswer.ts'
import { ToldFigure } from './ToldFigure.tsx'
import { useGroupName } from './useGroupName.ts'

/** Families: how large their diagnoses are beside each other, and what each would get alone and as one. */
export const FamiliesPanel = memo(function FamiliesPanel({
  data,
  basis,
}: {
  readonly data: Caps
  readonly basis: CapBasis
}) {
  const { t } = useTranslation()
  const families = data.groups.filter(({ kind }) => kind === 'family')
  return (
    <Panel title={t('caps.families.title')} footer={t('caps.families.note')} className="caps-families">
      {families.length === 0
        ? t('caps.families.none')
        : families.map((family) => <Family key={family.id} data={data} family={family} basis={basis} />)}
    </Panel>
  )
})

function Family({ data, family, basis }: { readonly data: Caps; readonly family: CapGroup; readonly basis: CapBasis }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const nameOf = useGroupName()
  const all = family.members.map((member) => ({
    member,
    people: toldSum(data.areas.flatMap((area) => cellOf(area, member)?.expected[basis] ?? [])),
  }))
  const isTold = all.every(({ people }) => people.state === 'value' && people.value > 0)
  return (
    <>
      <h3>{nameOf(family.id)}</h3>
      {isTold && (
        <div className="family-bar">
          {all.map(({ member, people }) => (
            <span key={member} style={{ flexGrow: people.state === 'value' ? people.value : 0 }}>
              {t('caps.families.bar', {
                name: nameOf(member),
                people: people.state === 'value' ? number(people.value, language) : '',
              })}
            </span>
          ))}
        </div>
      )}
      <TableScroll label={nameOf(family.id)}>
        <table className="table">
          <caption className="visually-hidden">{nameOf(family.id)}</caption>
          <thead>
            <tr>
              <th scope="col">{t('caps.families.area')}</th>
              {[...family.members, family.id].map((id) => (
                <th key={id} scope="col" className="num">
                  {nameOf(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.areas.map((area) => (
              <tr key={area.code}>
                <th scope="row">{area.kind === 'set' ? t('caps.set.name') : area.name}</th>
                {[...family.members, family.id].map((id) => (
                  <td key={id} className="num">
                    <PeopleAndCap area={area} id={id} basis={basis} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  )
}

function PeopleAndCap({ area, id, basis }: { readonly area: CapArea; readonly id: string; readonly basis: CapBasis }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const cell = cellOf(area, id)
  if (cell === undefined) return null
  const cap = capBy(cell, basis)
  return (
    <>
      <ToldFigure told={cell.expected[basis]} />
      <span className="cell-sub">
        {cap === undefined || cap.cap === null
          ? t('caps.spoken.noCap')
          : t('caps.spoken.cap', { cap: number(cap.cap, language) })}
      </span>
    </>
  )
}
