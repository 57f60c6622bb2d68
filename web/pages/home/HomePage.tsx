import './home.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { MunicipalityCode } from '#events/identifiers'
import { RequestError, viewQuery } from '../../api.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { NoticeBoard } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Select } from '../../parts/Select.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useMay, useSession } from '../../session.ts'
import { useAreas, useScope } from '../../shell/scope.ts'
import { AsOfBar } from '../../time/AsOfBar.tsx'
import { useMoment } from '../../time/moment.ts'
import { OwnHearings } from './OwnHearings.tsx'
import { OwnMap } from './OwnMap.tsx'
import { OwnPackages } from './OwnPackages.tsx'
import { OwnTrends } from './OwnTrends.tsx'
import { Upkeep } from './Upkeep.tsx'

/** The municipality's own page: its hearings first, then its figures, what it keeps up to date, and its area. */
export function HomePage() {
  const { t } = useTranslation()
  const names = useAreaNames()
  const may = useMay()
  const signedIn = useSession() !== undefined
  const { municipality, isOwn } = useMunicipality()
  const mayRead = may('economics.read')
  if (!signedIn)
    return (
      <Page title={t('home.title')}>
        <Skeleton rows={8} />
      </Page>
    )
  if (!mayRead)
    return (
      <Page title={t('home.title')}>
        <EmptyState icon="lock" title={t('home.closedTitle')} text={t('home.closedText')} />
      </Page>
    )
  return (
    <NoticeBoard>
      <Page
        wide
        title={
          municipality === undefined ? t('home.title') : t('home.titleOf', { name: names.municipality(municipality) })
        }
        lead={t(isOwn ? 'home.lead' : 'home.leadRegion')}
        aside={!isOwn && <Choose chosen={municipality} />}
      >
        {municipality === undefined ? <Skeleton rows={8} /> : <OfOne key={municipality} municipality={municipality} />}
        <AsOfBar municipality={municipality ?? null} />
      </Page>
    </NoticeBoard>
  )
}

/** The reader's own municipality; for the region, the one that the address names or the first. */
function useMunicipality(): { readonly municipality: MunicipalityCode | undefined; readonly isOwn: boolean } {
  const { kommune } = useSearch({ from: '/egne-noegletal' })
  const user = useSession()?.user
  const isOwn = user?.role === 'municipality'
  const [first] = useMunicipalities()
  const own = isOwn ? MunicipalityCode.safeParse(user.organisation).data : undefined
  return { municipality: own ?? kommune ?? first?.code, isOwn }
}

/** Municipalities of the region looked at, by name. */
function useMunicipalities() {
  const { region } = useScope()
  const areas = useAreas().data
  return (areas?.municipalities ?? [])
    .filter((one) => region !== null && one.region === region)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'da'))
}

function Choose({ chosen }: { readonly chosen: MunicipalityCode | undefined }) {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/egne-noegletal' })
  const options = useMunicipalities()
  if (chosen === undefined) return null
  return (
    <Select
      label={t('home.choose')}
      showLabel
      value={String(chosen)}
      options={options.map(({ code, name }) => ({ value: String(code), label: name }))}
      onChange={(code) => void navigate({ search: (was) => ({ ...was, kommune: MunicipalityCode.parse(code) }) })}
    />
  )
}

function OfOne({ municipality }: { readonly municipality: MunicipalityCode }) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const { params } = useMoment()
  const { data, error, refetch } = useQuery({
    ...viewQuery('ownFigures', { ...params, municipality }),
    placeholderData: (was) => was,
  })
  if (error instanceof RequestError && error.problem.status === 404)
    return <EmptyState icon="lock" title={t('home.closedTitle')} text={t('home.closedText')} />
  return (
    <div className="home">
      <OwnHearings municipality={municipality} />
      {error !== null ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton rows={8} />
      ) : (
        <>
          <div className="home-pair">
            <OwnPackages data={data} />
            <Upkeep municipality={municipality} />
          </div>
          <OwnTrends data={data} />
          <OwnMap municipality={municipality} region={data.region} name={names.municipality(municipality)} />
        </>
      )}
    </div>
  )
}
