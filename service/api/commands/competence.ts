import { z } from 'zod'
import { competenceEvents } from '#events/competence'
import { PersonId } from '#events/identifiers'
import { EffectiveDate } from '#events/time'
import { type CommandOf, command } from '../definitions.ts'

const stream = ({ person }: { person: string }) => `competence-${person}`
const base = { person: PersonId, effectiveFrom: EffectiveDate }
const { target } = competenceEvents.CompetenceDocumented.data.shape

/** Commands to one person's documented competences. */
export const competenceCommands = [
  command({
    type: 'DocumentCompetence',
    path: '/commands/document-competence',
    action: 'register.change',
    body: z.object({ ...base, ...competenceEvents.CompetenceDocumented.data.shape }),
    stream,
  }),
  command({
    type: 'RenewCompetence',
    path: '/commands/renew-competence',
    action: 'register.change',
    body: z.object({ ...base, ...competenceEvents.CompetenceRenewed.data.shape }),
    stream,
  }),
  command({
    type: 'RevokeCompetence',
    path: '/commands/revoke-competence',
    action: 'register.change',
    body: z.object({ ...base, target, reason: z.string().min(1) }),
    stream,
  }),
] as const

export type CompetenceCommand = CommandOf<(typeof competenceCommands)[number]>
