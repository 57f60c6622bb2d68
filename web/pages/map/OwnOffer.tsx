import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { offerServiceWords } from '#events/glossary'
import type { MunicipalityCode } from '#events/identifiers'
import type { Included } from '#events/municipalOffer'
import { viewQuery } from '../../api.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'

/** The municipality's own offer in the inspector: what it includes and what it does not, apart from the practices. */
export function OwnOffer({ municipality }: { readonly municipality: MunicipalityCode }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { params } = useMoment()
  const answer = useQuery(viewQuery('municipalOffers', { ...params, municipality })).data
  if (answer === undefined) return null
  const [offer] = answer.offers
  const named = (included: Included) =>
    (offer?.services ?? [])
      .filter((service) => service.included === included)
      .map(({ service }) => offerServiceWords[service][language].toLocaleLowerCase('da'))
      .join(', ')
  const lines = [
    ['includes', named('yes')],
    ['excludes', named('no')],
    ['unknown', named('unknown')],
  ] as const
  return (
    <section className="inspector-section">
      <header className="section-head">
        <h3>{t('municipal.map.heading')}</h3>
        <Link to="/kommuner" search={{ code: municipality }}>
          {t('municipal.map.more')}
        </Link>
      </header>
      {offer === undefined ? (
        <p className="meta">{t('municipal.map.none')}</p>
      ) : (
        lines.map(([key, services]) =>
          services === '' ? null : (
            <p key={key} className="meta">
              {t(`municipal.map.${key}`, { services })}
            </p>
          ),
        )
      )}
    </section>
  )
}
