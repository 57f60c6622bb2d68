import type { z } from 'zod'
import type { CompetenceCommand } from '#api/commands/competence'
import type { CompetenceEvent, competenceEvents, RecordedCompetenceEvent } from '#events/competence'
import type { EffectiveDate } from '#events/time'
import { type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type Target = z.infer<typeof competenceEvents.CompetenceDocumented.data>['target']

interface Documentation {
  readonly target: Target
  /** What was documented first, to tell a repeated command from another one. */
  readonly documented: z.infer<typeof competenceEvents.CompetenceDocumented.data>
  readonly issuedOn: EffectiveDate
  readonly expiresOn: EffectiveDate | null
  readonly status: 'active' | 'expired' | 'revoked'
}

/** A person's documented competences: at most one active per group or family. */
export interface CompetenceState {
  readonly documentations: readonly Documentation[]
}

export const competence: Decider<CompetenceState, CompetenceCommand, CompetenceEvent, RecordedCompetenceEvent> = {
  initial: { documentations: [] },

  evolve(state, event) {
    const { target } = event.data
    const others = state.documentations.filter((one) => !equal(one.target, target))
    const before = of(state, target)
    if (event.type === 'CompetenceDocumented') {
      const { issuedOn, expiresOn } = event.data
      const fresh: Documentation = { target, documented: event.data, issuedOn, expiresOn, status: 'active' }
      return { documentations: [...others, fresh] }
    }
    if (before === undefined) return state
    switch (event.type) {
      case 'CompetenceRenewed': {
        const { issuedOn, expiresOn } = event.data
        return { documentations: [...others, { ...before, issuedOn, expiresOn, status: 'active' }] }
      }
      case 'CompetenceExpired':
        return { documentations: [...others, { ...before, status: 'expired' }] }
      case 'CompetenceRevoked':
        return { documentations: [...others, { ...before, status: 'revoked' }] }
      default:
        return event satisfies never
    }
  },

  decide(command, state) {
    const { effectiveFrom } = command.data
    const before = of(state, command.data.target)
    switch (command.type) {
      case 'DocumentCompetence': {
        const { effectiveFrom: _, ...data } = command.data
        if (before?.status === 'active' && equal(before.documented, data)) return []
        if (before?.status === 'active') throw new Refusal('competence.alreadyDocumented')
        refuseBackwards(data.issuedOn, data.expiresOn)
        return [{ type: 'CompetenceDocumented', effectiveFrom, data }]
      }
      case 'RenewCompetence': {
        const { target, issuedOn, expiresOn } = command.data
        if (before === undefined || before.status === 'revoked') throw new Refusal('competence.unknown')
        if (before.status === 'active' && before.issuedOn === issuedOn && before.expiresOn === expiresOn) return []
        refuseBackwards(issuedOn, expiresOn)
        return [{ type: 'CompetenceRenewed', effectiveFrom, data: { target, issuedOn, expiresOn } }]
      }
      case 'RevokeCompetence': {
        const { target, reason } = command.data
        if (before === undefined) throw new Refusal('competence.unknown')
        if (before.status === 'revoked') return []
        return [{ type: 'CompetenceRevoked', effectiveFrom, data: { target, reason } }]
      }
      default:
        return command satisfies never
    }
  },
}

function of({ documentations }: CompetenceState, target: Target): Documentation | undefined {
  return documentations.find((one) => equal(one.target, target))
}

function refuseBackwards(issuedOn: EffectiveDate, expiresOn: EffectiveDate | null): void {
  if (expiresOn !== null && expiresOn <= issuedOn)
    throw new Refusal('competence.endsBeforeStart', { issuedOn, expiresOn })
}
