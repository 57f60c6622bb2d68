import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { includedWords, offerServiceWords, offerSettingWords, openingWords } from '#events/glossary'
import type { MunicipalityCode } from '#events/identifiers'
import { type Answer, viewQuery } from '../../api.ts'
import { date, number } from '../../format.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { CloseOfferSheet, RefusalSheet } from './OfferSheets.tsx'
import { PublishSheet } from './PublishSheet.tsx'
import { RuleFinding } from './RuleFinding.tsx'
import { ServiceSheet } from './ServiceSheet.tsx'
import { useMayPublish } from './useMayPublish.ts'

export type Offer = Answer<'municipalOffers'>['offers'][number]
type Service = Offer['services'][number]

/** One municipality's own offer: the matrix of services, where and when, and the practices beside it. */
export function OfferPanel({ municipality, name }: { readonly municipality: MunicipalityCode; readonly name: string }) {
  const { t } = useTranslation()
  const { params } = useMoment()
  const why = useMayPublish(municipality)
  const query = useQuery(viewQuery('municipalOffers', { ...params, municipality }))
  const [sheet, setSheet] = useState<'publish' | 'close' | 'refusal' | null>(null)
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <Skeleton rows={10} />
  const [offer] = query.data.offers
  const close = () => setSheet(null)
  return (
    <>
      {offer === undefined ? (
        <section className="panel">
          <EmptyState title={t('municipal.offer.noneTitle')} text={t('municipal.offer.noneText', { name })}>
            <WriteButton why={why} showWhy kind="primary" icon="plus" onPress={() => setSheet('publish')}>
              {t('municipal.offer.publish')}
            </WriteButton>
          </EmptyState>
        </section>
      ) : (
        <div className="municipal-grid">
          <Panel
            title={`${offer.document}, ${t('municipal.offer.version').toLocaleLowerCase('da')} ${offer.offerVersion}`}
            className="flush"
            aside={
              <>
                <WriteButton why={why} icon="edit" onPress={() => setSheet('publish')}>
                  {t('municipal.offer.publishNew')}
                </WriteButton>
                <WriteButton why={why} onPress={() => setSheet('refusal')}>
                  {t('municipal.offer.announce')}
                </WriteButton>
                <WriteButton why={why} onPress={() => setSheet('close')}>
                  {t('municipal.offer.close')}
                </WriteButton>
              </>
            }
          >
            <Matrix offer={offer} name={name} why={why} />
          </Panel>
          <div className="municipal-side">
            <About offer={offer} />
            <SideBySide offer={offer} />
          </div>
        </div>
      )}
      {sheet === 'publish' && <PublishSheet municipality={municipality} name={name} offer={offer} onClose={close} />}
      {sheet === 'close' && <CloseOfferSheet municipality={municipality} name={name} onClose={close} />}
      {sheet === 'refusal' && <RefusalSheet municipality={municipality} onClose={close} />}
    </>
  )
}

function Matrix({
  offer,
  name,
  why,
}: {
  readonly offer: Offer
  readonly name: string
  readonly why: string | undefined
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [changing, setChanging] = useState<Service | null>(null)
  const caption = t('municipal.offer.caption', { name })
  return (
    <TableScroll label={caption}>
      <table className="table offer-matrix">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('municipal.offer.service')}</th>
            {(['yes', 'no', 'unknown'] as const).map((included) => (
              <th key={included} scope="col" className="offer-mark">
                {includedWords[included][language]}
              </th>
            ))}
            <th scope="col">{t('municipal.offer.condition')}</th>
            <th scope="col">{t('municipal.offer.counts')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('municipal.edit')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {offer.services.map((service) => (
            <tr key={service.service}>
              <th scope="row">{offerServiceWords[service.service][language]}</th>
              {(['yes', 'no', 'unknown'] as const).map((included) => (
                <td key={included} className="offer-mark">
                  {service.included === included && (
                    <span className={`offer-${included}`}>
                      {included === 'unknown' ? '?' : <Icon name={included === 'yes' ? 'check' : 'close'} size={16} />}
                      <span className="visually-hidden">{includedWords[included][language]}</span>
                    </span>
                  )}
                </td>
              ))}
              <td>{service.condition ?? <span className="muted">–</span>}</td>
              <td>
                <Counts service={service} />
              </td>
              <td>
                <WriteButton why={why} kind="text" onPress={() => setChanging(service)}>
                  {t('municipal.edit')}
                  <span className="visually-hidden"> {offerServiceWords[service.service][language]}</span>
                </WriteButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changing !== null && (
        <ServiceSheet municipality={offer.municipality} service={changing} onClose={() => setChanging(null)} />
      )}
    </TableScroll>
  )
}

/** What R-34 makes of a service; its sentence is on hover, for the row says the same. */
function Counts({ service: { finding } }: { readonly service: Service }) {
  const { t } = useTranslation()
  if (finding === null) return <span className="muted">{t('municipal.noRuleSet')}</span>
  if (finding.outcome === 'pass') return <span>{t('municipal.offer.countsYes')}</span>
  if (finding.outcome === 'needs-information') return <span className="warn">{t('municipal.offer.countsUnknown')}</span>
  return <span className="muted">{t('municipal.offer.countsNo')}</span>
}

function About({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { refusal } = offer
  return (
    <Panel
      title={t('municipal.tabs.offer')}
      aside={t('municipal.offer.validFrom', { date: date(offer.from, language) })}
    >
      {refusal !== null && (
        <p className="warn-line">
          <Icon name="warning" size={16} /> {t('municipal.offer.refusal', { reason: refusal.reason })}
          {refusal.until !== null && ` (${t('municipal.offer.refusalUntil', { date: date(refusal.until, language) })})`}
        </p>
      )}
      <dl className="pairs">
        <Pair label={t('municipal.offer.places')}>
          {offer.places.map(({ place, name, address }) => (
            <span key={place} className="offer-place">
              {name}: {address.text}, {address.postcode} {address.town}
              {address.position === null && ` (${t('municipal.offer.notOnMap')})`}
            </span>
          ))}
        </Pair>
        <Pair label={t('municipal.offer.settings')}>
          {offer.settings.map((setting) => offerSettingWords[setting][language]).join(', ') || '–'}
        </Pair>
        <Pair label={t('municipal.offer.hours')}>{openingWords[offer.hours][language]}</Pair>
        {offer.referralMonths !== null && (
          <Pair label={t('municipal.offer.referral')}>
            {t('municipal.offer.months', { count: offer.referralMonths })}
          </Pair>
        )}
        {offer.source !== null && <Pair label={t('municipal.offer.source')}>{offer.source}</Pair>}
        {offer.remarks !== null && <Pair label={t('municipal.offer.remarks')}>{offer.remarks}</Pair>}
      </dl>
    </Panel>
  )
}

function Pair({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Practices and the municipality, in two numbers that are never made one. */
function SideBySide({ offer: { sideBySide } }: { readonly offer: Offer }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <Panel title={t('municipal.offer.sideBySide')}>
      <p className="muted">{t('municipal.offer.sideText')}</p>
      <div className="side-by-side">
        <p>
          <strong>{number(sideBySide.practiceClinics, language)}</strong>
          <span>{t('municipal.offer.practices')}</span>
        </p>
        <span aria-hidden="true">|</span>
        <p>
          <strong>{number(sideBySide.municipalPlaces, language)}</strong>
          <span>{t('municipal.offer.municipalPlaces')}</span>
        </p>
      </div>
      <RuleFinding finding={sideBySide.finding} />
    </Panel>
  )
}
