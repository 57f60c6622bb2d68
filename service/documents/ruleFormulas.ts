import type { Words } from '#events/words'

/**
 * How each rule measures, by `<rule>@<version>`: everything from the pack's `facts`, the parameters that the finding holds,
 * and nothing else. `part` says whether a figure is the value, the limit beside it, or a number of the sentence.
 */
export const ruleFormulas = {
  'R-01@1': {
    da: 'Puljen er annonceret minus tildelt; ønsket holdes mod resten. Ejede klinikker er ansøgerens, uden ansøgningen.',
    en: 'The pool is advertised less allocated; what is asked is held against the rest. Clinics owned are the applicant’s, without the application.',
  },
  'R-02@1': {
    da: 'Kapacitet efter minus før i hver kommune; 0, når intet flytter kommune, og kapaciteten er kendt. Grænsen er tolerancen i enheden.',
    en: 'Capacity after less before in each municipality; 0 where nothing changes municipality and the capacity is known. The limit is the tolerance in the unit.',
  },
  'R-03@1': {
    da: 'Flest adresser på samme tid fra virkningsdatoen, og dage med flere end tilladt, når meldte ekstraadresser ikke tæller; mindst ansøgningens egen overlapning.',
    en: 'Most addresses at once from the effective date, and days with more than allowed when notified extra addresses do not count; at least the application’s own overlap.',
  },
  'R-04@1': {
    da: 'Planlagt på hovedadresse, ekstraadresse og andre adresser, lagt sammen; ukendt, når en er ukendt. Grænsen er den registrerede kapacitet.',
    en: 'Planned at the main, the extra and other addresses, added; unknown where one is. The limit is the registered capacity.',
  },
  'R-05@1': {
    da: 'Afstand og varsel har egne formler. Indbyggere, der mister dækning, er dem i felter, der når et sted inden for grænsen før og ikke efter (se R-28@1).',
    en: 'Distance and notice have formulas of their own. Inhabitants losing cover are those of squares that reach a place within the limit before and not after (see R-28@1).',
  },
  'R-06@1': {
    da: 'Summen af andelene; kapaciteten af de berørte klinikker efter mod før; timer på nummeret, der bortfalder; flest klinikker hos én ejer efter. Tidligst den 1. i anden måned efter modtagelsen.',
    en: 'Sum of the shares; capacity of the clinics concerned after against before; hours of the number that lapse; most clinics of one owner after. Earliest the 1st of the second month after receipt.',
  },
  'R-07@1': {
    da: 'Årets omsætning mod loftet; grundlaget er de sidste 12 måneders omsætning gange procenten; over loftet i promille af loftet.',
    en: 'This year’s turnover against the ceiling; the basis is the last 12 months’ turnover times the percentage; what is over in thousandths of the ceiling.',
  },
  'R-08@1': {
    da: 'Enheder er registrerede plus det søgte divideret med enhedens kroner (rundet ned til hundrededele); knækgrænsen er enheder × kroner × indeks; over grænsen nedsættes med procenten; numre højst enhederne rundet op.',
    en: 'Units are registered plus what is asked divided by a unit’s kroner (down to hundredths); the bend limit is units × kroner × index; what is over is cut by the percentage; numbers at most the units rounded up.',
  },
  'R-09@1': {
    da: 'Omsætning pr. ugentlig time = øre × 10 / timer i tiendedele; medianen er over regionens øvrige numre, der ikke er små.',
    en: 'Turnover per weekly hour = øre × 10 / tenths of hours; the median is over the region’s other numbers that are not small.',
  },
  'R-10@1': {
    da: 'Mobile numre i regionen plus eller minus dette; nære er dem inden for radius i luftlinje.',
    en: 'Mobile numbers in the region plus or less this one; near are those within the radius in a straight line.',
  },
  'R-11@1': { da: 'Summen af aftalernes timer, der ophører', en: 'The sum of the hours of the agreements that stop' },
  'R-12@1': {
    da: 'Dage fra kontrakten til tilladelsen (den tidligste af registrets og den søgte), mindst 0',
    en: 'Days from the contract to the permission (the earlier of the register’s and the one asked for), at least 0',
  },
  'R-13@1': {
    da: 'Dage som R-12@1; timer holdt eller indberettet mod tilladte; over er den største af de to.',
    en: 'Days as R-12@1; hours held or reported against those permitted; over is the larger of the two.',
  },
  'R-14@1': {
    da: 'Timer dagen før og på virkningsdatoen; over er det mest, totalen efter overstiger det største af niveauet plus det tilladte og totalen uden ændringen, på nogen dato derefter. Af flere regioner den med mest over.',
    en: 'Hours on the day before and on the effective date; over is the most by which the total after exceeds the larger of the level plus what is allowed and the total without the change, on any date from then. Of several regions the one that is most over.',
  },
  'R-15@1': {
    da: 'Skoler, som reglen gælder; af dem uden tilladelse; og med et område ud over skolens egen kommune.',
    en: 'Schools that the rule governs; of them without permission; and with an area beyond the school’s own municipality.',
  },
  'R-16@1': { da: 'Regioner i det første område', en: 'Regions of the first area' },
  'R-17@1': {
    da: 'Timer på skolen: terapeutens eller alles, efter tællemåden; mangler op til det mindste.',
    en: 'Hours at the school: the therapist’s or everybody’s, by the way of counting; short of the least.',
  },
  'R-18@1': {
    da: 'Berørte kommuner, og af dem de hørte: hverken åbne eller undtaget.',
    en: 'Municipalities involved, and of them those heard: neither open nor exempt.',
  },
  'R-19@1': {
    da: 'Dokumenterede aftaler af regionens; hele procent, rundet ned.',
    en: 'Documented agreements of the region’s; whole percent, rounded down.',
  },
  'R-27@1': {
    da: 'Loft = max(mindste, afrundet(P × k × N / summen af N)) af de størrelser, der må fortælles; ellers fra laveste til højeste mulige, og kendt, når de er ens. Et vedtaget loft går forud: det strammeste.',
    en: 'Cap = max(minimum, rounded(P × k × N / sum of N)) of the sizes that may be told; else from the lowest to the highest possible, and known where they are equal. An adopted cap comes first: the tightest.',
  },
  'R-28@1': {
    da: 'For hvert felt luftlinjen (EPSG:25832) til nærmeste sted gange omvejen; dækket til og med grænsen; promille rundet ned. Øer uden fast forbindelse tæller kun deres egne steder. Skjulte felter indgår med deres sum.',
    en: 'For each square the straight line (EPSG:25832) to the nearest place times the detour; covered up to and including the limit; thousandths rounded down. Islands without a fixed link count only their own places. Hidden squares come in by their sum.',
  },
  'R-29@1': { da: 'Ingen tal', en: 'No numbers' },
  'R-30@1': {
    da: 'Dage fra virkningsdatoen til udløb: det skrevne, dog højst årene fra udstedelsen.',
    en: 'Days from the effective date to expiry: as written, but at most the years from issue.',
  },
  'R-31@1': {
    da: 'Luftlinje til nærmeste klinik, der opfylder alle fire krav, gange omvejen.',
    en: 'The straight line to the nearest clinic that meets all four, times the detour.',
  },
  'R-32@1': {
    da: 'Terapeuter i området efter deres svar, når det ikke er for gammelt; mindst så mange tager imod som registret eller undersøgelsen siger.',
    en: 'Therapists of the area by what they said, where that is not too old; at least as many accept as register or survey says.',
  },
  'R-33@1': {
    da: 'Donorens tal gange multiplikatoren (1 + procent, eller befolkning over befolkning), hvert afrundet; årligt er ydelser plus grundhonorar til hele terapeuter plus supervision og temadag.',
    en: 'The donor’s figures times the multiplier (1 + percent, or population over population), each rounded; yearly is services plus base fees to whole therapists plus supervision and theme day.',
  },
  'R-38@1': {
    da: 'Høringer sendt, og af dem uden svar og uden udløbet frist.',
    en: 'Hearings sent, and of them without an answer and not lapsed.',
  },
  'R-39@1': { da: 'Fund, der kræver begrundelse', en: 'Findings that need a reason' },
  'R-40@1': {
    da: 'Det forventede antal i det mindste område, hvor det må fortælles; den mindste celle.',
    en: 'The expected number in the smallest area where it may be told; the smallest cell.',
  },
  'R-41@1': {
    da: 'Forskellige regioner af kommunerne på datoen, og kommuner i en anden end sagens; 0, når de hører til samme i dag.',
    en: 'Different regions of the municipalities on the date, and municipalities in another than the case’s; 0 where they belong to the same today.',
  },
} as const satisfies Record<string, Words>
