import { ClinicId, MunicipalityCode, RegionCode } from '#events/identifiers'
import type { Address } from '#events/place'
import type { CapacityRegime } from '#events/planParameters'
import type { EffectiveDate } from '#events/time'
import type { CaseFacts } from '#service/rules/facts'
import { idAt, on } from '../../given.ts'

export const clinicId = ClinicId.parse('klinik-1')
export const midtjylland = RegionCode.parse('1082')

/** A municipality code of the tests. */
export function code(text: string): MunicipalityCode {
  return MunicipalityCode.parse(text)
}

/** An address that the register has placed, unless told otherwise. */
export function address(municipality: string | null, text: string, change: Partial<Address> = {}): Address {
  return {
    text,
    postcode: null,
    town: null,
    darId: null,
    position: [8.6, 56.36],
    municipality: municipality === null ? null : code(municipality),
    certainty: municipality === null ? 'unknown' : 'registered',
    ...change,
  }
}

interface Move {
  readonly from: Address
  readonly to: Address
  readonly wantedFrom: string
  readonly receivedOn?: string
  readonly previousUntil?: string
  readonly regime?: CapacityRegime
  readonly amount?: number | null
  readonly accessibility?: string | null
  readonly today?: string
  readonly consultations?: CaseFacts['consultations']
}

/** Facts of a relocation, with the capacity moved along as the scenario would show it. */
export function relocationFacts(move: Move): CaseFacts {
  const wantedFrom = on(move.wantedFrom)
  const previousUntil = on(move.previousUntil ?? move.wantedFrom)
  const amount = move.amount === undefined ? 300 : move.amount
  const { from, to } = move
  const crosses = from.municipality !== to.municipality
  const differing =
    crosses && amount !== null && from.municipality !== null && to.municipality !== null
      ? [
          { code: from.municipality, before: 2000, after: 2000 - amount },
          { code: to.municipality, before: 5000, after: 5000 + amount },
        ]
      : []
  return {
    caseId: '26-0001',
    type: 'A3',
    region: midtjylland,
    today: on(move.today ?? '2026-11-22'),
    receivedOn: on(move.receivedOn ?? '2015-01-05'),
    wantedFrom,
    caseInputs: [idAt(1)],
    relocation: {
      from,
      to,
      previousUntil,
      accessibility: move.accessibility === undefined ? 'Niveaufri adgang.' : move.accessibility,
      capacity: { regime: move.regime ?? 'KR_PER_CLINIC', amount, bySpecialty: [], inputs: [idAt(2)] },
      addressesAfter: addressesAfter(from, to, wantedFrom, previousUntil),
      distanceM: 3200,
      municipalities: differing,
    },
    transfer: null,
    capacity: null,
    small: null,
    documentation: null,
    palliative: null,
    section2: null,
    riding: null,
    coverage: null,
    groupSize: null,
    cap: null,
    family: null,
    childrensClinic: null,
    consultations: move.consultations ?? [],
  }
}

function addressesAfter(from: Address, to: Address, wantedFrom: EffectiveDate, previousUntil: EffectiveDate) {
  const shared = { addressId: 'adresse-1', kind: 'main' as const, notified: false, inputs: [idAt(3)] }
  return [
    { ...shared, address: from, period: { from: on('2010-01-01'), to: previousUntil } },
    { ...shared, address: to, period: { from: wantedFrom, to: null } },
  ]
}
