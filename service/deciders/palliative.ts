import type { z } from 'zod'
import type { PalliativeCommand } from '#api/commands/palliative'
import type { EventId } from '#events/envelope'
import type { PersonId } from '#events/identifiers'
import type { PalliativeEvent, palliativeEvents, RecordedPalliativeEvent, SizingBasis } from '#events/palliative'
import type { EffectiveDate } from '#events/time'
import { calculateSection2 } from '../rules/coverage/section2Calculator.ts'
import { type Dated, valueOn, withValue } from './dated.ts'
import { type Decider, Refusal } from './decider.ts'
import { equal } from './equal.ts'

type DataOf<Type extends keyof typeof palliativeEvents> = z.infer<(typeof palliativeEvents)[Type]['data']>

/** A therapist of the agreement: what was said on joining, null from the day of leaving, and whether they take new patients. */
interface Member {
  readonly joined: Dated<DataOf<'TherapistJoined'> | null>
  readonly acceptance: Dated<boolean | null>
}

/** A region's section-2 agreement, its therapists, budgets and surveys. */
export interface PalliativeState {
  readonly proposals: readonly {
    readonly id: EventId
    readonly from: EffectiveDate
    readonly data: DataOf<'Section2AgreementProposed'>
  }[]
  readonly adopted: { readonly proposal: EventId; readonly basis: SizingBasis } | null
  readonly members: ReadonlyMap<PersonId, Member>
  readonly budgets: ReadonlyMap<number, { readonly from: EffectiveDate; readonly data: DataOf<'BudgetSet'> }>
  readonly surveys: readonly { readonly from: EffectiveDate; readonly data: DataOf<'SupplySurveyRecorded'> }[]
}

const noMember: Member = { joined: [], acceptance: [] }

export const palliative: Decider<PalliativeState, PalliativeCommand, PalliativeEvent, RecordedPalliativeEvent> = {
  initial: { proposals: [], adopted: null, members: new Map(), budgets: new Map(), surveys: [] },

  evolve(state, event) {
    const { effectiveFrom: from } = event
    const changed = (person: PersonId, change: (was: Member) => Member): PalliativeState => ({
      ...state,
      members: new Map(state.members).set(person, change(state.members.get(person) ?? noMember)),
    })
    switch (event.type) {
      case 'Section2AgreementProposed':
        return { ...state, proposals: [...state.proposals, { id: event.id, from, data: event.data }] }
      case 'Section2AgreementAdopted':
        return { ...state, adopted: { proposal: event.data.proposal, basis: event.data.basis } }
      case 'TherapistJoined':
        return changed(event.data.person, (was) => ({ ...was, joined: withValue(was.joined, event.data, event) }))
      case 'TherapistLeft':
        return changed(event.data.person, (was) => ({ ...was, joined: withValue(was.joined, null, event) }))
      case 'AcceptanceChanged':
        return changed(event.data.person, (was) => ({
          ...was,
          acceptance: withValue(was.acceptance, event.data.acceptsNew, event),
        }))
      case 'BudgetSet':
        return { ...state, budgets: new Map(state.budgets).set(event.data.year, { from, data: event.data }) }
      case 'SupplySurveyRecorded':
        return { ...state, surveys: [...state.surveys, { from, data: event.data }] }
      default:
        return event satisfies never
    }
  },

  decide(command, state, { today }) {
    const { effectiveFrom } = command.data
    switch (command.type) {
      case 'ProposeSection2Agreement': {
        const { effectiveFrom: _, ...asked } = command.data
        // Sizes do not depend on the warning, which is the reader's.
        const { seed, population, populationUpliftTenths } = calculateSection2(asked.figures, 0)
        const data = { ...asked, sizes: [seed, population], populationUpliftTenths }
        const last = state.proposals.at(-1)
        if (last !== undefined && last.from === effectiveFrom && equal(last.data, data)) return []
        return [{ type: 'Section2AgreementProposed', effectiveFrom, data }]
      }
      case 'AdoptSection2Agreement': {
        const { region, basis, documentRef } = command.data
        const proposal = state.proposals.at(-1)?.id
        if (proposal === undefined) throw new Refusal('palliative.noProposal')
        if (equal(state.adopted, { proposal, basis })) return []
        return [{ type: 'Section2AgreementAdopted', effectiveFrom, data: { region, proposal, basis, documentRef } }]
      }
      case 'JoinSection2Agreement': {
        const { effectiveFrom: _, ...data } = command.data
        const standing = valueOn(state.members.get(data.person)?.joined ?? [], effectiveFrom)
        if (standing && equal(standing, data)) return []
        if (standing) throw new Refusal('palliative.alreadyMember', { person: data.person })
        return [{ type: 'TherapistJoined', effectiveFrom, data }]
      }
      case 'LeaveSection2Agreement': {
        const { region, person, reason } = command.data
        const standing = valueOn(state.members.get(person)?.joined ?? [], effectiveFrom)
        if (standing === undefined) throw new Refusal('palliative.noMember', { person, effectiveFrom })
        return standing === null ? [] : [{ type: 'TherapistLeft', effectiveFrom, data: { region, person, reason } }]
      }
      case 'ChangeAcceptance': {
        const { region, person, acceptsNew } = command.data
        const member = state.members.get(person)
        if (!valueOn(member?.joined ?? [], effectiveFrom))
          throw new Refusal('palliative.noMember', { person, effectiveFrom })
        // Said again on a later day it is news: the acceptance is then known that much longer.
        const said = member?.acceptance.findLast(({ from }) => from === effectiveFrom)
        if (said?.value === acceptsNew) return []
        return [{ type: 'AcceptanceChanged', effectiveFrom, data: { region, person, acceptsNew } }]
      }
      case 'SetPalliativeBudget': {
        const { effectiveFrom: _, ...data } = command.data
        refuseTwice(data.items.map(({ item }) => item))
        const standing = state.budgets.get(data.year)
        if (standing !== undefined && standing.from === effectiveFrom && equal(standing.data, data)) return []
        return [{ type: 'BudgetSet', effectiveFrom, data }]
      }
      case 'RecordSupplySurvey': {
        const { effectiveFrom: _, ...data } = command.data
        const { surveyedOn, counts } = data
        if (surveyedOn > today) throw new Refusal('palliative.surveyInFuture', { surveyedOn, today })
        refuseTwice(counts.map(({ area }) => area))
        for (const { providers, accepting } of counts)
          if (providers !== null && accepting !== null && accepting > providers)
            throw new Refusal('palliative.moreAcceptingThanProviders', { accepting, providers })
        if (state.surveys.some((one) => one.from === effectiveFrom && equal(one.data, data))) return []
        return [{ type: 'SupplySurveyRecorded', effectiveFrom, data }]
      }
      default:
        return command satisfies never
    }
  },
}

function refuseTwice(names: readonly string[]): void {
  const what = names.find((name, index) => names.indexOf(name) !== index)
  if (what !== undefined) throw new Refusal('palliative.twice', { what })
}
