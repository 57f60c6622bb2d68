import type { z } from 'zod'
import type { AsOf } from '#api/asOf'
import type { views as definitions, ViewName } from '#api/contract'
import type { Scope } from '#api/policy'
import type { EffectiveDate, RecordedAt } from '#events/time'
import type { Asker } from '../asker.ts'
import type { Geography } from '../geography.ts'
import type { Views } from '../projections/views.ts'
import type { Ground } from '../reach/ground.ts'

/** What a query may know that is not in the views. */
export interface World {
  readonly today: EffectiveDate
  readonly now: RecordedAt
  readonly geography: Geography
  /** Address of the service for browsers, as letters say it; null or absent where none is set. */
  readonly publicUrl?: string | null
  /** People and travel times, where the question needs them and they have been waited for. */
  readonly ground?: Ground
  /** Who waits for the answer: told of progress, and no longer worked for when they have gone. */
  readonly asker?: Asker
}

type Definition<Name extends ViewName> = (typeof definitions)[Name]
export type ParamsOf<Name extends ViewName> = z.infer<Definition<Name>['params']>
export type AnswerOf<Name extends ViewName> = z.input<Definition<Name>['response']>

/** A query that may have to wait for something that is made when first asked for. */
export type AsyncQuery<Name extends ViewName> = (...question: Parameters<Query<Name>>) => Promise<AnswerOf<Name>>

/** One query of the contract. The scope has passed the gate; what it may see of single rows is the query's business. */
export type Query<Name extends ViewName> = (
  views: Views,
  at: AsOf,
  scope: Scope,
  params: ParamsOf<Name>,
  world: World,
) => AnswerOf<Name>

/** Queries that ask what would happen if; they need more than the views, and `whatIfs.ts` makes them. */
export type WhatIfName =
  | 'alternatives'
  | 'collisions'
  | 'coverageEffects'
  | 'rulingReplay'
  | 'parameterPreview'
  | 'scenarios'
  | 'scenario'
  | 'scenarioComparison'
  | 'proposal'
  | 'proposalFigures'
  | 'counterProposal'
