import type { Words } from '#events/words'
import { ruleFormulas } from './ruleFormulas.ts'

/**
 * How the figures of a paper are made. A name carries its version: a formula that comes to mean something else gets another.
 * Units are those of the log: hours in tenths, units in hundredths, metres and days whole.
 */
export const formulas = {
  'sum@1': {
    da: 'Summen af delene. Uden dele 0; ukendt, når der er dele og ingen er kendt. En del med hændelser er summen af det seneste eller rettede beløb i dem for hvert nummer og speciale.',
    en: 'The sum of the parts. 0 without parts; unknown where there are parts and none is known. A part with events is the sum of the latest or corrected amount in them of each number and specialty.',
  },
  'roundedSum@1': {
    da: 'Summen af delene, afrundet til nærmeste 100; en del under den mindste celle er skjult (R-40) og tæller som 0, og resultatet må da afvige med summen af de skjulte.',
    en: 'The sum of the parts, rounded to the nearest 100; a part below the smallest cell is hidden (R-40) and counts as 0, and the result may then differ by the hidden ones.',
  },
  'mean@1': { da: 'sum / of, afrundet til en decimal', en: 'sum / of, rounded to one decimal' },
  'share@1': { da: 'part / whole, afrundet til tre decimaler', en: 'part / whole, rounded to three decimals' },
  'percent@1': {
    da: '100 × part / whole, rundet ned til hele procent',
    en: '100 × part / whole, rounded down to a whole percent',
  },
  'distance@1': {
    da: 'Storcirklen mellem to punkter (WGS84) på en kugle med radius 6.371.008,8 m, i hele meter',
    en: 'The great circle between two points (WGS84) on a sphere of radius 6,371,008.8 m, in whole metres',
  },
  'days@1': { da: 'Kalenderdage fra from til to', en: 'Calendar days from `from` to `to`' },
  'overlap@1': {
    da: 'Kalenderdage fra from til to, mindst 0',
    en: 'Calendar days from `from` to `to`, at least 0',
  },
  'addDays@1': { da: 'Datoen days kalenderdage efter from', en: 'The date `days` calendar days after `from`' },
  'deadline@1': {
    da: 'Datoen days kalenderdage efter from, eller den første hverdag derefter, som ikke er helligdag (R-38)',
    en: 'The date `days` calendar days after `from`, or the first working day after it that is no public holiday (R-38)',
  },
  'count@1': { da: 'Antal i listen', en: 'Number of items in the list' },
  'without@1': {
    da: 'Antal i listen, som ikke står i den anden',
    en: 'Number of items in the list that are not in the other',
  },
  'above@1': { da: 'value minus limit, mindst 0', en: '`value` less `limit`, at least 0' },
  'parameter@1': {
    da: 'Parameteren i regelsættet, som fundet brugte den',
    en: 'The parameter of the rule set, as the finding used it',
  },
  'verdict@1': {
    da: 'Hver sammenligning: højst (atMost) eller mindst (atLeast) grænsen; en ændring ved sin størrelse. Overholdt kræver, at alle holder, undtagen hvor reglen selv tillader mere, som koden siger: en meldt ekstraadresse eller en overgang (R-03), numre eller dokumentation, som var der før (R-08, R-27), en ejer, der ikke får flere (R-06), en region, der tillader det (R-01, R-02), en egen klinik, der opfylder alt (R-31).',
    en: 'Each comparison: at most (atMost) or at least (atLeast) the limit; a change by its size. Met needs all to hold, except where the rule itself allows more, as the code says: a notified extra address or a transition (R-03), numbers or documentation that were there before (R-08, R-27), an owner who gets no more (R-06), a region that allows it (R-01, R-02), an own clinic that meets all (R-31).',
  },
  ...ruleFormulas,
} as const satisfies Record<string, Words>
