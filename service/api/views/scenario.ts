import { z } from 'zod'
import { EventId, Role } from '#events/envelope'
import { CaseId, DiagnosisGroupId, MunicipalityCode, RegionCode } from '#events/identifiers'
import { AreaRef } from '#events/quota'
import {
  ChangeId,
  DataVersions,
  PlannedChange,
  PlannedScenarioId,
  ScenarioConflict,
  ScenarioEdit,
  ScenarioLock,
  ScenarioName,
  ScenarioNote,
  ScenarioReader,
} from '#events/scenario'
import { EffectiveDate, RecordedAt } from '#events/time'
import { Answered } from '../asOf.ts'
import { mostChanges } from '../commands/scenario.ts'
import { view } from '../definitions.ts'
import { CaseStatus } from './case.ts'
import { ChangeTold } from './changeTold.ts'
import { CoverageAsked, CoverageService, CoverageUnit, Proof } from './coverage.ts'

/** A scenario as it is listed. */
export const ScenarioRow = z.object({
  scenario: PlannedScenarioId,
  name: z.string(),
  note: z.string().nullable(),
  owner: z.object({ role: Role, organisation: z.string().nullable() }),
  /** True when the asker may change it. */
  mine: z.boolean(),
  asOf: EffectiveDate,
  /** The register that it stands on: everything recorded up to then. */
  base: z.object({ event: EventId, recordedAt: RecordedAt, events: z.int() }),
  /** Events that the register has got since. */
  behind: z.int().min(0),
  /** Changes, and those of them that are switched on. */
  count: z.object({ changes: z.int(), on: z.int() }),
  updatedAt: RecordedAt,
  sharedWith: z.array(ScenarioReader),
  copiedFrom: PlannedScenarioId.nullable(),
  /** The case it was handed in as, and the content it had then; null before. */
  submitted: z.object({ case: z.string(), revision: z.int(), key: z.string() }).nullable(),
  archived: z.boolean(),
})
export type ScenarioRow = z.infer<typeof ScenarioRow>

/** Every scenario that the asker may see, the last changed first. */
export const scenariosView = view({
  path: '/views/scenarios',
  action: 'scenario.use',
  movesWith: 'commits',
  params: z.object({ archived: z.enum(['with', 'without']).default('without') }),
  response: z.object({ at: Answered, rows: z.array(ScenarioRow) }),
})

/**
 * Something to know about a change. `error`: it cannot be done, and is left out. `warning`: it is done, and something is
 * odd or breaks a rule. `information`: it is done and changes nothing. Words by `code` from the glossary.
 */
export const ScenarioProblem = z.object({
  severity: z.enum(['error', 'warning', 'information']),
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
})
export type ScenarioProblem = z.infer<typeof ScenarioProblem>

/** What a change is about, as far as its command names it. */
export const Touches = z.object({
  area: AreaRef.optional(),
  group: DiagnosisGroupId.optional(),
  region: z.string().optional(),
  municipality: z.string().optional(),
  clinic: z.string().optional(),
  address: z.string().optional(),
  number: z.string().optional(),
  person: z.string().optional(),
  /** Number that the person works under on the scenario's date, with the clinic and its name; left out without one. */
  holder: z.object({ number: z.string(), clinic: z.string().nullable(), clinicId: z.string().nullable() }).optional(),
  school: z.string().optional(),
  agreement: z.string().optional(),
  planningArea: z.string().optional(),
})
export type Touches = z.infer<typeof Touches>

/** A step that can be undone or done again. */
const Step = z.object({
  edit: EventId,
  kinds: z.array(z.enum(ScenarioEdit.options.map(({ shape }) => shape.kind.value))),
  changes: z.array(ChangeId),
})

/** A change of a proposal that the register refused when the proposal was adopted. */
export const RefusedChange = z.object({
  change: ChangeId,
  /** Type of the change's command. */
  command: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
})
export type RefusedChange = z.infer<typeof RefusedChange>

/** Where a change lies: in regions, in the whole country at once, or nowhere that is known. */
export interface ChangeLies {
  readonly in: 'regions' | 'country' | 'unknown'
  readonly regions: readonly RegionCode[]
}

/**
 * Why a committee cannot adopt a change: it makes something up or rests on it (`events/madeUp.ts`), or lies outside the
 * committee's region, by where it lies; words from the glossary.
 */
export const notHandedInReasons = {
  madeUp: 'scenario.madeUp',
  regions: 'scenario.outsideRegion',
  country: 'scenario.wholeCountry',
  unknown: 'scenario.unknownPlace',
} as const satisfies Record<ChangeLies['in'] | 'madeUp', string>

/** A change that is on and cannot be handed in to the asker's committee; the regions that it lies in, where they say why. */
export const NotHandedIn = z.object({
  change: ChangeId,
  why: z.enum(Object.values(notHandedInReasons)),
  regions: z.array(RegionCode),
})
export type NotHandedIn = z.infer<typeof NotHandedIn>

/** One scenario with its changes in order and what there is to know about each. */
export const scenarioView = view({
  path: '/views/scenario',
  action: 'scenario.use',
  committeeOnly: true,
  movesWith: 'commits',
  params: z.object({ scenario: PlannedScenarioId }),
  response: z.object({
    at: Answered,
    ...ScenarioRow.shape,
    /** Revision of its stream, for `If-Match`. */
    revision: z.int().min(0),
    /** Names its content: the same key, the same figures. */
    key: z.string(),
    changes: z.array(PlannedChange.extend({ touches: Touches, problems: z.array(ScenarioProblem) })),
    locks: z.array(ScenarioLock),
    undo: Step.nullable(),
    redo: Step.nullable(),
    /** What the last rebase met. */
    conflicts: z.array(ScenarioConflict),
    dataVersions: DataVersions,
    /** What the service now uses in other versions than when the scenario was put on its base. */
    dataDiffers: z.array(z.object({ name: z.string(), was: z.string().nullable(), now: z.string().nullable() })),
    /** The case it was last handed in as, and what became of it; null before. */
    proposal: z
      .object({
        case: CaseId,
        number: z.string(),
        status: CaseStatus,
        /** The scenario has changed since; the case has not. */
        edited: z.boolean(),
        refused: z.array(RefusedChange),
      })
      .nullable(),
    /**
     * The region whose committee the asker can hand it in to, with the changes that cannot go along; the region is null for
     * who has none, and then nothing is listed.
     */
    handIn: z.object({ region: RegionCode.nullable(), stays: z.array(NotHandedIn) }),
    /** Next free case id of the year, for handing it in. */
    nextCase: CaseId,
    /** Changes with an error, a warning, an information. */
    problems: z.object({ errors: z.int(), warnings: z.int(), informations: z.int() }),
  }),
})

/** `base`: the register that A stands on. */
const Side = z.union([z.literal('base'), PlannedScenarioId])

/**
 * A figure on the base, in A and in B; differences are the reader's to subtract. Null where it is not known. Costs are of
 * those who can get to somebody: their mean, the 95th percentile, and the mean of the tenth farthest away.
 * `expectedUsers` are those of the group in the area, after what structured pathways are to save, as they may be told
 * (R-40).
 */
export const ComparedFigure = z.object({
  figure: z.enum([
    'coveredShare',
    'coveredPeople',
    'worstTenth',
    'meanCost',
    'percentile95',
    'specialists',
    'expectedUsers',
    'capsBreached',
  ]),
  unit: z.enum(['share', 'people', 'minutes', 'km', 'count']),
  base: z.number().nullable(),
  a: z.number().nullable(),
  b: z.number().nullable(),
})

/** Headline figures and municipalities of two scenarios, or of one and its base, side by side, all on the date of A. */
export const scenarioComparisonView = view({
  path: '/views/scenario-comparison',
  action: 'scenario.use',
  movesWith: 'commits',
  params: z.object({
    a: PlannedScenarioId,
    b: Side.default('base'),
    group: CoverageAsked.shape.group,
    service: CoverageAsked.shape.service,
    max: CoverageAsked.shape.max,
    unit: CoverageAsked.shape.unit,
    region: RegionCode.optional(),
  }),
  response: z.object({
    at: Answered,
    a: z.object({ scenario: PlannedScenarioId, name: z.string(), key: z.string(), asOf: EffectiveDate }),
    /** Null for the base. */
    b: z.object({ scenario: PlannedScenarioId, name: z.string(), key: z.string(), asOf: EffectiveDate }).nullable(),
    /** False when A and B stand on different registers: then differences are not only of their changes. */
    sameBase: z.boolean(),
    group: DiagnosisGroupId,
    service: CoverageService,
    max: z.int(),
    unit: CoverageUnit,
    proof: Proof,
    figures: z.array(ComparedFigure),
    rows: z.array(
      z.object({
        municipality: MunicipalityCode,
        name: z.string(),
        region: RegionCode.nullable(),
        people: z.int(),
        /** Share of the inhabitants within the limit, 0 to 1; null where nobody lives. */
        base: z.number().nullable(),
        a: z.number().nullable(),
        b: z.number().nullable(),
        /** B less A in percentage points; exactly 0 where no change can touch it. */
        difference: z.number().nullable(),
      }),
    ),
  }),
})

/** Name and version of a scenario's file; what the service writes, and all that it reads. */
export const scenarioFileFormat = { name: 'praksiskort-scenario', version: 1 } as const

/** A scenario as a file: enough to open it in another service. */
export const ScenarioFile = z.object({
  format: z.literal(scenarioFileFormat.name),
  version: z.literal(scenarioFileFormat.version),
  name: ScenarioName,
  note: ScenarioNote,
  asOf: EffectiveDate,
  base: z.object({ event: EventId, recordedAt: RecordedAt, events: z.int().positive() }),
  dataVersions: DataVersions,
  changes: z.array(PlannedChange).max(mostChanges),
  locks: z.array(ScenarioLock).max(mostChanges),
})
export type ScenarioFile = z.infer<typeof ScenarioFile>

/** POST `/api/scenarios/import`. Without `create` nothing is made: the answer tells what would differ. */
export const ScenarioImport = z.object({
  file: z.record(z.string(), z.unknown()),
  /** Id of the scenario to make, by the sender; null to be told only. */
  create: PlannedScenarioId.nullable().default(null),
  /** What it is to be called here; null for the name in the file. */
  name: ScenarioName.nullable().default(null),
})

/** What a file would become here. All of it is said at once. */
export const ScenarioImportReport = z.object({
  /** Null while nothing has been made. */
  scenario: PlannedScenarioId.nullable(),
  name: z.string(),
  /** The date that its changes are for. */
  asOf: EffectiveDate,
  changes: z.int(),
  /** `same`: the register that the file stood on is known here; `newest`: it is not, and the newest is taken instead. */
  base: z.enum(['same', 'newest']),
  dataDiffers: z.array(z.object({ name: z.string(), was: z.string().nullable(), now: z.string().nullable() })),
  /** Changes that this service cannot read or may not take, which are left out. */
  unreadable: z.array(
    z.object({
      change: z.string(),
      /** Which of the file's changes it is, the first being 1. */
      place: z.int().positive(),
      reason: z.enum(['unknownCommand', 'notAllowed', 'fields', 'taken']),
      command: z.string(),
      /** What it says and is about, as far as that can be read. */
      told: ChangeTold,
      touches: Touches,
      fields: z.array(z.object({ path: z.string(), expected: z.string(), code: z.string() })),
    }),
  ),
})
export type ScenarioImportReport = z.infer<typeof ScenarioImportReport>
