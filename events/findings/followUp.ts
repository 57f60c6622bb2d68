import type { Words } from '../words.ts'

/** Words of the rules on follow-up on activity. */

/** Name of each rule as a heading. */
export const followUpRules = {
  'R-09': { da: 'Små kapaciteter: timer og omsætning', en: 'Small capacities: hours and turnover' },
  'R-20': { da: 'Udgift til ridefysioterapi mod landet', en: 'Riding therapy spending and the country' },
  'R-21': { da: 'Kontrolstatistik', en: 'Control statistics' },
  'R-22': { da: 'Opfølgning på højestegrænse', en: 'Payment ceiling follow-up' },
  'R-23': { da: 'Individuel behandling ved progressiv sygdom', en: 'Individual treatment in progressive illness' },
  'R-24': { da: 'Holdtræning i stedet for individuel behandling', en: 'Group sessions instead of individual ones' },
  'R-25': { da: 'Behandling i hjemmet', en: 'Home treatment' },
  'R-26': { da: 'Ydelser pr. patient mod landet', en: 'Services per patient and the country' },
  'R-36': { da: 'Halvårsdata til kommunerne', en: 'Half-yearly data to the municipalities' },
  'R-37': { da: 'Årlig opfølgning og ny plan', en: 'Yearly follow-up and plan renewal' },
} as const satisfies Record<string, Words>

/** The sentence of a finding, by its code; filled from the finding’s `params`. */
export const followUpFindings = {
  'R-09.noNumber': {
    da: 'Ansøgningen deler eller opgiver intet ydernummer.',
    en: 'The application splits or gives up no provider number.',
  },
  'R-09.otherRegime': {
    da: 'Kapacitet tælles ikke i timer på datoen.',
    en: 'Capacity is not counted in hours on the date.',
  },
  'R-09.notSmall': {
    da: 'Ydernummer {provider} har {hoursTenths} timer om ugen og er ikke en lille kapacitet.',
    en: 'Provider number {provider} has {hoursTenths} hours a week and is no small capacity.',
  },
  'R-09.unknown': {
    da: 'Omsætning pr. ugentlig time kan ikke måles for ydernummer {provider}.',
    en: 'Turnover per weekly hour cannot be measured for provider number {provider}.',
  },
  'R-09.outside': {
    da: 'Ydernummer {provider} har {hoursTenths} timer om ugen og omsætter for {turnoverPerHourOere} pr. ugentlig time: {ofMedianPermille} af medianen på {medianPerHourOere}. En forklaring skal indhentes.',
    en: 'Provider number {provider} has {hoursTenths} hours a week and a turnover of {turnoverPerHourOere} per weekly hour: {ofMedianPermille} of the median of {medianPerHourOere}. An explanation is asked for.',
  },
  'R-09.inside': {
    da: 'Ydernummer {provider} har {hoursTenths} timer om ugen og omsætter for {turnoverPerHourOere} pr. ugentlig time: {ofMedianPermille} af medianen på {medianPerHourOere}.',
    en: 'Provider number {provider} has {hoursTenths} hours a week and a turnover of {turnoverPerHourOere} per weekly hour: {ofMedianPermille} of the median of {medianPerHourOere}.',
  },
  'R-20.unknown': {
    da: 'Udgiften pr. indbygger kan ikke sammenlignes med landets, før dette foreligger: {missing}.',
    en: 'Spending per inhabitant cannot be compared with the country’s until this is known: {missing}.',
  },
  'R-20.notAbove': {
    da: 'Udgiften til ridefysioterapi pr. indbygger er ikke over landets ({abovePermille}).',
    en: 'Spending on riding therapy per inhabitant is not above the country’s ({abovePermille}).',
  },
  'R-20.above': {
    da: 'Udgiften til ridefysioterapi pr. indbygger ligger {abovePermille} over landets. Året før er ikke kendt.',
    en: 'Spending on riding therapy per inhabitant is {abovePermille} above the country’s. The year before is not known.',
  },
  'R-20.aboveFalling': {
    da: 'Udgiften til ridefysioterapi pr. indbygger ligger {abovePermille} over landets, mod {earlierPermille} året før.',
    en: 'Spending on riding therapy per inhabitant is {abovePermille} above the country’s, from {earlierPermille} the year before.',
  },
  'R-20.aboveNotFalling': {
    da: 'Udgiften til ridefysioterapi pr. indbygger ligger {abovePermille} over landets og nærmer sig ikke: året før {earlierPermille}.',
    en: 'Spending on riding therapy per inhabitant is {abovePermille} above the country’s and comes no nearer: {earlierPermille} the year before.',
  },
  'R-21.unknown': {
    da: 'Udgiften pr. patient kan ikke måles, før dette foreligger: {missing}.',
    en: 'Cost per patient cannot be measured until this is known: {missing}.',
  },
  'R-21.fewPatients': {
    da: 'For få patienter til en kontrolstatistik.',
    en: 'Too few patients for control statistics.',
  },
  'R-21.below': {
    da: 'Udgiften pr. patient er {costPerPatientOere} mod regionens {meanPerPatientOere} ({deviationPermille}).',
    en: 'Cost per patient is {costPerPatientOere}, the region’s {meanPerPatientOere} ({deviationPermille}).',
  },
  'R-21.examine': {
    da: 'Udgiften pr. patient er {costPerPatientOere}, {deviationPermille} over regionens {meanPerPatientOere}. Årsagen skal undersøges.',
    en: 'Cost per patient is {costPerPatientOere}, {deviationPermille} above the region’s {meanPerPatientOere}. The cause is to be examined.',
  },
  'R-21.underReview': {
    da: 'Udgiften pr. patient er {costPerPatientOere}, {deviationPermille} over regionens {meanPerPatientOere}. Årsagen er ved at blive undersøgt.',
    en: 'Cost per patient is {costPerPatientOere}, {deviationPermille} above the region’s {meanPerPatientOere}. The cause is being examined.',
  },
  'R-21.explained': {
    da: 'Udgiften pr. patient er {costPerPatientOere}, {deviationPermille} over regionens {meanPerPatientOere}. Undersøgt og forklaret.',
    en: 'Cost per patient is {costPerPatientOere}, {deviationPermille} above the region’s {meanPerPatientOere}. Examined and explained.',
  },
  'R-21.ceiling': {
    da: 'Udgiften pr. patient er {costPerPatientOere}, {deviationPermille} over regionens {meanPerPatientOere}. Undersøgt; udvalget har taget en højestegrænse op.',
    en: 'Cost per patient is {costPerPatientOere}, {deviationPermille} above the region’s {meanPerPatientOere}. Examined; the committee has taken up a payment ceiling.',
  },
  'R-22.unknown': {
    da: 'Højestegrænsen for ydernummer {provider} på {ceilingOere} kan ikke følges op, før dette foreligger: {missing}.',
    en: 'The payment ceiling of provider number {provider}, {ceilingOere}, cannot be followed up until this is known: {missing}.',
  },
  'R-22.within': {
    da: 'Ydernummer {provider} har fået {paidOere} og holder højestegrænsen på {ceilingOere}.',
    en: 'Provider number {provider} was paid {paidOere} and keeps its ceiling of {ceilingOere}.',
  },
  'R-22.over': {
    da: 'Ydernummer {provider} har fået {paidOere} mod en højestegrænse på {ceilingOere}: {overOere} for meget.',
    en: 'Provider number {provider} was paid {paidOere} against a ceiling of {ceilingOere}: {overOere} too much.',
  },
  'R-22.overPerPatient': {
    da: 'Ydernummer {provider} har fået {paidOere} pr. patient mod en højestegrænse på {ceilingOere} for {patients} patienter: {overOere} for meget.',
    en: 'Provider number {provider} was paid {paidOere} per patient against a ceiling of {ceilingOere} for {patients} patients: {overOere} too much.',
  },
  'R-23.unknown': {
    da: 'Individuelle behandlinger ved progressiv sygdom kan ikke måles, før dette foreligger: {missing}.',
    en: 'Individual treatment in progressive illness cannot be measured until this is known: {missing}.',
  },
  'R-23.within': {
    da: '{perPatientTenths} individuelle behandlinger pr. patient om året; grænsen er {limitTenths}.',
    en: '{perPatientTenths} individual services per patient and year; the limit is {limitTenths}.',
  },
  'R-23.explained': {
    da: '{perPatientTenths} individuelle behandlinger pr. patient om året mod højst {limitTenths}. Undersøgt.',
    en: '{perPatientTenths} individual services per patient and year against at most {limitTenths}. Examined.',
  },
  'R-23.above': {
    da: '{perPatientTenths} individuelle behandlinger pr. patient om året mod højst {limitTenths}. Årsagen skal undersøges.',
    en: '{perPatientTenths} individual services per patient and year against at most {limitTenths}. The cause is to be examined.',
  },
  'R-24.unknown': {
    da: 'Holdtræning i kommune {municipality} kan ikke bedømmes, før dette foreligger: {missing}.',
    en: 'Group sessions in municipality {municipality} cannot be judged until this is known: {missing}.',
  },
  'R-24.notUp': {
    da: 'Andelen af holdtræning i kommune {municipality} er ikke steget: fra {beforePermille} til {afterPermille}.',
    en: 'The share of group sessions in municipality {municipality} has not risen: {beforePermille} to {afterPermille}.',
  },
  'R-24.replaced': {
    da: 'Holdtræning i kommune {municipality} er steget fra {beforePermille} til {afterPermille} og erstatter individuel behandling: {more} flere på hold, {fewer} færre individuelle, og udgiften pr. patient er ikke steget.',
    en: 'Group sessions in municipality {municipality} rose from {beforePermille} to {afterPermille} and replace individual treatment: {more} more in groups, {fewer} fewer individual ones, and no higher cost per patient.',
  },
  'R-24.notReplaced': {
    da: 'Holdtræning i kommune {municipality} er steget fra {beforePermille} til {afterPermille}, men ikke i stedet for individuel behandling: {more} flere på hold, {fewer} færre individuelle ({substitutionHundredths}). Udgift pr. patient {costBeforeOere} til {costAfterOere}. Ikke opfyldt: {unmet}.',
    en: 'Group sessions in municipality {municipality} rose from {beforePermille} to {afterPermille}, but not instead of individual treatment: {more} more in groups, {fewer} fewer individual ones ({substitutionHundredths}). Cost per patient {costBeforeOere} to {costAfterOere}. Not met: {unmet}.',
  },
  'R-25.unknown': {
    da: 'Hjemmebehandling i kommune {municipality} kan ikke bedømmes, før dette foreligger: {missing}.',
    en: 'Home treatment in municipality {municipality} cannot be judged until this is known: {missing}.',
  },
  'R-25.below': {
    da: 'Hjemmebehandling i kommune {municipality} er {homePermille} af ydelserne mod regionens {regionPermille} ({timesHundredths} gange).',
    en: 'Home treatment in municipality {municipality} is {homePermille} of the services, the region’s {regionPermille} ({timesHundredths} times).',
  },
  'R-25.examine': {
    da: 'Hjemmebehandling i kommune {municipality} er {homePermille} af ydelserne mod regionens {regionPermille}: {timesHundredths} gange. Årsagen skal undersøges.',
    en: 'Home treatment in municipality {municipality} is {homePermille} of the services against the region’s {regionPermille}: {timesHundredths} times. The cause is to be examined.',
  },
  'R-25.explained': {
    da: 'Hjemmebehandling i kommune {municipality} er {homePermille} af ydelserne mod regionens {regionPermille}: {timesHundredths} gange. Undersøgt; ses på igen {again}.',
    en: 'Home treatment in municipality {municipality} is {homePermille} of the services against the region’s {regionPermille}: {timesHundredths} times. Examined; looked at again on {again}.',
  },
  'R-26.unknown': {
    da: 'Ydelser pr. patient kan ikke sammenlignes med landets, før dette foreligger: {missing}.',
    en: 'Services per patient cannot be compared with the country’s until this is known: {missing}.',
  },
  'R-26.reached': {
    da: 'Regionen ligger ikke over målet: {gapTenths} individuelle ydelser pr. patient om året i forhold til landet.',
    en: 'The region is not above the goal: {gapTenths} individual services per patient and year beside the country.',
  },
  'R-26.above': {
    da: 'Regionen ligger {gapTenths} individuelle ydelser pr. patient om året over landet. Året før er ikke kendt eller lå ikke over.',
    en: 'The region is {gapTenths} individual services per patient and year above the country. The year before is not known or was not above.',
  },
  'R-26.closing': {
    da: 'Regionen ligger {gapTenths} individuelle ydelser pr. patient om året over landet, mod {earlierTenths} året før: {closedPermille} af afstanden er lukket.',
    en: 'The region is {gapTenths} individual services per patient and year above the country, from {earlierTenths} the year before: {closedPermille} of the gap is closed.',
  },
  'R-26.notClosing': {
    da: 'Regionen ligger {gapTenths} individuelle ydelser pr. patient om året over landet, mod {earlierTenths} året før: afstanden er ikke blevet mindre ({closedPermille}).',
    en: 'The region is {gapTenths} individual services per patient and year above the country, from {earlierTenths} the year before: the gap is no smaller ({closedPermille}).',
  },
  'R-36.delivered': {
    da: 'Data for {period} er leveret til kommune {municipality} den {deliveredOn}, rettidigt (senest {dueOn}).',
    en: 'Data of {period} were delivered to municipality {municipality} on {deliveredOn}, in time (due {dueOn}).',
  },
  'R-36.late': {
    da: 'Data for {period} er leveret til kommune {municipality} den {deliveredOn}: {days} dage for sent (senest {dueOn}).',
    en: 'Data of {period} were delivered to municipality {municipality} on {deliveredOn}: {days} days late (due {dueOn}).',
  },
  'R-36.missing': {
    da: 'Data for {period} er ikke leveret til kommune {municipality}: {days} dage over fristen {dueOn}.',
    en: 'Data of {period} have not been delivered to municipality {municipality}: {days} days past {dueOn}.',
  },
  'R-36.notDue': {
    da: 'Data for {period} til kommune {municipality} skal leveres senest {dueOn}.',
    en: 'Data of {period} to municipality {municipality} are due on {dueOn}.',
  },
  'R-36.incomplete': {
    da: 'Data for {period} er leveret til kommune {municipality} den {deliveredOn}, men ikke fuldstændigt.',
    en: 'Data of {period} were delivered to municipality {municipality} on {deliveredOn}, but not in full.',
  },
  'R-37.held': {
    da: 'Planen er fulgt op for {year} den {heldOn}.',
    en: 'The plan was followed up for {year} on {heldOn}.',
  },
  'R-37.notHeld': {
    da: 'Der er ingen opfølgning på planen for {year}; den skulle være holdt senest {lastDay}.',
    en: 'There is no follow-up on the plan for {year}; it was to be held by {lastDay}.',
  },
  'R-37.yearOpen': {
    da: 'Planen skal følges op for {year} senest {lastDay}.',
    en: 'The plan is to be followed up for {year} by {lastDay}.',
  },
  'R-37.noPlan': {
    da: 'Regionens praksisplan er ikke registreret.',
    en: 'The region’s practice plan is not registered.',
  },
  'R-37.planOpen': { da: '{plan} har ingen slutdato.', en: '{plan} has no end date.' },
  'R-37.succeeded': {
    da: '{plan} løber til {lastDay} og har en afløser.',
    en: '{plan} runs to {lastDay} and has a successor.',
  },
  'R-37.planRuns': {
    da: '{plan} løber til {lastDay}. Der varsles om en ny fra {warnFrom}.',
    en: '{plan} runs to {lastDay}. Its renewal is warned of from {warnFrom}.',
  },
  'R-37.renewalDue': {
    da: '{plan} udløber {lastDay} uden en afløser. En ny plan bør være på vej.',
    en: '{plan} ends on {lastDay} without a successor. A new plan should be on its way.',
  },
  'R-37.expired': {
    da: '{plan} udløb {lastDay} uden en afløser. Anvendes den stadig efter beslutning?',
    en: '{plan} ended on {lastDay} without a successor. Is it still applied by decision?',
  },
} as const satisfies Record<string, Words>

/** What is missing or not met, and what a finding did not examine. */
export const followUpConditions = {
  weeklyHours: { da: 'timer om ugen', en: 'hours a week' },
  turnover: { da: 'omsætningen', en: 'the turnover' },
  regionalMedian: { da: 'regionens median', en: 'the median of the region' },
  explanation: { da: 'en forklaring', en: 'an explanation' },
  regionalExpenditure: { da: 'regionens udgift', en: 'the region’s spending' },
  nationalExpenditure: { da: 'landets udgift', en: 'the country’s spending' },
  inhabitants: { da: 'indbyggertal fra den tid', en: 'population of that time' },
  samePriceLevel: { da: 'beløb i samme prisniveau', en: 'amounts at the same price level' },
  expenditure: { da: 'udgiften', en: 'the cost' },
  patients: { da: 'antal patienter', en: 'number of patients' },
  regionalMean: { da: 'regionens gennemsnit', en: 'the mean of the region' },
  cause: { da: 'årsagen', en: 'the cause' },
  ceilingBasis: { da: 'hvad højestegrænsen gælder for', en: 'what the ceiling applies to' },
  ceilingEnd: { da: 'højestegrænsens slutdato', en: 'the ceiling’s end date' },
  progressivePatients: {
    da: 'antal patienter med progressiv sygdom',
    en: 'number of patients with progressive illness',
  },
  progressiveServices: { da: 'individuelle ydelser til dem', en: 'individual services to them' },
  earlierPeriod: { da: 'samme periode året før', en: 'the same period a year earlier' },
  groupServices: { da: 'ydelser på hold', en: 'group services' },
  individualServices: { da: 'individuelle ydelser', en: 'individual services' },
  services: { da: 'ydelser', en: 'services' },
  substitution: { da: 'individuel behandling falder lige så meget', en: 'individual treatment falls as much' },
  costPerPatient: { da: 'udgiften pr. patient stiger ikke', en: 'cost per patient does not rise' },
  homeServices: { da: 'ydelser i hjemmet', en: 'services at home' },
  regionalHomeShare: { da: 'regionens andel i hjemmet', en: 'the region’s share at home' },
  regionalServices: { da: 'regionens ydelser pr. patient', en: 'the region’s services per patient' },
  nationalServices: { da: 'landets ydelser pr. patient', en: 'the country’s services per patient' },
  wholeData: { da: 'de manglende data', en: 'the data that are missing' },
  plan: { da: 'praksisplanen', en: 'the practice plan' },
} as const satisfies Record<string, Words>
