import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegionCode } from '#events/identifiers'
import type { Answer } from '../../api.ts'
import { date, none, number } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Button } from '../../parts/Button.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { usePersonNames } from '../../parts/usePersonNames.ts'
import { useLanguage } from '../../text/i18n.ts'
import { AcceptanceSheet, LeaveSheet } from './MemberSheets.tsx'
import { useMayRegister } from './useMayPublish.ts'

/** Therapists of the agreement, by where they are. Names for who may know them; what nobody said is an en dash, not a no. */
export function Members({
  region,
  members,
}: {
  readonly region: RegionCode
  readonly members: Answer<'palliative'>['members']
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const nameOf = usePersonNames(members.map(({ person }) => person))
  const yes = (value: boolean | null) =>
    value === null ? none : t(value ? 'municipal.offer.yes' : 'municipal.offer.no')
  const why = useMayRegister(region)
  const [doing, setDoing] = useState<{ readonly what: 'accept' | 'leave'; readonly person: string } | null>(null)
  const member = members.find(({ person }) => person === doing?.person)
  const label = t('municipal.palliative.members', { count: members.length })
  const ordered = members.toSorted((a, b) =>
    names.municipality(a.municipality).localeCompare(names.municipality(b.municipality), 'da'),
  )
  return (
    <details className="members">
      <summary>{label}</summary>
      <TableScroll label={label}>
        <table className="table">
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t('municipal.palliative.person')}</th>
              <th scope="col">{t('municipal.choose')}</th>
              <th scope="col">{t('municipal.palliative.accepting')}</th>
              <th scope="col">{t('municipal.palliative.said')}</th>
              <th scope="col">{t('municipal.palliative.training')}</th>
              <th scope="col" className="num">
                {t('municipal.palliative.radius')}
              </th>
              {why === undefined && <th scope="col">{t('municipal.contacts.actions')}</th>}
            </tr>
          </thead>
          <tbody>
            {ordered.map((one) => (
              <tr key={one.person}>
                <th scope="row">
                  {nameOf(one.person)}
                  {one.provider !== null && <span className="muted"> ({one.provider})</span>}
                </th>
                <td>{names.municipality(one.municipality)}</td>
                <td>{yes(one.acceptsNew)}</td>
                <td>{date(one.saidOn, language)}</td>
                <td>{yes(one.trainingDone)}</td>
                <td className="num">{number(one.homeRadiusKm, language)}</td>
                {why === undefined && (
                  <td>
                    <span className="contact-actions">
                      <Button kind="text" onPress={() => setDoing({ what: 'accept', person: one.person })}>
                        {t('municipal.forms.accept')}
                        <span className="visually-hidden"> {nameOf(one.person)}</span>
                      </Button>
                      <Button kind="text" onPress={() => setDoing({ what: 'leave', person: one.person })}>
                        {t('municipal.forms.leave')}
                        <span className="visually-hidden"> {nameOf(one.person)}</span>
                      </Button>
                    </span>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {member !== undefined && doing?.what === 'accept' && (
        <AcceptanceSheet region={region} member={member} onClose={() => setDoing(null)} />
      )}
      {member !== undefined && doing?.what === 'leave' && (
        <LeaveSheet region={region} member={member} onClose={() => setDoing(null)} />
      )}
    </details>
  )
}
