import { capsView, type Told } from '#api/views/caps'
import type { Cap, CapArea, Caps } from '../../web/pages/caps/capsAnswer.ts'

const unknown: Told = { state: 'unknown', lacks: 'patientCount' }

/** A count that is told. */
export const value = (count: number): Told => ({ state: 'value', value: count })

/** What a cell of the fixture is made of: N of the group, or why it is not told, and its cap by prevalence. */
export interface CellGiven {
  readonly group: string
  readonly documented: number
  readonly grace?: number
  readonly people: Told
  readonly all?: Told
  readonly share?: number | null
  readonly cap: number | null
  readonly between?: [number, number] | null
  /** A cap that a plan has adopted for just this cell. */
  readonly adopted?: number
}

/** An area that counts by prevalence. */
export function area(code: string, given: readonly CellGiven[], municipalities: readonly string[] = []): CapArea {
  return answer([{ code, given, municipalities }]).areas[0] ?? never()
}

/** An answer with these areas; groups are those of the first area, `family` the one that is a family. */
export function answer(
  areas: readonly {
    readonly code: string
    readonly given: readonly CellGiven[]
    readonly municipalities?: readonly string[]
  }[],
  family: string | null = null,
): Caps {
  return capsView.response.parse({
    at: { effectiveOn: '2026-03-12', recordedAt: 'now', scenario: null, ordinal: 7, synthetic: true },
    kind: 'region',
    populationAsOf: '2026-01-01',
    minCell: 5,
    withoutPlace: 0,
    overlaps: [],
    groups: (areas[0]?.given ?? []).map(({ group }) => ({
      id: group,
      kind: group === family ? 'family' : 'group',
      members: [group],
      prevalence: { low: 10.3, high: 10.3, used: 10.3, confidence: 'high' },
      uptakePercent: null,
      structuredPathway: null,
      pathwaySavesPercent: null,
      sources: (['prevalence', 'users', 'observed'] as const).map((basis) => ({
        basis,
        dataVersion: basis === 'prevalence' ? `${group} 2026-01-01` : null,
        asOf: null,
        source: basis === 'prevalence' ? { kind: 'PUBLIC', id: 'S_OI' } : null,
      })),
    })),
    areas: areas.map(({ code, given, municipalities = [] }) => ({
      kind: 'region',
      code,
      name: `Region ${code}`,
      municipalities,
      inhabitants: 100_000,
      physiotherapists: 40,
      parameters: {
        region: '1082',
        ruleSet: 'OK-2024',
        ruleSetVersion: 1,
        capFactorHundredths: 100,
        capRounding: 'ceil',
        capMinimum: 1,
        capBasis: 'prevalence',
        sources: {},
      },
      cells: given.map(cellOf),
      children: {
        patients: value(20),
        qualifying: [],
        lacking: [],
        outOfReach: [],
        maxKm: 30,
        verdict: 'not-applicable',
      },
    })),
  })
}

function cellOf({
  group,
  documented,
  grace = 0,
  people,
  all = value(1212),
  share = null,
  cap,
  between = null,
  adopted,
}: CellGiven) {
  const excess = cap === null ? null : Math.max(0, documented - cap)
  const measured = adopted === undefined ? excess : Math.max(0, documented - adopted)
  const plan = { status: 'adopted', planRef: 'Praksisplan 2027', basis: null, method: null, governs: true }
  const capsOf = (basis: Cap['basis']) =>
    basis === 'prevalence'
      ? { basis, people, all, share, cap, excess, between }
      : { basis, people: unknown, all: unknown, share: null, cap: null, excess: null, between: null }
  return {
    group,
    documented: { valid: documented, grace, serving: documented },
    expected: { prevalence: people, users: unknown, observed: unknown },
    demand: unknown,
    caps: [capsOf('prevalence'), capsOf('users'), capsOf('observed')],
    excess: measured,
    quota: adopted === undefined ? null : { cap: adopted, ...plan },
    toEnd: measured === null ? null : 0,
    verdict: measured === null ? 'needs-information' : measured > 0 ? 'breach' : 'pass',
    missing: [],
  }
}

function never(): never {
  throw new Error('An answer has the areas that it was given')
}
