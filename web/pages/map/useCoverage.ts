import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { diagnosisGroups } from '#events/diagnosisGroups'
import { DiagnosisGroupId } from '#events/identifiers'
import { viewQuery } from '../../api.ts'
import { useScope } from '../../shell/scope.ts'
import { useMoment } from '../../time/moment.ts'

/** Limits that can be chosen, in minutes. */
export const limits = [10, 20, 30, 45, 60] as const
/** What is shown until the reader chooses. */
const usual = { group: 'osteogenesis-imperfecta', max: 30 } as const

/** The diagnosis group and the limit in the address bar, with the usual ones where they are left out. */
export function useCoverageChoice(): { readonly group: DiagnosisGroupId; readonly max: number } {
  const search = useSearch({ from: '/kort' })
  const group = diagnosisGroups.find(({ id }) => id === search.group)?.id ?? DiagnosisGroupId.parse(usual.group)
  return { group, max: limits.find((limit) => limit === search.max) ?? usual.max }
}

/** Coverage as the map shows it; asked only while it is shown. The last answer stays until the next is there. */
export function useCoverage(shown: boolean, laid: { readonly scenario?: string }) {
  const { params } = useMoment()
  const { region } = useScope()
  const choice = useCoverageChoice()
  const asked = { ...params, ...laid, ...choice }
  const coverage = useQuery({
    ...viewQuery('coverage', { ...asked, ...(region === null ? {} : { region }) } as Parameters<
      typeof viewQuery<'coverage'>
    >[1]),
    enabled: shown,
    placeholderData: (was) => was,
  })
  const reach = useQuery({
    ...viewQuery('coverageReach', asked as Parameters<typeof viewQuery<'coverageReach'>>[1]),
    enabled: shown,
    placeholderData: (was) => was,
  })
  return { coverage, reach, ...choice }
}
