import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { departmentWords } from '#events/glossary'
import type { MunicipalityCode } from '#events/identifiers'
import { type Answer, viewQuery } from '../../api.ts'
import { date } from '../../format.ts'
import { useNotice } from '../../parts/Notice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { useSession } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useMoment } from '../../time/moment.ts'
import { useMayPublish } from '../municipalities/useMayPublish.ts'

type Row = Answer<'contacts'>['entries'][number]

/** What the municipality keeps up to date itself: whom to reach, and its own offer. */
export function Upkeep({ municipality }: { readonly municipality: MunicipalityCode }) {
  const { t } = useTranslation()
  const { params } = useMoment()
  const contacts = useQuery(viewQuery('contacts', { ...params, municipality })).data
  const offers = useQuery(viewQuery('municipalOffers', { ...params, municipality })).data
  return (
    <Panel title={t('home.upkeep.title')} className="upkeep">
      <p className="muted">{t('home.upkeep.lead')}</p>
      {contacts === undefined ? (
        <Skeleton rows={3} />
      ) : (
        <ContactUpkeep municipality={municipality} rows={contacts.entries} />
      )}
      {offers === undefined ? (
        <Skeleton rows={2} />
      ) : (
        <OfferUpkeep municipality={municipality} offer={offers.offers[0]} />
      )}
    </Panel>
  )
}

function ContactUpkeep({
  municipality,
  rows,
}: {
  readonly municipality: MunicipalityCode
  readonly rows: readonly Row[]
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const notice = useNotice()
  const why = useMayPublish(municipality)
  const today = useSession()?.today
  const confirm = useCommand('ConfirmContactEntry')
  const old = rows.filter(({ finding }) => finding?.code === 'R-42.notConfirmed')
  const lacking = rows.filter(({ finding }) => finding?.outcome === 'needs-information')
  const send = async (which: readonly Row[]) => {
    if (today === undefined) return
    // One after the other: all are written to the same directory.
    for (const { department } of which) await confirm.sendAndWait({ municipality, department, effectiveFrom: today })
    const [first] = which
    notice({
      text:
        which.length === 1 && first !== undefined
          ? t('home.upkeep.confirmed', { department: departmentWords[first.department][language] })
          : t('home.upkeep.confirmedAll', { count: which.length }),
    })
  }
  // What went wrong is said beside the buttons.
  const start = (which: readonly Row[]) => void send(which).catch(() => undefined)
  return (
    <section className="upkeep-part" aria-label={t('home.upkeep.contacts')}>
      <header>
        <h3>{t('home.upkeep.contacts')}</h3>
        <Link to="/kommuner" search={{ code: municipality, tab: 'contacts' }}>
          {t('home.upkeep.edit')}
        </Link>
      </header>
      {old.length === 0 && lacking.length === 0 && <p>{t('home.upkeep.inOrder')}</p>}
      {lacking.length > 0 && <p className="warn">{t('home.upkeep.empty', { count: lacking.length })}</p>}
      {old.length > 0 && (
        <ul className="upkeep-list">
          {old.map((row) => {
            const name = departmentWords[row.department][language]
            return (
              <li key={row.department}>
                <span>
                  {row.entry?.name ?? name}
                  <span className="muted">
                    {' '}
                    {t('home.upkeep.last', { date: date(row.entry?.confirmedOn ?? null, language) })}
                  </span>
                </span>
                <WriteButton
                  why={why}
                  icon="check"
                  busy={confirm.busy}
                  aria-label={t('home.upkeep.confirmLabel', { department: name })}
                  onPress={() => start([row])}
                >
                  {t('home.upkeep.confirm')}
                </WriteButton>
              </li>
            )
          })}
        </ul>
      )}
      {old.length > 1 && (
        <WriteButton why={why} showWhy kind="primary" icon="check" busy={confirm.busy} onPress={() => start(old)}>
          {t('home.upkeep.confirmAll', { count: old.length })}
        </WriteButton>
      )}
      <Refused error={confirm.error} />
    </section>
  )
}

function OfferUpkeep({
  municipality,
  offer,
}: {
  readonly municipality: MunicipalityCode
  readonly offer: Answer<'municipalOffers'>['offers'][number] | undefined
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const count = (included: 'yes' | 'unknown') =>
    offer?.services.filter((service) => service.included === included).length ?? 0
  return (
    <section className="upkeep-part" aria-label={t('home.upkeep.offer')}>
      <header>
        <h3>{t('home.upkeep.offer')}</h3>
        <Link to="/kommuner" search={{ code: municipality }}>
          {t('home.upkeep.offerOpen')}
        </Link>
      </header>
      {offer === undefined ? (
        <p>{t('home.upkeep.offerNone')}</p>
      ) : (
        <>
          <p>
            {t('home.upkeep.offerFrom', {
              document: offer.document,
              version: offer.offerVersion,
              date: date(offer.from, language),
            })}
          </p>
          <p className="muted">
            {t('home.upkeep.offerServices', {
              yes: count('yes'),
              all: offer.services.length,
              unknown: count('unknown'),
            })}
          </p>
        </>
      )}
    </section>
  )
}
