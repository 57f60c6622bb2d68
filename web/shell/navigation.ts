import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../api.ts'
import type { IconName } from '../parts/Icon.tsx'
import { useMay, useSession } from '../session.ts'
import { useMoment } from '../time/moment.ts'

export interface NavItem {
  readonly to:
    | '/kort'
    | '/sager'
    | '/moeder'
    | '/hoeringer'
    | '/lofter'
    | '/ridefysioterapi'
    | '/kommuner'
    | '/egne-noegletal'
    | '/opfoelgning'
    | '/haendelser'
    | '/regler'
  readonly label: string
  readonly icon: IconName
  /** Open cases, or hearings that await an answer; `spoken` says which. */
  readonly count?: { readonly value: number; readonly spoken: string }
}

/** Roles that plan a region's supply: the board of caps is theirs, though nobody is refused its address. */
const regional: ReadonlySet<string> = new Set(['secretariat', 'committee', 'nationalCommittee', 'planner'])

/** The pages that the reader may open, with what waits there. */
export function useNavigation(): readonly NavItem[] {
  const { t } = useTranslation()
  const may = useMay()
  const role = useSession()?.user?.role
  const { params } = useMoment()
  const cases = useQuery({ ...viewQuery('cases', params), enabled: may('case.read') }).data
  const hearings = useQuery({ ...viewQuery('consultations', params), enabled: may('consultation.read') }).data
  return [
    { to: '/kort', label: t('shell.nav.map'), icon: 'map' },
    ...(may('case.read')
      ? [
          {
            to: '/sager',
            label: t('shell.nav.cases'),
            icon: 'file',
            ...(cases && { count: { value: cases.open, spoken: t('shell.openCases', { count: cases.open }) } }),
          } as const,
        ]
      : []),
    ...(may('meeting.read') ? [{ to: '/moeder', label: t('shell.nav.meetings'), icon: 'calendar' } as const] : []),
    ...(may('consultation.read')
      ? [
          {
            to: '/hoeringer',
            label: t('shell.nav.consultations'),
            icon: 'inbox',
            ...(hearings && {
              count: { value: hearings.awaiting, spoken: t('shell.awaiting', { count: hearings.awaiting }) },
            }),
          } as const,
        ]
      : []),
    ...(role === 'municipality'
      ? [{ to: '/egne-noegletal', label: t('shell.nav.ownFigures'), icon: 'chart' } as const]
      : []),
    ...(role !== undefined && regional.has(role)
      ? [{ to: '/lofter', label: t('shell.nav.caps'), icon: 'table' } as const]
      : []),
    { to: '/ridefysioterapi', label: t('shell.nav.riding'), icon: 'diamond' },
    ...(may('map.read') ? [{ to: '/kommuner', label: t('shell.nav.municipalities'), icon: 'home' } as const] : []),
    // A municipality comes to it from its own figures.
    ...(may('economics.read') && role !== 'municipality'
      ? [{ to: '/opfoelgning', label: t('shell.nav.followUp'), icon: 'chart' } as const]
      : []),
    ...(may('events.read') ? [{ to: '/haendelser', label: t('shell.nav.events'), icon: 'list' } as const] : []),
    ...(may('plan.read') ? [{ to: '/regler', label: t('shell.nav.rules'), icon: 'book' } as const] : []),
  ]
}
