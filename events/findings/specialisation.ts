import type { Words } from '../words.ts'

/** Words of the rules on specialised competence. */

/** Name of each rule as a heading. */
export const specialisationRules = {
  'R-27': { da: 'Loft over dokumenterede fysioterapeuter', en: 'Cap on documented physiotherapists' },
  'R-29': { da: 'Tværdiagnostisk kompetence', en: 'Cross-diagnostic competence' },
  'R-31': { da: 'Børneklinikker', en: 'Children’s clinics' },
} as const satisfies Record<string, Words>

/** The sentence of a finding, by its code; filled from the finding’s `params`. */
export const specialisationFindings = {
  'R-27.notConcerned': {
    da: 'Sagen handler ikke om dokumentation af en kompetence.',
    en: 'The case is not about documentation of a competence.',
  },
  'R-27.unknown': {
    da: 'Loftet for {group} i {area} kan ikke regnes ud, før dette er kendt: {missing}. {after} ville være dokumenteret.',
    en: 'The cap for {group} in {area} cannot be worked out until this is known: {missing}. {after} would be documented.',
  },
  'R-27.within': {
    da: 'I {area} ville {after} være dokumenteret for {group}. Loftet er {cap}.',
    en: 'In {area} {after} would be documented for {group}. The cap is {cap}.',
  },
  'R-27.exceeds': {
    da: 'I {area} ville {after} være dokumenteret for {group} mod {before} nu. Loftet er {cap}: {excess} for mange. De, der allerede er dokumenteret, beholder det.',
    en: 'In {area} {after} would be documented for {group}, {before} now. The cap is {cap}: {excess} too many. Those who are documented already keep it.',
  },
  'R-27.holder': {
    da: 'I {area} er {after} dokumenteret for {group}, og loftet er {cap}. Ansøgningen ændrer ikke antallet.',
    en: 'In {area} {after} are documented for {group}, and the cap is {cap}. The application does not change the number.',
  },
  'R-27.withinPlan': {
    da: 'I {area} ville {after} være dokumenteret for {group}. Loftet er vedtaget til {cap} ({planRef}).',
    en: 'In {area} {after} would be documented for {group}. The cap is adopted as {cap} ({planRef}).',
  },
  'R-27.exceedsPlan': {
    da: 'I {area} ville {after} være dokumenteret for {group} mod {before} nu. Loftet er vedtaget til {cap} ({planRef}): {excess} for mange. De, der allerede er dokumenteret, beholder det.',
    en: 'In {area} {after} would be documented for {group}, {before} now. The cap is adopted as {cap} ({planRef}): {excess} too many. Those who are documented already keep it.',
  },
  'R-27.holderPlan': {
    da: 'I {area} er {after} dokumenteret for {group}, og loftet er vedtaget til {cap} ({planRef}). Ansøgningen ændrer ikke antallet.',
    en: 'In {area} {after} are documented for {group}, and the cap is adopted as {cap} ({planRef}). The application does not change the number.',
  },
  'R-27.proposed': {
    da: 'Lofter i forslaget: {caps}. Under dem, der er dokumenteret i området: ingen.',
    en: 'Caps in the proposal: {caps}. Below those who are documented in the area: none.',
  },
  'R-27.proposedBelow': {
    da: 'Lofter i forslaget: {caps}. Under dem, der allerede er dokumenteret og beholder det: {below}.',
    en: 'Caps in the proposal: {caps}. Below those who are documented already and keep it: {below}.',
  },
  'R-27.proposedBelowGroups': {
    da: 'Lofter i forslaget: {caps}. Under dem, der allerede er dokumenteret og beholder det: {below} ({members}).',
    en: 'Caps in the proposal: {caps}. Below those who are documented already and keep it: {below} ({members}).',
  },
  'R-29.oneGroup': {
    da: 'Dokumentationen er for én gruppe og ikke for en familie af grupper.',
    en: 'The documentation is for one group and not for a family of groups.',
  },
  'R-29.counts': {
    da: 'Dokumentationen for {family} tæller som dækning for {members} og én gang i det fælles loft.',
    en: 'The documentation for {family} counts as cover for {members}, and once towards the joint cap.',
  },
  'R-29.sizeUnknown': {
    da: 'Det vides ikke, om disse grupper i {family} er små: {members}.',
    en: 'Whether these groups of {family} are small is not known: {members}.',
  },
  'R-29.noneSmall': {
    da: 'Ingen gruppe i {family} er lille, så dokumentationen tæller kun i det fælles loft.',
    en: 'No group of {family} is small, so the documentation counts towards the joint cap only.',
  },
  'R-31.notChildren': {
    da: 'Sagen handler ikke om en gruppe af børn.',
    en: 'The case is not about a group of children.',
  },
  'R-31.noClinic': {
    da: 'Det vides ikke, hvilken klinik fysioterapeuten arbejder på.',
    en: 'Which clinic the physiotherapist works at is not known.',
  },
  'R-31.lacking': {
    da: 'Klinikken opfylder {met} af 4 krav til en børneklinik og har ikke oplyst: {missing}.',
    en: 'The clinic meets {met} of 4 criteria of a children’s clinic and has not told: {missing}.',
  },
  'R-31.qualifies': {
    da: 'Klinikken opfylder alle fire krav til en børneklinik.',
    en: 'The clinic meets all four criteria of a children’s clinic.',
  },
  'R-31.near': {
    da: 'Klinikken er ikke en børneklinik ({unmet}). Den nærmeste er inden for afstanden.',
    en: 'The clinic is no children’s clinic ({unmet}). The nearest one is within the distance.',
  },
  'R-31.none': {
    da: 'Klinikken er ikke en børneklinik ({unmet}), og ingen børneklinik er inden for {maxKm} km fra kommunens største by.',
    en: 'The clinic is no children’s clinic ({unmet}), and no children’s clinic is within {maxKm} km of the municipality’s largest town.',
  },
} as const satisfies Record<string, Words>

/** A number that a rule measured, by its key. */
export const specialisationMeasures = {
  documentedBefore: { da: 'Dokumenterede før', en: 'Documented before' },
  documentedInArea: { da: 'Dokumenterede efter', en: 'Documented after' },
  physiotherapists: { da: 'Fysioterapeuter i området', en: 'Physiotherapists in the area' },
  capByPrevalence: { da: 'Loft efter forekomst', en: 'Cap by prevalence' },
  capsProposed: { da: 'Lofter i forslaget', en: 'Caps in the proposal' },
  capsBelowDocumented: { da: 'Lofter under dem, der er dokumenteret', en: 'Caps below those documented' },
  capByUsers: { da: 'Loft efter brugere', en: 'Cap by users' },
  nearestChildrensClinic: { da: 'Nærmeste børneklinik, ad vej', en: 'Nearest children’s clinic, by road' },
} as const satisfies Record<string, Words>

/** What is missing or not met. */
export const specialisationConditions = {
  prevalence: { da: 'hvor udbredt diagnosen er', en: 'how common the diagnosis is' },
  uptake: { da: 'hvor mange af dem der bruger tilbuddet', en: 'how many of them use the offer' },
  patientCount: { da: 'antal patienter', en: 'the number of patients' },
  suppressed: { da: 'tal, der er store nok til at vises', en: 'numbers large enough to be shown' },
  competence: { da: 'kompetence', en: 'competence' },
  facilities: { da: 'lokaler', en: 'facilities' },
  equipment: { da: 'udstyr', en: 'equipment' },
  parentsInvolved: { da: 'inddragelse af forældre', en: 'involvement of parents' },
  clinic: { da: 'fysioterapeutens klinik', en: 'the physiotherapist’s clinic' },
} as const satisfies Record<string, Words>
