import type { AsOf } from '#api/asOf'
import type { ScenarioProblem } from '#api/views/scenario'
import { RegionCode } from '#events/identifiers'
import { type AreaRef, QuotaTarget } from '#events/quota'
import type { PlannedChange } from '#events/scenario'
import { EffectiveDate } from '#events/time'
import type { AreaCatalogue } from '#geo/areaCatalogue'
import { regionOf } from '#geo/hierarchy'
import { cellOf } from '../deciders/scenarioEdits.ts'
import type { Views } from '../projections/views.ts'
import { municipalitiesOfArea } from '../queries/facts/areaMembers.ts'
import { type Documented, documentedBy, personsIn } from '../queries/facts/caps.ts'
import { quotasAt } from '../queries/facts/quotas.ts'
import { planInForce } from '../queries/planInForce.ts'
import { documentations, practitioners } from '../queries/practitioners.ts'

/**
 * Caps of the scenario that more are documented than, by the change that sets them. Each is looked at on the
 * scenario's date, or on its own where it holds only later. `views` are the scenario's.
 */
export function aboveCap(
  views: Views,
  areas: AreaCatalogue,
  asOf: EffectiveDate,
  changes: readonly PlannedChange[],
): ReadonlyMap<string, ScenarioProblem> {
  const found = new Map<string, ScenarioProblem>()
  const documentedOf = remembered((area: AreaRef, at: AsOf) => documentedInArea(views, areas, area, at))
  const quotasOf = remembered((_: null, at: AsOf) => quotasAt(views, at))
  for (const { change, on, command } of changes) {
    const cell = cellOf(command)
    const target = QuotaTarget.safeParse(command.data.target)
    const from = EffectiveDate.safeParse(command.data.effectiveFrom)
    if (!on || cell === null || !target.success || !from.success) continue
    const at: AsOf = { effectiveOn: from.data > asOf ? from.data : asOf, recordedAt: 'now' }
    const quota = quotasOf(null, at).of(cell.area, target.data)
    // Another change, or the committee, may have set the cap that counts.
    if (quota === null || !quota.governs || quota.cap !== command.data.cap) continue
    const { valid: documented } = documentedOf(cell.area, at).of(target.data)
    const { cap } = quota
    if (documented <= cap) continue
    found.set(change, {
      severity: 'warning',
      code: 'scenario.aboveCap',
      params: { documented, cap, excess: documented - cap },
    })
  }
  return found
}

/** Who is documented for what in an area, by the rule set of its region; a planning area has its first municipality's. */
function documentedInArea(views: Views, areas: AreaCatalogue, area: AreaRef, at: AsOf): Documented {
  const municipalities = municipalitiesOfArea(views, areas, area, at)
  const region = area.kind === 'region' ? area.code : regionOf(areas, municipalities[0] ?? '', at.effectiveOn)?.code
  const code = RegionCode.safeParse(region)
  const plan = code.success ? planInForce(views, code.data, at) : null
  const here = personsIn(practitioners(views, at), municipalities)
  return documentedBy(here, documentations(views, at), at, plan?.parameters ?? null)
}

/** The same answer for the same question, for as long as one list of changes is looked at. */
function remembered<Asked, Value>(read: (asked: Asked, at: AsOf) => Value): (asked: Asked, at: AsOf) => Value {
  const known = new Map<string, Value>()
  return (asked, at) => {
    const key = JSON.stringify([asked, at])
    const value = known.get(key) ?? read(asked, at)
    known.set(key, value)
    return value
  }
}
