import type { Reactor } from './reactor.ts'

/** Seals what the committee knew, once it has ruled. */
export const seal: Reactor = {
  name: 'seal',
  async on(event, { send }) {
    if (event.type !== 'RulingIssued') return
    const { case: id, committee, number } = event.data
    await send({ type: 'SealRuling', data: { case: id, committee, number } })
  },
}
