import type { Words } from './words.ts'

/** Why a command about a cap or a planning area was refused. */
export const quotaRefusals = {
  'quota.unknownTarget': {
    da: 'Der findes ingen diagnosegruppe eller familie {group}.',
    en: 'There is no diagnosis group or family {group}.',
  },
  'quota.unknownArea': {
    da: 'Området {code} findes ikke {effectiveFrom}.',
    en: 'The area {code} does not exist on {effectiveFrom}.',
  },
  'quota.otherArea': {
    da: 'Området {code} kan ikke skelnes fra {other}; giv det et andet navn.',
    en: 'The area {code} cannot be told from {other}; give it another name.',
  },
  'quota.parametersIncomplete': {
    da: 'Loftet kan ikke vedtages: der mangler {key}.',
    en: 'The cap cannot be adopted: {key} is missing.',
  },
  'quota.countHidden': {
    da: 'Loftet kan ikke vedtages: gruppens antal er skjult, fordi det er for lille til at blive vist.',
    en: 'The cap cannot be adopted: the size of the group is hidden because it is too small to be shown.',
  },
  'quota.countUnknown': {
    da: 'Loftet kan ikke vedtages: gruppens antal er ukendt.',
    en: 'The cap cannot be adopted: the size of the group is unknown.',
  },
  'quota.countUndated': {
    da: 'Loftet kan ikke vedtages: gruppens antal har ingen dato.',
    en: 'The cap cannot be adopted: the size of the group has no date.',
  },
  'quota.countUnsourced': {
    da: 'Loftet kan ikke vedtages: gruppens antal har ingen kilde.',
    en: 'The cap cannot be adopted: the size of the group has no source.',
  },
  'quota.countAhead': {
    da: 'Antallet er af {asOf}, efter at loftet skal gælde {effectiveFrom}.',
    en: 'The count is of {asOf}, after the day that the cap is to hold from, {effectiveFrom}.',
  },
  'quota.notAdopted': {
    da: 'Der er intet vedtaget loft at ophæve {effectiveFrom}.',
    en: 'There is no adopted cap to suspend on {effectiveFrom}.',
  },
  'pathway.unknownGroup': {
    da: 'Der er ingen diagnosegruppe {group}.',
    en: 'There is no diagnosis group {group}.',
  },
  'planningArea.exists': {
    da: 'Planområdet {area} er allerede tegnet.',
    en: 'Planning area {area} has already been drawn.',
  },
  'planningArea.unknown': {
    da: 'Planområdet {area} findes ikke {effectiveFrom}.',
    en: 'Planning area {area} does not exist on {effectiveFrom}.',
  },
  'planningArea.twice': {
    da: 'Kommune {municipality} står der to gange.',
    en: 'Municipality {municipality} is there twice.',
  },
  'planningArea.openRing': {
    da: 'Stregen er ikke lukket: en ring skal slutte, hvor den begyndte.',
    en: 'The line is not closed: a ring must end where it began.',
  },
} as const satisfies Record<string, Words>
