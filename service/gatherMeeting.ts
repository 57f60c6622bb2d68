import type { CaseId, RegionCode } from '#events/identifiers'
import { meetingStream } from '#events/meeting'
import type { EffectiveDate } from '#events/time'
import { applicationCase } from './deciders/case.ts'
import type { Context } from './deciders/decider.ts'
import { meeting, takingPart } from './deciders/meeting.ts'
import { foldStream } from './fold.ts'
import type { Views } from './projections/views.ts'
import { caseRecords, isOpen } from './queries/caseRecords.ts'
import { responsibleRegion } from './rules/responsibleRegion.ts'
import type { EventStore } from './store/eventStore.ts'

/**
 * Who takes part in a case where its committee sits over it: the seats noted as present at the meeting that the case is
 * tabled for, without those that have a conflict of interest. Nothing where no such meeting has begun.
 */
export async function atMeeting(
  store: EventStore,
  { committee: region, case: id }: { readonly committee: RegionCode; readonly case: CaseId },
): Promise<Pick<Context, 'tookPart'>> {
  const { state } = await foldStream(store, `case-${id}`, applicationCase)
  if (state.status !== 'tabled' || state.file.meetingOn === null) return {}
  const { meetingOn } = state.file
  const { state: sitting } = await foldStream(store, meetingStream({ region, meetingOn }), meeting)
  return sitting.cancelled || sitting.attendance === null ? {} : { tookPart: takingPart(sitting, id) }
}

/** Open cases on the agenda of a committee's day, by number. */
export function tabledFor(
  views: Views,
  { region, meetingOn }: { readonly region: RegionCode; readonly meetingOn: EffectiveDate },
  today: EffectiveDate,
): readonly CaseId[] {
  return caseRecords(views, { effectiveOn: today, recordedAt: 'now' })
    .filter((record) => isOpen(record) && record.tabledFor === meetingOn)
    .filter((record) => responsibleRegion(record.region, meetingOn) === region)
    .map((record) => record.case)
    .toSorted()
}
