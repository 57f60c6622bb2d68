import type { DomainEventOf } from '#events/catalogue'
import { municipalityOf } from '#geo/hierarchy'
import type { Clock } from '../clock.ts'
import { consultation } from '../deciders/consultation.ts'
import { contacts } from '../deciders/contacts.ts'
import { valueOn } from '../deciders/dated.ts'
import { foldStream } from '../fold.ts'
import type { Geography } from '../geography.ts'
import type { EventStore } from '../store/eventStore.ts'
import { type Letter, letterOf } from './letter.ts'

/**
 * Writes a queued letter from the log as it is now, to the municipality's health department. Null when the
 * directory has no mail address for it, or the hearing is not there.
 */
export function letterWriter(parts: {
  readonly store: Pick<EventStore, 'read'>
  readonly clock: Pick<Clock, 'today'>
  readonly geography: Pick<Geography, 'areas'>
  readonly publicUrl: string | null
}): (queued: DomainEventOf<'MessageQueued'>) => Promise<Letter | null> {
  const { store, clock, geography, publicUrl } = parts
  return async ({ data }) => {
    const { message: id, municipality, round } = data
    const directory = await foldStream(store, `contacts-${municipality}`, contacts)
    const to = valueOn(directory.state.entries.get('health') ?? [], clock.today())?.mail ?? null
    const { state } = await foldStream(store, `consultation-${data.case}.${municipality}.${round}`, consultation)
    if (to === null || state.status === 'none' || state.status === 'not-required') return null
    const municipalityName = municipalityOf(geography.areas, municipality)?.name ?? municipality
    const { questions, dueOn, declined } = state
    return { id, to, ...letterOf({ ...data, municipalityName, questions, dueOn, declined, publicUrl }) }
  }
}
