import type { DomainEvent } from '#events/catalogue'
import { CaseId, RegionCode } from '#events/identifiers'
import { type ItemResult, meetingStream } from '#events/meeting'
import type { EffectiveDate } from '#events/time'
import { applicationCase } from '../deciders/case.ts'
import { meeting } from '../deciders/meeting.ts'
import { foldStream } from '../fold.ts'
import { responsibleRegion } from '../rules/responsibleRegion.ts'
import type { Reactor, Tools } from './reactor.ts'

interface Item {
  readonly case: CaseId
  readonly result: ItemResult
  readonly rulingNumber: string | null
  readonly region: RegionCode
  readonly meetingOn: EffectiveDate
}

/** Notes on the meeting what became of a case that was on its agenda: ruled, not agreed on, or put off. */
export const meetingItem: Reactor = {
  name: 'meetingItem',
  async on(event, { store, send }) {
    const item = await itemOf(event, store)
    if (item === null) return
    const { state } = await foldStream(store, meetingStream(item), meeting)
    // A case that was put off before the meeting began is not on its agenda any more.
    if (state.called === null || state.cancelled || state.attendance === null) return
    await send({ type: 'ConcludeItem', data: item })
  },
}

async function itemOf(event: DomainEvent, store: Tools['store']): Promise<Item | null> {
  switch (event.type) {
    case 'RulingIssued': {
      const { case: id, number, committee: region } = event.data
      const meetingOn = await tabledFor(store, id)
      return meetingOn === null ? null : { case: id, result: 'ruled', rulingNumber: number, region, meetingOn }
    }
    case 'DisagreementRecorded': {
      const { case: id } = event.data
      const meetingOn = await tabledFor(store, id)
      const region = RegionCode.parse(event.stream.slice('docket-'.length))
      return meetingOn === null ? null : { case: id, result: 'disagreed', rulingNumber: null, region, meetingOn }
    }
    case 'CasePostponed': {
      const id = CaseId.parse(event.stream.slice('case-'.length))
      const { meetingOn } = event.data
      const { state } = await foldStream(store, event.stream, applicationCase)
      if (meetingOn === null || state.status === 'none') return null
      const region = responsibleRegion(state.file.region, meetingOn)
      return { case: id, result: 'postponed', rulingNumber: null, region, meetingOn }
    }
    default:
      return null
  }
}

async function tabledFor(store: Tools['store'], id: CaseId): Promise<EffectiveDate | null> {
  const { state } = await foldStream(store, `case-${id}`, applicationCase)
  return state.status === 'none' ? null : state.file.meetingOn
}
