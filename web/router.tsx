import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { z } from 'zod'
import { LoginProblem } from '#api/session'
import { CapBasis } from '#api/views/caps'
import { CoverageDecay, CoverageMeasure, CoverageService, CoverageUnit } from '#api/views/coverage'
import { MeetingPaperKind, PaperKind } from '#api/views/paper'
import { ActivityPeriod } from '#events/activity'
import { ApplicationType, RelatedCase } from '#events/case'
import { CaseId, MunicipalityCode, RegionCode, Specialty } from '#events/identifiers'
import { MessageState } from '#events/message'
import { PlannedScenarioId } from '#events/scenario'
import { EffectiveDate, RecordedAt } from '#events/time'
import { parseSearch, stringifySearch } from './search.ts'
import { sessionQuery } from './session.ts'
import { Broken } from './shell/Broken.tsx'
import { Missing } from './shell/Missing.tsx'
import { Shell } from './shell/Shell.tsx'
import { noteUnknown } from './shell/unknownValues.ts'

/** A search param that falls back to its default, with a note, when the address bar holds something else. */
function lenient<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(({ value }) => {
    noteUnknown(value)
    return undefined
  })
}

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Shell,
  notFoundComponent: Missing,
  errorComponent: Broken,
  validateSearch: z.object({
    asOf: lenient(EffectiveDate),
    asKnownAt: lenient(z.union([RecordedAt, EffectiveDate])),
    lang: lenient(z.enum(['da', 'en'])),
    /** The area looked at: a region, or `dk` for the whole country. */
    region: lenient(z.union([RegionCode, z.literal('dk')])),
  }),
  search: { middlewares: [retainSearchParams(['asOf', 'asKnownAt', 'lang', 'region'])] },
})

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  // A municipality begins with its own page, everybody else with the map.
  beforeLoad: async ({ search, context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery).catch(() => null)
    const isMunicipality = session?.user?.role === 'municipality'
    throw redirect({ to: isMunicipality ? '/egne-noegletal' : '/kort', search, replace: true })
  },
})

const mapRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kort',
  component: lazyRouteComponent(() => import('./pages/map/MapPage.tsx'), 'MapPage'),
  validateSearch: z.object({
    /** Layers shown, comma between; the default when left out. `none` for the bare map. */
    layers: lenient(z.string().regex(/^[a-zA-Z,]*$/)),
    /** `0707`, `clinic:<id>` or `school:<id>`. */
    sel: lenient(z.string().regex(/^(\d{4}|(clinic|school):[a-z0-9-]+)$/)),
    tab: lenient(z.enum(['overview', 'clinics', 'schools', 'cases', 'events'])),
    view: lenient(z.enum(['map', 'table'])),
    /** Column of the table, `-` before it for descending. */
    sort: lenient(z.string().regex(/^-?[a-zA-Z0-9]+$/)),
    /** Coverage: the diagnosis group, the service, the limit and what it is in, and the measure. */
    group: lenient(z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
    service: lenient(CoverageService),
    max: lenient(z.coerce.number().int().min(5).max(180)),
    unit: lenient(CoverageUnit),
    measure: lenient(CoverageMeasure),
    /** Which of the nearest `measure=kth` shows. */
    k: lenient(z.coerce.number().int().min(2).max(5)),
    /** Of a measure of supply: how its weight falls with the cost, how wide, and the exponent of `power` in tenths. */
    decay: lenient(CoverageDecay),
    spread: lenient(z.coerce.number().int().min(1).max(180)),
    exponentTenths: lenient(z.coerce.number().int().min(1).max(50)),
    offers: lenient(z.enum(['with', 'without'])),
    /** Date that the coverage is held against. */
    compare: lenient(EffectiveDate),
    /** Point that the inspector tells of, longitude and latitude. */
    at: lenient(z.string().regex(/^-?\d{1,3}(\.\d{1,15})?,-?\d{1,2}(\.\d{1,15})?$/)),
    /** A case's what-if laid over the map. */
    scenario: lenient(z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  }),
})

const casesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sager',
  component: lazyRouteComponent(() => import('./pages/cases/CasesPage.tsx'), 'CasesPage'),
  validateSearch: z.object({
    status: lenient(z.enum(['open', 'closed', 'all'])),
    municipality: lenient(MunicipalityCode),
  }),
})

const newCaseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sager/ny',
  component: lazyRouteComponent(() => import('./pages/cases/NewCasePage.tsx'), 'NewCasePage'),
  validateSearch: z.object({
    type: lenient(ApplicationType.exclude(['A16'])),
    /** The earlier case that the new one is about, and how. */
    about: lenient(CaseId),
    relation: lenient(RelatedCase.shape.kind),
  }),
})

const caseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sager/$case',
  component: lazyRouteComponent(() => import('./pages/cases/CasePage.tsx'), 'CasePage'),
  validateSearch: z.object({
    finding: lenient(z.string().regex(/^R-\d{2}$/)),
    map: lenient(z.enum(['change', 'before', 'after'])),
    /** `shown`: what could have been applied for instead is asked for. */
    alternatives: lenient(z.literal('shown')),
  }),
})

const rulingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sager/afgoerelser',
  component: lazyRouteComponent(() => import('./pages/rulings/RulingsPage.tsx'), 'RulingsPage'),
  validateSearch: z.object({
    year: lenient(z.string().regex(/^\d{4}$/)),
    outcome: lenient(z.enum(['granted', 'granted-with-conditions', 'refused', 'withdrawn'])),
    type: lenient(ApplicationType),
    q: lenient(z.string().max(200)),
  }),
})

const replayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sager/$case/afgoerelse',
  component: lazyRouteComponent(() => import('./pages/rulings/ReplayPage.tsx'), 'ReplayPage'),
  validateSearch: z.object({
    /** One of several rulings of the case. */
    ruling: lenient(z.string().regex(/^\d{4}-\d{4}$/)),
    /** `changed`: only what differs. */
    show: lenient(z.literal('changed')),
  }),
})

const boardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sager/tavle',
  component: lazyRouteComponent(() => import('./pages/cases/BoardPage.tsx'), 'BoardPage'),
})

const calendarRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sager/frister',
  component: lazyRouteComponent(() => import('./pages/cases/CalendarPage.tsx'), 'CalendarPage'),
})

const meetingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/moeder',
  component: lazyRouteComponent(() => import('./pages/meetings/MeetingsPage.tsx'), 'MeetingsPage'),
})

const meetingPaperRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/moeder/$committee/$day/bilag',
  component: lazyRouteComponent(() => import('./pages/papers/MeetingPaperPage.tsx'), 'MeetingPaperPage'),
  params: {
    parse: ({ committee, day }) => ({ committee: RegionCode.parse(committee), day: EffectiveDate.parse(day) }),
    stringify: ({ committee, day }) => ({ committee, day }),
  },
  validateSearch: z.object({ kind: lenient(MeetingPaperKind) }),
})

const meetingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/moeder/$committee/$day',
  component: lazyRouteComponent(() => import('./pages/meetings/MeetingPage.tsx'), 'MeetingPage'),
  validateSearch: z.object({
    /** The case that is looked at. */
    item: lenient(CaseId),
    finding: lenient(z.string().regex(/^R-\d{2}$/)),
    map: lenient(z.enum(['change', 'before', 'after'])),
  }),
})

const outboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/udbakke',
  component: lazyRouteComponent(() => import('./pages/outbox/OutboxPage.tsx'), 'OutboxPage'),
  validateSearch: z.object({ state: lenient(z.enum(['all', ...MessageState.options])) }),
})

const paperRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sager/$case/bilag',
  component: lazyRouteComponent(() => import('./pages/papers/PaperPage.tsx'), 'PaperPage'),
  validateSearch: z.object({ kind: lenient(PaperKind), municipality: lenient(MunicipalityCode) }),
})

const consultationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hoeringer',
  component: lazyRouteComponent(() => import('./pages/consultations/ConsultationsPage.tsx'), 'ConsultationsPage'),
  validateSearch: z.object({ show: lenient(z.enum(['open', 'all'])) }),
})

const consultationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hoeringer/$case',
  component: lazyRouteComponent(() => import('./pages/consultations/ConsultationPage.tsx'), 'ConsultationPage'),
  validateSearch: z.object({
    municipality: lenient(MunicipalityCode),
    round: lenient(z.coerce.number().int().positive()),
  }),
})

const ridingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/ridefysioterapi',
  component: lazyRouteComponent(() => import('./pages/riding/RidingPage.tsx'), 'RidingPage'),
  validateSearch: z.object({
    /** An agreement's id, or the provider number of its therapist. */
    sel: lenient(z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
    filter: lenient(z.enum(['under-10', 'open-case', 'undocumented'])),
    /** Column of the table, `-` before it for descending. */
    sort: lenient(z.string().regex(/^-?[a-zA-Z]+$/)),
    /** The open case that the ceiling is shown for. */
    case: lenient(z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  }),
})

const capsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lofter',
  component: lazyRouteComponent(() => import('./pages/caps/CapsPage.tsx'), 'CapsPage'),
  validateSearch: z.object({
    /** Areas of the board; regions when left out. */
    kind: lenient(z.enum(['region', 'council', 'set'])),
    /** Municipalities of an own area, comma between. */
    set: lenient(z.string().regex(/^\d{4}(,\d{4}){0,97}$/)),
    /** The diagnosis group or family looked at. */
    group: lenient(z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
    /** How groups are counted; as the plan does when left out. */
    basis: lenient(CapBasis),
    /** `end`: holders above a cap do not continue. */
    holders: lenient(z.literal('end')),
    /** Area whose municipalities are shown, and area whose calculation is: region code, health council or `set`. */
    open: lenient(z.string().max(80)),
    cell: lenient(z.string().max(80)),
  }),
})

const laboratoryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lofter/$scenario',
  component: lazyRouteComponent(() => import('./pages/laboratory/LaboratoryPage.tsx'), 'LaboratoryPage'),
  validateSearch: z.object({
    /** Areas of the matrix; municipalities of the reader's region, or regions, when left out. */
    kind: lenient(z.enum(['region', 'council', 'municipality', 'planningArea'])),
    group: lenient(z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
    basis: lenient(CapBasis),
    /** `a`: the board that changes are counted from. */
    side: lenient(z.enum(['a', 'b'])),
    map: lenient(z.enum(['a', 'b', 'difference', 'both'])),
    /** What the map of both sides shows; what the changes bear on when left out. */
    shows: lenient(z.enum(['caps', 'coverage'])),
    /** The scenario that is A; the register when left out. */
    compare: lenient(PlannedScenarioId),
    /** Area whose municipalities are shown, and area whose calculation is. */
    open: lenient(z.string().max(80)),
    cell: lenient(z.string().max(80)),
  }),
})

const municipalitiesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kommuner',
  component: lazyRouteComponent(() => import('./pages/municipalities/MunicipalitiesPage.tsx'), 'MunicipalitiesPage'),
  validateSearch: z.object({
    code: lenient(MunicipalityCode),
    tab: lenient(z.enum(['offer', 'contacts', 'palliative'])),
  }),
})

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/egne-noegletal',
  component: lazyRouteComponent(() => import('./pages/home/HomePage.tsx'), 'HomePage'),
  // Whose page a region looks at; a municipality sees its own.
  validateSearch: z.object({ kommune: lenient(MunicipalityCode) }),
})

const packageRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/halvaarsdata/$municipality/$period',
  component: lazyRouteComponent(() => import('./pages/home/PackagePage.tsx'), 'PackagePage'),
  params: {
    parse: ({ municipality, period }) => ({
      municipality: MunicipalityCode.parse(municipality),
      period: ActivityPeriod.parse(period),
    }),
    stringify: ({ municipality, period }) => ({ municipality, period }),
  },
  // The newest edition when left out.
  validateSearch: z.object({ edition: lenient(z.coerce.number().int().positive()) }),
})

const followUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/opfoelgning',
  component: lazyRouteComponent(() => import('./pages/followUp/FollowUpPage.tsx'), 'FollowUpPage'),
  validateSearch: z.object({
    /** Part of the follow-up. */
    part: lenient(z.enum(['control', 'ceilings', 'groups', 'home', 'level', 'small', 'halfYears', 'yearly'])),
    period: lenient(ActivityPeriod),
    specialty: lenient(Specialty),
  }),
})

const eventsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/haendelser',
  component: lazyRouteComponent(() => import('./pages/events/EventsPage.tsx'), 'EventsPage'),
  validateSearch: z.object({
    before: lenient(z.coerce.number().int().positive()),
    stream: lenient(z.string()),
    type: lenient(z.string()),
    municipality: lenient(MunicipalityCode),
    corrections: lenient(z.literal('true')),
  }),
})

const rulesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/regler',
  component: lazyRouteComponent(() => import('./pages/rules/RulesPage.tsx'), 'RulesPage'),
  validateSearch: z.object({
    /** Date whose rule set stands beside the one shown. */
    compare: lenient(EffectiveDate),
    parameter: lenient(z.string()),
  }),
})

const reformRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reform',
  component: lazyRouteComponent(() => import('./pages/reform/ReformPage.tsx'), 'ReformPage'),
  validateSearch: z.object({
    /** The two dates; the last of five regions and the first of four when left out. */
    from: lenient(EffectiveDate),
    to: lenient(EffectiveDate),
    /** What the map is coloured by. */
    by: lenient(z.literal('council')),
  }),
})

const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/log-ind',
  component: lazyRouteComponent(() => import('./pages/login/LoginPage.tsx'), 'LoginPage'),
  // Where to go once signed in: a path of ours, never another site.
  validateSearch: z.object({
    next: lenient(z.string().regex(/^\/(?![/\\])[^\\]*$/)),
    /** Why the organisation's login signed nobody in. */
    login: lenient(LoginProblem),
  }),
})

const accessLogRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/adgangslog',
  component: lazyRouteComponent(() => import('./pages/accessLog/AccessLogPage.tsx'), 'AccessLogPage'),
  validateSearch: z.object({
    year: lenient(z.string().regex(/^\d{4}$/)),
    before: lenient(z.coerce.number().int().positive()),
  }),
})

const personsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/personer',
  component: lazyRouteComponent(() => import('./pages/persons/PersonsPage.tsx'), 'PersonsPage'),
})

const routeTree = rootRoute.addChildren([
  indexRoute,
  mapRoute,
  casesRoute,
  newCaseRoute,
  caseRoute,
  rulingsRoute,
  replayRoute,
  boardRoute,
  calendarRoute,
  meetingsRoute,
  meetingRoute,
  meetingPaperRoute,
  paperRoute,
  consultationsRoute,
  outboxRoute,
  consultationRoute,
  ridingRoute,
  capsRoute,
  laboratoryRoute,
  municipalitiesRoute,
  homeRoute,
  packageRoute,
  followUpRoute,
  eventsRoute,
  rulesRoute,
  reformRoute,
  loginRoute,
  accessLogRoute,
  personsRoute,
])

/** The router with all routes. */
export function createPages(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPages>
  }
}
