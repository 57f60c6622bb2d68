import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { MunicipalityCode } from '#events/identifiers'
import { viewQuery } from '../../api.ts'
import { ChooseRegion } from '../../parts/ChooseRegion.tsx'
import { NoticeBoard } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Select } from '../../parts/Select.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { useSession } from '../../session.ts'
import { useAreas, useScope } from '../../shell/scope.ts'
import { useMoment } from '../../time/moment.ts'
import { Contacts } from './Contacts.tsx'
import { OfferPanel } from './OfferPanel.tsx'
import { Palliative } from './Palliative.tsx'
import './municipalities.css'

/** What municipalities offer and whom to reach in them, and the palliative coverage of the region. */
export function MunicipalitiesPage() {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/kommuner' })
  const { tab = 'offer' } = useSearch({ from: '/kommuner' })
  const { region } = useScope()
  const tabs = [
    { id: 'offer' as const, label: t('municipal.tabs.offer') },
    { id: 'contacts' as const, label: t('municipal.tabs.contacts') },
    { id: 'palliative' as const, label: t('municipal.tabs.palliative') },
  ]
  return (
    <NoticeBoard>
      <Page wide title={t('municipal.title')} lead={t('municipal.lead')} aside={tab !== 'palliative' && <Choose />}>
        <Tabs
          label={t('municipal.tabs.label')}
          tabs={tabs}
          selected={tab}
          onSelect={(chosen) =>
            void navigate({ search: (was) => ({ ...was, tab: chosen === 'offer' ? undefined : chosen }) })
          }
        >
          <div className="municipal">
            {tab === 'palliative' ? (
              region === null ? (
                <ChooseRegion
                  icon="map"
                  title={t('municipal.palliative.regionTitle')}
                  text={t('municipal.palliative.regionText')}
                />
              ) : (
                <Palliative region={region} />
              )
            ) : (
              <OfOne tab={tab} />
            )}
          </div>
        </Tabs>
      </Page>
    </NoticeBoard>
  )
}

/** The municipality looked at: as the address bar says, the reader's own, the first with an offer, the first of all. */
function useMunicipality() {
  const { code } = useSearch({ from: '/kommuner' })
  const { params } = useMoment()
  const { region } = useScope()
  const organisation = useSession()?.user?.organisation
  const areas = useAreas().data
  const offers = useQuery(viewQuery('municipalOffers', params)).data?.offers
  const inScope = (areas?.municipalities ?? []).filter((one) => region === null || one.region === region)
  // A region's code looks like a municipality's.
  const own = areas?.municipalities.find((one) => one.code === organisation)?.code
  const options = inScope.toSorted((a, b) => a.name.localeCompare(b.name, 'da'))
  const offering = options.filter((one) => offers?.some(({ municipality }) => municipality === one.code))
  const first = offers === undefined ? undefined : (offering[0]?.code ?? options[0]?.code)
  return { chosen: code ?? own ?? first, options, offering, areas }
}

function Choose() {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/kommuner' })
  const { chosen, options, offering, areas } = useMunicipality()
  // One outside the area looked at can be linked to; it stands in the list all the same.
  const here = areas?.municipalities.find(({ code }) => code === chosen)
  const all = here === undefined || options.includes(here) ? options : [here, ...options]
  if (chosen === undefined) return null
  return (
    <div className="municipal-choose">
      <Select
        label={t('municipal.choose')}
        showLabel
        value={String(chosen)}
        options={all.map(({ code, name }) => ({
          value: String(code),
          label: offering.some((one) => one.code === code) ? `${name} ●` : name,
        }))}
        onChange={(code) => void navigate({ search: (was) => ({ ...was, code: MunicipalityCode.parse(code) }) })}
      />
      <span className="muted">
        {offering.length > 0 && '● '}
        {t('municipal.withOffer', { count: offering.length })}
      </span>
    </div>
  )
}

function OfOne({ tab }: { readonly tab: 'offer' | 'contacts' }) {
  const { chosen, areas } = useMunicipality()
  if (chosen === undefined || areas === undefined) return <Skeleton rows={10} />
  const name = areas.municipalities.find(({ code }) => code === chosen)?.name ?? chosen
  return tab === 'offer' ? (
    <OfferPanel key={chosen} municipality={chosen} name={name} />
  ) : (
    <Contacts key={chosen} municipality={chosen} name={name} />
  )
}
