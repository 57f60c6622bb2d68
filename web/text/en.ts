import type { da } from './da.ts'
import { accessLog } from './en/accessLog.ts'
import { alternatives } from './en/alternatives.ts'
import { caps } from './en/caps.ts'
import { caseLife } from './en/caseLife.ts'
import { cases } from './en/cases.ts'
import { consultations } from './en/consultations.ts'
import { coverage } from './en/coverage.ts'
import { events } from './en/events.ts'
import { followUp } from './en/followUp.ts'
import { handIn } from './en/handIn.ts'
import { hearings } from './en/hearings.ts'
import { home } from './en/home.ts'
import { laboratory } from './en/laboratory.ts'
import { login } from './en/login.ts'
import { map } from './en/map.ts'
import { meetings } from './en/meetings.ts'
import { municipal } from './en/municipal.ts'
import { papers } from './en/papers.ts'
import { persons } from './en/persons.ts'
import { places } from './en/places.ts'
import { reform } from './en/reform.ts'
import { riding } from './en/riding.ts'
import { rules } from './en/rules.ts'
import { rulings } from './en/rulings.ts'
import { scenarios } from './en/scenarios.ts'
import { shell } from './en/shell.ts'
import { siting } from './en/siting.ts'
import { time } from './en/time.ts'
import { worklist } from './en/worklist.ts'

/** The same keys as `Source`, with any text. */
export type Translated<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Translated<Source[Key]>
}

/** Interface text in English. */
export const en: Translated<typeof da> = {
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
}
