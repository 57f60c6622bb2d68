import { accessLog } from './da/accessLog.ts'
import { alternatives } from './da/alternatives.ts'
import { caps } from './da/caps.ts'
import { caseLife } from './da/caseLife.ts'
import { cases } from './da/cases.ts'
import { consultations } from './da/consultations.ts'
import { coverage } from './da/coverage.ts'
import { events } from './da/events.ts'
import { followUp } from './da/followUp.ts'
import { handIn } from './da/handIn.ts'
import { hearings } from './da/hearings.ts'
import { home } from './da/home.ts'
import { laboratory } from './da/laboratory.ts'
import { login } from './da/login.ts'
import { map } from './da/map.ts'
import { meetings } from './da/meetings.ts'
import { municipal } from './da/municipal.ts'
import { papers } from './da/papers.ts'
import { persons } from './da/persons.ts'
import { places } from './da/places.ts'
import { reform } from './da/reform.ts'
import { riding } from './da/riding.ts'
import { rules } from './da/rules.ts'
import { rulings } from './da/rulings.ts'
import { scenarios } from './da/scenarios.ts'
import { shell } from './da/shell.ts'
import { siting } from './da/siting.ts'
import { time } from './da/time.ts'
import { worklist } from './da/worklist.ts'

/** Interface text in Danish, one object per page. English has the same keys. */
export const da = {
  shell,
  map,
  coverage,
  municipal,
  time,
  rules,
  login,
  accessLog,
  cases,
  caseLife,
  worklist,
  consultations,
  hearings,
  meetings,
  rulings,
  alternatives,
  reform,
  riding,
  caps,
  laboratory,
  scenarios,
  handIn,
  places,
  papers,
  persons,
  siting,
  followUp,
  home,
  events,
} as const
