import type { ItemResult, MeetingEvent, MeetingKind, Seat } from './meeting.ts'
import type { Words } from './words.ts'

/** The sentence of every event of a meeting. */
export const meetingEventWords = {
  MeetingCalled: { da: 'Møde indkaldt til {meetingOn}', en: 'Meeting called for {meetingOn}' },
  MeetingCancelled: { da: 'Mødet aflyst: {reason}', en: 'Meeting cancelled: {reason}' },
  AgendaOrdered: { da: 'Dagsordenens rækkefølge fastsat', en: 'Order of the agenda set' },
  MeetingNoticeSent: { da: 'Dagsordenen udsendt', en: 'Agenda sent to the members' },
  AttendanceRecorded: { da: 'Fremmøde noteret', en: 'Attendance noted' },
  ConflictDeclared: {
    da: 'Inhabilitet noteret for {seat} i sag {case}: {reason}',
    en: 'Conflict of interest noted for {seat} in case {case}: {reason}',
  },
  ConflictLifted: {
    da: 'Inhabilitet ophævet for {seat} i sag {case}: {reason}',
    en: 'Conflict of interest lifted for {seat} in case {case}: {reason}',
  },
  ItemConcluded: { da: 'Punktet om sag {case} afsluttet: {result}', en: 'Item on case {case} concluded: {result}' },
  MinutesWritten: { da: 'Referat skrevet', en: 'Minutes written' },
  MinutesApproved: { da: 'Referatet godkendt af {chair}', en: 'Minutes approved by {chair}' },
  MinutesCorrected: { da: 'Referatet rettet: {reason}', en: 'Minutes corrected: {reason}' },
} as const satisfies Record<MeetingEvent['type'], Words>

/** Why a command to a meeting was refused. */
export const meetingRefusals = {
  'meeting.unknown': {
    da: 'Der er ikke indkaldt til møde {meetingOn}.',
    en: 'No meeting has been called for {meetingOn}.',
  },
  'meeting.inPast': {
    da: 'Mødet {meetingOn} ligger før i dag ({today}).',
    en: 'The meeting on {meetingOn} is before today ({today}).',
  },
  'meeting.noTime': {
    da: 'Et ordinært møde skal have et klokkeslæt.',
    en: 'An ordinary meeting needs a time of the day.',
  },
  'meeting.begun': {
    da: 'Mødet {meetingOn} er begyndt.',
    en: 'The meeting on {meetingOn} has begun.',
  },
  'meeting.notYet': {
    da: 'Fremmødet kan først noteres på mødedagen {meetingOn}.',
    en: 'Attendance can be noted on the day of the meeting, {meetingOn}, at the earliest.',
  },
  'meeting.notBegun': {
    da: 'Notér først, hvem der er til stede {meetingOn}.',
    en: 'Note first who is there on {meetingOn}.',
  },
  'meeting.seatTwice': { da: 'Pladsen {seat} står der to gange.', en: 'The seat {seat} is there twice.' },
  'meeting.seatMissing': {
    da: 'Det mangler at blive noteret, om {seats} er til stede.',
    en: 'It is still to be noted whether {seats} are there.',
  },
  'meeting.itemTwice': { da: 'Sag {case} står der to gange.', en: 'Case {case} is there twice.' },
  'meeting.itemConcluded': {
    da: 'Punktet om sag {case} er afsluttet.',
    en: 'The item on case {case} is concluded.',
  },
  'meeting.noConflict': {
    da: '{seat} er ikke noteret som inhabil i sag {case}.',
    en: '{seat} is not noted as having a conflict of interest in case {case}.',
  },
  'meeting.minutesApproved': {
    da: 'Referatet er godkendt. Skriv en rettelse i stedet.',
    en: 'The minutes are approved. Write a correction instead.',
  },
  'meeting.minutesOpen': {
    da: 'Referatet er ikke godkendt endnu; ret det, som det er.',
    en: 'The minutes are not approved yet; change them as they are.',
  },
  'meeting.minutesMissing': {
    da: 'Der mangler referat af: {cases}.',
    en: 'Minutes are missing for: {cases}.',
  },
  'meeting.itemsOpen': {
    da: 'Disse sager står stadig på dagsordenen: {cases}.',
    en: 'These cases are still on the agenda: {cases}.',
  },
  'docket.otherParticipants': {
    da: 'På mødet deltager {regional} fra regionen, {municipal} fra kommunerne og {physiotherapists} fysioterapeuter i sagen.',
    en: 'At the meeting {regional} of the region, {municipal} of the municipalities and {physiotherapists} physiotherapists take part in the case.',
  },
  'docket.notReferred': {
    da: 'Sag {case} er ikke forelagt Landssamarbejdsudvalget.',
    en: 'Case {case} has not been referred to the national committee.',
  },
  'docket.decidedNationally': {
    da: 'Landssamarbejdsudvalget har allerede afgjort sag {case} ({reference}).',
    en: 'The national committee has already decided case {case} ({reference}).',
  },
  'docket.decidedInFuture': {
    da: 'Afgørelsen kan ikke være truffet {decidedOn}; det er {today} i dag.',
    en: 'The decision cannot have been made on {decidedOn}; today is {today}.',
  },
  'case.relatedUnknown': {
    da: 'Sag {related}, som denne angår, findes ikke i regionen.',
    en: 'Case {related}, which this one is about, does not exist in the region.',
  },
  'case.relatedOpen': {
    da: 'Sag {related} er ikke afgjort endnu; ret den i stedet.',
    en: 'Case {related} has not been decided yet; correct it instead.',
  },
  'case.noRecommendation': {
    da: 'Der er ingen indstilling at anfægte.',
    en: 'There is no recommendation to challenge.',
  },
  'meeting.chairAbsent': {
    da: '{chair} var ikke til stede og kan ikke godkende referatet.',
    en: '{chair} was not there and cannot approve the minutes.',
  },
} as const satisfies Record<string, Words>

export const seatWords = {
  'regional-1': { da: 'Regionen, plads 1', en: 'Region, seat 1' },
  'regional-2': { da: 'Regionen, plads 2', en: 'Region, seat 2' },
  'municipal-1': { da: 'Kommunerne, plads 1', en: 'Municipalities, seat 1' },
  'municipal-2': { da: 'Kommunerne, plads 2', en: 'Municipalities, seat 2' },
  'physio-1': { da: 'Fysioterapeuterne, plads 1', en: 'Physiotherapists, seat 1' },
  'physio-2': { da: 'Fysioterapeuterne, plads 2', en: 'Physiotherapists, seat 2' },
  'physio-3': { da: 'Fysioterapeuterne, plads 3', en: 'Physiotherapists, seat 3' },
  'physio-4': { da: 'Fysioterapeuterne, plads 4', en: 'Physiotherapists, seat 4' },
} as const satisfies Record<Seat, Words>

export const meetingKindWords = {
  ordinary: { da: 'Ordinært møde', en: 'Ordinary meeting' },
  written: { da: 'Skriftlig behandling', en: 'Decision in writing' },
} as const satisfies Record<MeetingKind, Words>

export const itemResultWords = {
  ruled: { da: 'Afgjort i enighed', en: 'Ruled in agreement' },
  disagreed: { da: 'Ikke enighed', en: 'No agreement' },
  postponed: { da: 'Udsat', en: 'Postponed' },
} as const satisfies Record<ItemResult, Words>
