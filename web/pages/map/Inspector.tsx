import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { problemCodes } from '#api/problem'
import { ClinicId, MunicipalityCode, SchoolId } from '#events/identifiers'
import { type Answer, RequestError, viewQuery } from '../../api.ts'
import type { Target } from '../../map/selection.ts'
import { ErrorState } from '../../parts/ErrorState.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useMoment } from '../../time/moment.ts'
import { ClinicDetails } from './ClinicDetails.tsx'
import { Frame } from './Frame.tsx'
import { MunicipalityDetails, type Tab } from './MunicipalityDetails.tsx'
import { SchoolDetails } from './SchoolDetails.tsx'

/** What is known about the selected municipality, clinic or riding school at the moment looked at. */
export function Inspector({
  target,
  tab,
  compared,
  coverage,
  onTab,
  onSelect,
  onClose,
}: {
  readonly target: Target
  readonly tab: Tab
  /** Every municipality on the map, for the strip that shows where this one stands. */
  readonly compared: Answer<'municipalities'> | undefined
  /** Coverage, while the map shows it. */
  readonly coverage: Answer<'coverage'> | undefined
  readonly onTab: (tab: Tab) => void
  readonly onSelect: (target: Target) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { params } = useMoment()
  const code = MunicipalityCode.safeParse(target.kind === 'municipality' ? target.id : undefined).data
  const clinicId = ClinicId.safeParse(target.kind === 'clinic' ? target.id : undefined).data
  const schoolId = SchoolId.safeParse(target.kind === 'school' ? target.id : undefined).data
  const municipality = useQuery({
    ...viewQuery('municipality', { ...params, code: code ?? '0101' }),
    enabled: code !== undefined,
    placeholderData: (was) => (was?.row.code === code ? was : undefined),
  })
  const clinic = useQuery({
    ...viewQuery('clinic', { ...params, clinic: clinicId ?? '-' }),
    enabled: clinicId !== undefined,
    placeholderData: (was) => (was?.clinic === clinicId ? was : undefined),
  })
  const school = useQuery({
    ...viewQuery('ridingSchool', { ...params, school: schoolId ?? '-' }),
    enabled: schoolId !== undefined,
    placeholderData: (was) => (was?.school === schoolId ? was : undefined),
  })
  const asked = { municipality, clinic, school }[target.kind]
  const { error } = asked
  if (error instanceof RequestError && error.problem.code === problemCodes.notFound) {
    return (
      <Frame eyebrow="" title={t('map.inspector.missing.title')} onClose={onClose}>
        <p className="inspector-body">{t(`map.inspector.missing.${target.kind}`, { id: target.id })}</p>
      </Frame>
    )
  }
  if (asked.isError) {
    return (
      <Frame eyebrow="" title="" onClose={onClose}>
        <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
      </Frame>
    )
  }
  if (municipality.data && target.kind === 'municipality') {
    return (
      <MunicipalityDetails
        data={municipality.data}
        compared={compared}
        coverage={coverage}
        tab={tab}
        onTab={onTab}
        onSelect={onSelect}
        onClose={onClose}
      />
    )
  }
  if (clinic.data && target.kind === 'clinic') {
    return <ClinicDetails data={clinic.data} onSelect={onSelect} onClose={onClose} />
  }
  if (school.data && target.kind === 'school') {
    return <SchoolDetails data={school.data} onSelect={onSelect} onClose={onClose} />
  }
  return (
    <Frame eyebrow="" title="" onClose={onClose}>
      <div className="inspector-body">
        <Skeleton />
      </div>
    </Frame>
  )
}
