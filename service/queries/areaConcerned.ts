import { z } from 'zod'
import type { Command } from '#api/contract'
import { MunicipalityCode } from '#events/identifiers'
import type { AreaRef } from '#events/quota'
import type { Views } from '../projections/views.ts'

/** Members of a health council that are all known; null for any other name. */
export type MembersOf = (council: string) => readonly string[] | null

/** What a command about caps or planning areas concerns. */
export interface Concerned {
  readonly regions: readonly string[]
  readonly municipalities: readonly string[]
}

/**
 * Regions and municipalities that a command about a cap, a pathway or a planning area concerns; null for any other command.
 * `country` for what holds everywhere, `unknown` for an area that nobody knows: who may act only within a region may not
 * act there.
 */
export function areaConcerned(
  command: Command,
  views: Views,
  membersOf: MembersOf,
): Concerned | 'country' | 'unknown' | null {
  switch (command.type) {
    case 'ProposeQuota':
    case 'AdoptQuota':
    case 'SuspendQuota':
      return ofArea(command.data.area, views, membersOf)
    case 'DrawPlanningArea':
      return { regions: [], municipalities: command.data.municipalities }
    case 'RenamePlanningArea':
    case 'WithdrawPlanningArea':
      return ofPlanningArea(command.data.area, views)
    case 'SetStructuredPathway':
      return 'country'
    default:
      return null
  }
}

function ofArea({ kind, code }: AreaRef, views: Views, membersOf: MembersOf): Concerned | 'unknown' {
  switch (kind) {
    case 'region':
      return { regions: [code], municipalities: [] }
    case 'municipality':
      return { regions: [], municipalities: [code] }
    case 'council': {
      const municipalities = membersOf(code)
      return municipalities === null ? 'unknown' : { regions: [], municipalities }
    }
    case 'planningArea':
      return ofPlanningArea(code, views)
    default:
      return kind satisfies never
  }
}

function ofPlanningArea(id: string, views: Views): Concerned | 'unknown' {
  const row = views
    .statement<{ municipalities: string }>(
      'SELECT municipalities FROM planning_area WHERE area = :id ORDER BY recorded_to DESC, effective_from DESC LIMIT 1',
    )
    .get({ id })
  if (row === undefined) return 'unknown'
  return { regions: [], municipalities: z.array(MunicipalityCode).parse(JSON.parse(row.municipalities)) }
}
