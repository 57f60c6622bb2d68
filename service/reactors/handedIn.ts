import type { Reactor } from './reactor.ts'

/** Tells a scenario which case it was handed in as. */
export const handedIn: Reactor = {
  name: 'handedIn',
  async on(event, { send }) {
    if (event.type !== 'CaseOpened' || event.data.subject.type !== 'A16') return
    const { scenario, revision, key } = event.data.subject
    await send({ type: 'MarkScenarioSubmitted', data: { scenario, case: event.data.case, revision, key } })
  },
}
