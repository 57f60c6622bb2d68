import type { Answer } from '../../api.ts'

/** A ruling looked at again. */
export type Replay = Answer<'rulingReplay'>
/** An event as a difference names it. */
export type Cause = Replay['since'][number]

/** How many things are different now: facts of the application, figures, findings and hearings, each counted once. */
export function differencesIn({ application, figures, findings, hearings }: Replay): number {
  const counted = [...figures, ...hearings].filter(({ changed }) => changed).length
  return application.changed.length + counted + findings.filter(isNews).length
}

/** True when a finding says something else; a newer way of computing the same is no news about the case. */
export function isNews({ changed }: Pick<Replay['findings'][number], 'changed'>): boolean {
  return changed.some((part) => part !== 'rule')
}

/** Corrections among the events that were about one of the parts of an application. */
export function causesOf(events: readonly Cause[], parts: readonly string[]): readonly Cause[] {
  return events.filter(({ params }) => params.field === 'subject' || parts.includes(String(params.field)))
}
