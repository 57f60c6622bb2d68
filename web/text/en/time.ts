import type { time as danish } from '../da/time.ts'
import type { Translated } from '../en.ts'

/** Text of the time bar, the time pill and the banner. */
export const time: Translated<typeof danish> = {
  bar: 'Timeline',
  effective: 'Effective on',
  recorded: 'Recorded by',
  effectiveSpoken: 'Effective on {{date}}',
  recordedSpoken: 'Recorded by {{date}}',
  recordedNow: 'Recorded up to now',
  now: 'now',
  nowNote: 'Now. Recorded time cannot lie in the future',
  today: 'Today',
  todayDate: 'Today, {{date}}',
  pill: 'Effective {{date}}. Open the timeline',
  lineNote: 'Line = the same event in both times',
  previous: 'Previous event',
  next: 'Next event',
  linked: 'The two times move together',
  unlinked: 'The two times move one by one',
  link: 'Let the two times move together',
  typeEffective: 'Type the effective date',
  typeRecorded: 'Type the recorded date',
  span: 'Period',
  spans: { '3': '3 years', '10': '10 years', all: 'All' },
  adopted_one: '{{count}} adopted, not yet in force',
  adopted_other: '{{count}} adopted, not yet in force',
  events_one: '{{count}} event',
  events_other: '{{count}} events',
  correction: 'Correction: effective from {{date}}',
  history: {
    sameDay: 'You see the situation on <b>{{date}}</b>, as recorded that day. Decisions cannot be saved.',
    otherDay: 'You see the situation on <b>{{date}}</b>, as recorded by {{known}}. Decisions cannot be saved.',
    knownNow: 'You see the situation on <b>{{date}}</b>, as we know it now. Decisions cannot be saved.',
    future:
      'You see the situation on <b>{{date}}</b>, as it becomes by what is adopted now. Decisions cannot be saved.',
    back: 'Back to today',
  },
  changed: 'The date is now {{date}}',
  invalidDate: 'Type a date, such as {{example}}',
}
