import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { useScope } from '../../shell/scope.ts'
import { useMoment } from '../../time/moment.ts'

/** Says beside the table that municipal offers are not in its figures, and whose there are. */
export function OfferNote() {
  const { t } = useTranslation()
  const { params } = useMoment()
  const { region } = useScope()
  const names = useAreaNames()
  const offers = useQuery(viewQuery('municipalOffers', { ...params, ...(region === null ? {} : { region }) })).data
    ?.offers
  if (offers === undefined) return null
  if (offers.length === 0) return <p className="offer-note">{t('municipal.map.noteNone')}</p>
  const [before = '', after = ''] = t('municipal.map.note', { names: '\u0000' }).split('\u0000')
  return (
    <p className="offer-note">
      <strong>{t('municipal.map.noteTitle')}</strong> {before}
      {offers.map(({ municipality }, index) => (
        <Fragment key={municipality}>
          {index > 0 && ', '}
          <Link to="/kommuner" search={{ code: municipality }}>
            {names.municipality(municipality)}
          </Link>
        </Fragment>
      ))}
      {after}
    </p>
  )
}
