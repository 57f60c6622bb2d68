import type { Words } from './words.ts'

/** Sentences of a scenario's own events; nobody's register history holds them. */
export const scenarioEventWords = {
  ScenarioCreated: { da: 'Scenariet {name} oprettet', en: 'Scenario {name} created' },
  ScenarioRenamed: { da: 'Scenariet omdøbt til {name}', en: 'Scenario renamed to {name}' },
  ScenarioEdited: { da: 'Ændringer i scenariet redigeret', en: 'Changes of the scenario edited' },
  ScenarioEditUndone: { da: 'Redigering fortrudt', en: 'Edit undone' },
  ScenarioEditRedone: { da: 'Redigering gentaget', en: 'Edit done again' },
  ScenarioLocked: { da: 'Lofter i scenariet låst', en: 'Caps of the scenario locked' },
  ScenarioUnlocked: { da: 'Lofter i scenariet låst op', en: 'Caps of the scenario unlocked' },
  ScenarioShared: { da: 'Scenariets læsere ændret', en: 'Readers of the scenario changed' },
  ScenarioRebased: {
    da: 'Scenariet flyttet til det nyeste register',
    en: 'Scenario moved to the newest register',
  },
  ScenarioSubmitted: { da: 'Scenariet indsendt som sag {case}', en: 'Scenario handed in as case {case}' },
  ScenarioArchived: { da: 'Scenariet arkiveret: {reason}', en: 'Scenario archived: {reason}' },
} as const satisfies Record<string, Words>

/** Why a command to a scenario is refused. */
export const scenarioRefusals = {
  'scenario.unknown': { da: 'Scenariet {scenario} findes ikke.', en: 'The scenario {scenario} does not exist.' },
  'scenario.taken': {
    da: 'Scenariet {scenario} findes allerede med andet indhold.',
    en: 'The scenario {scenario} already exists with other content.',
  },
  'scenario.archived': {
    da: 'Scenariet er arkiveret og kan ikke ændres. Tag en kopi.',
    en: 'The scenario is archived and cannot be changed. Take a copy.',
  },
  'scenario.emptyRegister': {
    da: 'Registret er tomt, så der er intet at bygge et scenarie på.',
    en: 'The register is empty, so there is nothing to build a scenario on.',
  },
  'scenario.unknownBase': {
    da: 'Registret har ingen hændelse {event}, så scenariet kan ikke stå på den.',
    en: 'The register has no event {event}, so the scenario cannot stand on it.',
  },
  'scenario.changeInvalid': {
    da: 'Disse ændringer kan ikke læses eller findes ikke: {changes}.',
    en: 'These changes cannot be read or do not exist: {changes}.',
  },
  'scenario.tooManyChanges': {
    da: 'Et scenarie kan have {most} ændringer; dette ville få {changes}.',
    en: 'A scenario can have {most} changes; this one would have {changes}.',
  },
  'scenario.locked': {
    da: 'Disse lofter er låst: {cells}. Lås dem op for at ændre dem.',
    en: 'These caps are locked: {cells}. Unlock them to change them.',
  },
  'scenario.nothingOn': {
    da: 'Scenariet har ingen ændringer, der er slået til, så der er intet at indsende.',
    en: 'The scenario has no changes that are on, so there is nothing to hand in.',
  },
  'scenario.inCase': {
    da: 'Scenariet er indsendt som sag {number}, som ikke er afgjort endnu.',
    en: 'The scenario was handed in as case {number}, which has not been ruled on yet.',
  },
  'scenario.madeUp': {
    da: 'Disse ændringer bygger på en klinik, en person, et ydernummer eller en dokumentation, der er opdigtet i scenariet, og som ingen kan afgøre: {changes}. Slå dem fra, før scenariet indsendes; en åbning eller en ny kompetence kræver sin egen ansøgning med de rigtige oplysninger.',
    en: 'These changes rest on a clinic, a person, a provider number or documentation that the scenario made up and nobody can rule on: {changes}. Switch them off before the scenario is handed in; an opening or a new competence needs an application of its own with the real particulars.',
  },
  'scenario.outsideRegion': {
    da: 'Disse ændringer ligger i {regions}, så udvalget i {region} kan ikke vedtage dem: {changes}. Slå dem fra, eller del scenariet med planlæggerne i den anden region; de kan tage en kopi og indsende deres del.',
    en: 'These changes lie in {regions}, so the committee of {region} cannot adopt them: {changes}. Switch them off, or share the scenario with the planners of the other region; they can take a copy and hand in their part.',
  },
  'scenario.wholeCountry': {
    da: 'Disse ændringer gælder hele landet, så intet regionalt udvalg kan vedtage dem: {changes}. Slå dem fra, før scenariet indsendes.',
    en: 'These changes hold in the whole country, so no regional committee can adopt them: {changes}. Switch them off before the scenario is handed in.',
  },
  'scenario.unknownPlace': {
    da: 'Det vides ikke, hvor disse ændringer ligger, så intet udvalg kan vedtage dem: {changes}. Ret eller slå dem fra.',
    en: 'It is not known where these changes lie, so no committee can adopt them: {changes}. Correct them or switch them off.',
  },
  'scenario.otherCommittee': {
    da: 'Et forslag går til udvalget i ens egen region, og det er {committee}, ikke {region}. Del scenariet med planlæggerne i {region}; de kan tage en kopi og indsende den.',
    en: 'A proposal goes to the committee of one’s own region, which is {committee} and not {region}. Share the scenario with the planners of {region}; they can take a copy and hand it in.',
  },
  'scenario.fileVersion': {
    da: 'Filen er {format} version {version}; denne udgave læser {reads} version {readsVersion}. Hent scenariet igen, hvor det blev lavet, i den version.',
    en: 'The file is {format} version {version}; this program reads {reads} version {readsVersion}. Download the scenario again where it was made, in that version.',
  },
  'scenario.notLastEdit': {
    da: 'Kun den seneste redigering kan fortrydes eller gentages, og det er ikke denne.',
    en: 'Only the latest edit can be undone or done again, and this is not the one.',
  },
} as const satisfies Record<string, Words>

/** What is to be known about a change besides a refusal, by its code. */
export const scenarioProblemWords = {
  'scenario.unreadable': {
    da: 'Ændringen {type} kan ikke læses af denne udgave: {fields}.',
    en: 'The change {type} cannot be read by this version: {fields}.',
  },
  'scenario.dependsOn': {
    da: 'Ændringen bygger på {change}, som er slået fra eller kommer senere.',
    en: 'The change rests on {change}, which is off or comes later.',
  },
  'scenario.sameThing': {
    da: 'Andre ændringer rører det samme: {changes}.',
    en: 'Other changes touch the same thing: {changes}.',
  },
  'scenario.aboveCap': {
    da: 'Der er {documented} dokumenterede; loftet er {cap}, så {excess} er for mange.',
    en: 'There are {documented} documented; the cap is {cap}, so {excess} are too many.',
  },
  'scenario.noEffect': {
    da: 'Ændringen har ingen virkning: det er allerede sådan.',
    en: 'The change has no effect: it already is so.',
  },
} as const satisfies Record<string, Words>
