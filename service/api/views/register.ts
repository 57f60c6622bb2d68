import { z } from 'zod'
import {
  AgreementId,
  ClinicId,
  MunicipalityCode,
  PersonId,
  ProviderNumber,
  RegionCode,
  SchoolId,
} from '#events/identifiers'
import { Address, Position2d } from '#events/place'
import { CapacityRegime } from '#events/planParameters'
import { CapacityStatus } from '#events/providerNumber'
import { CoverageArea } from '#events/ridingAgreement'
import { EffectiveDate } from '#events/time'
import { Answered, AsOfParams } from '../asOf.ts'
import { view } from '../definitions.ts'
import { CaseRow, FindingCounts } from './case.ts'
import { EventRow } from './events.ts'

/** Capacity in the unit of the regime on the date: hours in tenths to 2023-12-31, units in hundredths after. */
export const CapacityUnit = z.enum(['hoursTenths', 'unitsHundredths'])

/** Figures of one municipality on a date. `null` is unknown, never zero. */
export const MunicipalityRow = z.object({
  code: MunicipalityCode,
  name: z.string(),
  region: RegionCode.nullable(),
  population: z.int().nullable(),
  capacity: z.int().nullable(),
  /** Capacity in whole hours or whole units per 10,000 inhabitants. */
  per10000: z.number().nullable(),
  clinics: z.int(),
  providers: z.int(),
  /** All in the register, and those of them where no agreement is permitted or begun. */
  ridingSchools: z.int(),
  idleRidingSchools: z.int(),
  /** Permitted and begun, as R-14 counts. */
  ridingHoursTenths: z.int(),
  /** Of the open cases that the asker may see; null where cases may be that they may not. */
  findings: FindingCounts.nullable(),
})
export type MunicipalityRow = z.infer<typeof MunicipalityRow>

/** The map's choropleth and its table twin, for all 98 municipalities or those of one region. */
export const municipalitiesView = view({
  path: '/views/municipalities',
  action: 'map.read',
  params: AsOfParams.extend({ region: RegionCode.optional() }),
  response: z.object({
    at: Answered,
    regime: CapacityRegime,
    unit: CapacityUnit,
    populationAsOf: EffectiveDate,
    populationSource: z.string(),
    /** Upper class limits of `per10000`, ascending; shared by legend and map. A value equal to a limit is in the lower class. */
    breaks: z.array(z.number()),
    /** First day of the municipalities that the rows are of, where the date lies before it; else null. */
    areasValidFrom: EffectiveDate.nullable(),
    rows: z.array(MunicipalityRow),
  }),
})

const ClinicSummary = z.object({
  clinic: ClinicId,
  name: z.string(),
  address: Address.nullable(),
  capacity: z.int().nullable(),
  providers: z.int(),
})
const SchoolSummary = z.object({
  school: SchoolId,
  name: z.string(),
  address: Address,
  approved: z.boolean(),
  /** Permitted and begun. */
  hoursTenths: z.int(),
  /** At least one agreement here has no documented area. */
  areaUnknown: z.boolean(),
})

/** One municipality in the inspector: figures, clinics, schools, cases, latest events. */
export const municipalityView = view({
  path: '/views/municipality',
  action: 'map.read',
  committeeOnly: true,
  params: AsOfParams.extend({ code: MunicipalityCode }),
  response: z.object({
    at: Answered,
    unit: CapacityUnit,
    row: MunicipalityRow,
    regionName: z.string().nullable(),
    formerCounties: z.array(z.string()),
    /** Rank of `per10000` among those with a value, 1 is the highest. */
    rank: z.object({ of: z.int(), at: z.int() }).nullable(),
    clinics: z.array(ClinicSummary),
    schools: z.array(SchoolSummary),
    cases: z.array(CaseRow),
    events: z.array(EventRow),
  }),
})

export const clinicView = view({
  path: '/views/clinic',
  action: 'map.read',
  committeeOnly: true,
  params: AsOfParams.extend({ clinic: ClinicId }),
  response: z.object({
    at: Answered,
    clinic: ClinicId,
    name: z.string(),
    formOfPractice: z.string(),
    regime: CapacityRegime,
    unit: CapacityUnit,
    capacity: z.int().nullable(),
    bySpecialty: z.array(z.object({ specialty: z.string(), capacity: z.int() })),
    /** Capacity along effective time: hours to 2023-12-31, units with their bend limit in øre a year from 2024-01-01. */
    capacityTimeline: z.array(
      z.object({
        from: EffectiveDate,
        to: EffectiveDate.nullable(),
        regime: CapacityRegime,
        unit: CapacityUnit,
        capacity: z.int().nullable(),
        bySpecialty: z.array(z.object({ specialty: z.string(), capacity: z.int(), limitOere: z.int().nullable() })),
      }),
    ),
    providers: z.array(
      z.object({
        number: ProviderNumber,
        holder: PersonId,
        status: CapacityStatus,
        hoursTenths: z.int().nullable(),
        competences: z.array(z.string()),
        /** Riding agreements under the number on the date, ended ones left out. */
        agreements: z.array(
          z.object({ agreement: AgreementId, school: SchoolId, schoolName: z.string(), hoursTenths: z.int() }),
        ),
        from: EffectiveDate,
        to: EffectiveDate.nullable(),
      }),
    ),
    addresses: z.array(
      z.object({
        addressId: z.string(),
        kind: z.enum(['main', 'extra']),
        address: Address,
        from: EffectiveDate,
        to: EffectiveDate.nullable(),
      }),
    ),
    events: z.array(EventRow),
  }),
})

export const ridingSchoolView = view({
  path: '/views/riding-school',
  action: 'map.read',
  committeeOnly: true,
  params: AsOfParams.extend({ school: SchoolId }),
  response: z.object({
    at: Answered,
    school: SchoolId,
    name: z.string(),
    address: Address,
    approved: z.boolean(),
    agreements: z.array(
      z.object({
        agreement: z.string(),
        therapist: PersonId,
        provider: ProviderNumber.nullable(),
        status: z.enum(['requested', 'permitted', 'started', 'ended']),
        hoursTenths: z.int(),
        accessionDate: EffectiveDate.nullable(),
        area: CoverageArea,
        from: EffectiveDate,
        to: EffectiveDate.nullable(),
      }),
    ),
    events: z.array(EventRow),
  }),
})

/** Regions, municipalities and former counties in force on the date, for choosing and labelling. */
export const areasView = view({
  path: '/views/areas',
  action: 'map.read',
  params: AsOfParams,
  response: z.object({
    at: Answered,
    regions: z.array(z.object({ code: RegionCode, name: z.string(), municipalities: z.array(MunicipalityCode) })),
    municipalities: z.array(z.object({ code: MunicipalityCode, name: z.string(), region: RegionCode.nullable() })),
    formerCounties: z.array(
      z.object({ code: z.string(), name: z.string(), municipalities: z.array(MunicipalityCode) }),
    ),
    /** The shapes in force: where to fetch them, and how exact they are. */
    boundaries: z.object({
      version: z.string(),
      href: z.string(),
      sha256: z.string(),
      confirmWithinM: z.number(),
      attribution: z.string(),
      /** The ground as vector tiles, up to a zoom: municipalities, lakes, lines, towns. */
      tiles: z.object({ href: z.string().meta({ description: 'Address with {z}, {x} and {y}' }), maxZoom: z.int() }),
      /** Every shape, with where its label stands and the box around it; Christiansø is one, and no municipality. */
      places: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          label: z.tuple([z.number(), z.number()]),
          bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
        }),
      ),
    }),
  }),
})

/** Where an address lies: the register's code first, geometry as a check, never a silent choice near a border. */
export const placementView = view({
  path: '/views/placement',
  action: 'map.read',
  params: z.object({
    lng: z.coerce.number().min(7).max(16),
    lat: z.coerce.number().min(54).max(58),
    registered: MunicipalityCode.optional(),
    asOf: EffectiveDate.optional(),
  }),
  response: z.object({
    municipality: MunicipalityCode.nullable(),
    certainty: z.enum(['registered', 'geometry', 'confirm', 'unknown']),
    distanceToBorderM: z.number().nullable(),
    confirmWithinM: z.number(),
    /** Municipalities that it can be, nearest first. */
    candidates: z.array(MunicipalityCode),
  }),
})

const SearchKind = z.enum([
  'municipality',
  'clinic',
  'ridingSchool',
  'provider',
  'case',
  'ruling',
  'meeting',
  'hearing',
  'town',
])

/**
 * Municipalities, clinics, riding schools, provider numbers, cases and towns by name or number; rulings by their reasons,
 * meetings by day and place, and answers of hearings by their text, too. Of one kind when it is
 * named, and then without words too; those of `region` first, and then the nearest to a place.
 */
export const searchView = view({
  path: '/views/search',
  action: 'map.read',
  params: AsOfParams.extend({
    q: z.string().trim().max(80).default(''),
    kind: SearchKind.optional(),
    region: RegionCode.optional(),
    lng: z.coerce.number().min(7).max(16).optional(),
    lat: z.coerce.number().min(54).max(58).optional(),
  }),
  response: z.object({
    at: Answered,
    hits: z.array(
      z.object({
        kind: SearchKind,
        id: z.string(),
        title: z.string(),
        detail: z.string(),
        position: Position2d.nullable(),
        /** Of a clinic, a provider number, a riding school or a town; null where it is not known and for other kinds. */
        municipality: MunicipalityCode.nullable(),
        region: RegionCode.nullable(),
        /** Straight line to the place that was named; null without one. */
        distanceKm: z.number().nullable(),
        /** Clinic of a provider number; null for other kinds. */
        clinic: ClinicId.nullable(),
      }),
    ),
  }),
})
