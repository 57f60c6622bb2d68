import type { Words } from '../words.ts'

/** Words of the rules on capacity, addresses, transfer. */

/** Name of each rule as a heading. */
export const capacityRules = {
  'R-01': { da: 'Ingen nye ydernumre', en: 'No new provider numbers' },
  'R-02': { da: 'Kapaciteten bliver i kommunen', en: 'Capacity stays in its municipality' },
  'R-03': { da: 'Én praksisadresse', en: 'One practice address' },
  'R-04': { da: 'Ekstra adresse strækker ikke kapaciteten', en: 'An extra address does not stretch capacity' },
  'R-05': { da: 'Flytning af praksisadresse', en: 'Relocation' },
  'R-06': { da: 'Overtagelse, overdragelse og ophør', en: 'Takeover, transfer and cessation' },
  'R-07': { da: 'Ansættelse efter § 24 og omsætningsloft', en: 'Section 24 employment and turnover ceiling' },
  'R-08': { da: 'Kapacitet i kroner og knækgrænse', en: 'Capacity in kroner and the bend limit' },
  'R-10': { da: 'Mobile fysioterapeuter udfases', en: 'Mobile physiotherapists are phased out' },
} as const satisfies Record<string, Words>

/** The sentence of a finding, by its code; filled from the finding’s `params`. */
export const capacityFindings = {
  'R-01.noNewNumber': { da: 'Sagen beder ikke om et nyt ydernummer.', en: 'The case asks for no new provider number.' },
  'R-01.allowed': { da: 'Regelsættet tillader nye ydernumre.', en: 'The rule set allows new provider numbers.' },
  'R-01.none': {
    da: 'Der gives ingen nye ydernumre efter planen. Kapacitet kan kun overtages.',
    en: 'The plan gives no new provider numbers. Capacity can only be taken over.',
  },
  'R-01.noPool': {
    da: 'Et nyt ydernummer gives kun i en opslået nynedsættelse, og ansøgningen henviser ikke til nogen.',
    en: 'A new provider number is given only in an advertised new establishment, and the application draws on none.',
  },
  'R-01.notAdvertised': {
    da: 'Der er ikke opslået nogen nynedsættelse på speciale {specialty} på datoen.',
    en: 'No new establishment on specialty {specialty} is advertised on the date.',
  },
  'R-01.exceeded': {
    da: 'Der bedes om {requestedOere}, og der er {leftOere} tilbage af det opslåede på speciale {specialty}: {overOere} for meget.',
    en: '{requestedOere} is asked for and {leftOere} is left of what was advertised for specialty {specialty}: {overOere} too much.',
  },
  'R-01.owner': {
    da: 'Ansøgeren ejer allerede {count} klinik(ker). En nynedsættelse er for den, der ikke ejer nogen.',
    en: 'The applicant already owns {count} clinic(s). A new establishment is for somebody who owns none.',
  },
  'R-01.unknown': {
    da: 'Det er ikke oplyst, om ansøgeren ejer en klinik.',
    en: 'Whether the applicant owns a clinic is not known.',
  },
  'R-01.withinPool': {
    da: 'Der bedes om {requestedOere}, og der er {leftOere} tilbage af det opslåede på speciale {specialty}.',
    en: '{requestedOere} is asked for, and {leftOere} is left of what was advertised for specialty {specialty}.',
  },
  'R-02.nothingMoves': {
    da: 'Sagen flytter ingen praksisadresse, så ingen kommune får mere eller mindre kapacitet.',
    en: 'The case moves no practice address, so no municipality gains or loses capacity.',
  },
  'R-02.unknown': {
    da: 'Ændringen i kommunernes kapacitet kan ikke måles endnu.',
    en: 'The change in the municipalities’ capacity cannot be measured yet.',
  },
  'R-02.stays': {
    da: 'Kapaciteten bliver i {to} Kommune.',
    en: 'The capacity stays in {to} Municipality.',
  },
  'R-02.crossingAllowed': {
    da: 'Kapacitet flytter fra {from} til {to} Kommune. Regelsættet tillader det.',
    en: 'Capacity moves from {from} to {to} Municipality. The rule set allows it.',
  },
  'R-02.leaves': {
    da: 'Kapacitet flytter fra {from} til {to} Kommune. Som udgangspunkt flyttes kapacitet ikke over kommunegrænsen.',
    en: 'Capacity moves from {from} to {to} Municipality. As a principle, capacity does not cross a municipal border.',
  },
  'R-03.receiverUnknown': {
    da: 'Modtagerens øvrige praksisadresser er ikke oplyst.',
    en: 'The receiver’s other practice addresses are not known.',
  },
  'R-03.noAddress': { da: 'Sagen ændrer ingen praksisadresse.', en: 'The case changes no practice address.' },
  'R-03.several': {
    da: 'Der vil være {count} praksisadresser uden slutdato for den ene.',
    en: 'There will be {count} practice addresses, with no end date for the surplus.',
  },
  'R-03.overlap': {
    da: 'To adresser i {days} dage: den nye fra {from}, den gamle til {until}.',
    en: 'Two addresses for {days} days: the new one from {from}, the old one until {until}.',
  },
  'R-03.transition': {
    da: 'To adresser i {days} dage, inden for den tilladte overgang.',
    en: 'Two addresses for {days} days, within the transition allowed.',
  },
  'R-03.extraNotified': {
    da: 'Der er {count} adresser, og den ekstra er anmeldt eller godkendt. Om den strækker kapaciteten ({notChecked}), er ikke undersøgt.',
    en: 'There are {count} addresses, and the extra one is notified or approved. Whether it stretches capacity ({notChecked}) is not examined.',
  },
  'R-03.notNotified': {
    da: 'Der vil være {count} adresser, og den ekstra er ikke anmeldt.',
    en: 'There will be {count} addresses, and the extra one is not notified.',
  },
  'R-03.extra': {
    da: 'Der vil være {count} adresser. Den ekstra bedømmes efter reglen om ekstra adresser.',
    en: 'There will be {count} addresses. The extra one is judged by the rule on extra addresses.',
  },
  'R-03.one': { da: 'Der er én praksisadresse ad gangen.', en: 'There is one practice address at a time.' },
  'R-04.noExtra': { da: 'Sagen gælder ikke en ekstra adresse.', en: 'The case is not about an extra address.' },
  'R-04.unmet': {
    da: 'Den ekstra adresse opfylder ikke: {unmet}.',
    en: 'The extra address does not meet: {unmet}.',
  },
  'R-04.unknown': {
    da: 'Den ekstra adresse kan ikke bedømmes, før dette foreligger: {missing}.',
    en: 'The extra address cannot be judged until this is known: {missing}.',
  },
  'R-04.notified': {
    da: 'Det planlagte holder sig inden for kapaciteten, og adressen er anmeldt {notifiedOn}, før den tages i brug {wantedFrom}.',
    en: 'What is planned stays within the capacity, and the address is notified {notifiedOn} before its use from {wantedFrom}.',
  },
  'R-04.toApprove': {
    da: 'Det planlagte holder sig inden for kapaciteten. Samarbejdsudvalget skal godkende adressen.',
    en: 'What is planned stays within the capacity. The committee has to approve the address.',
  },
  'R-05.noMove': { da: 'Sagen er ikke en flytning.', en: 'The case is not a relocation.' },
  'R-05.unmet': {
    da: 'Flytningen opfylder ikke: {unmet}.',
    en: 'The relocation does not meet: {unmet}.',
  },
  'R-05.unknown': {
    da: 'Flytningen kan ikke bedømmes, før dette foreligger: {missing}.',
    en: 'The relocation cannot be judged until this is known: {missing}.',
  },
  'R-05.inOrder': {
    da: 'Samme kommune, én adresse og rettidigt varsel.',
    en: 'Same municipality, one address and timely notice.',
  },
  'R-05.newGap': {
    da: 'Flytningen giver et nyt hul i dækningen for {group}: {people} indbyggere har ikke længere en yder inden for afstanden, i {gaps}.',
    en: 'The relocation makes a new gap in the cover for {group}: {people} inhabitants no longer have a provider within the distance, in {gaps}.',
  },
  'R-05.palliativeGap': {
    da: 'Efter flytningen er der for få, der tager nye palliative patienter, i {area}, hvor der var nok.',
    en: 'After the relocation too few take new palliative patients in {area}, where there were enough.',
  },
  'R-06.noTransfer': { da: 'Sagen overdrager ikke noget ydernummer.', en: 'The case transfers no provider number.' },
  'R-06.notOwner': { da: 'Ingen bliver ejer af en klinik.', en: 'Nobody comes to own a clinic.' },
  'R-06.unknown': {
    da: 'Ydernummer {provider} kan ikke bedømmes, før dette foreligger: {missing}.',
    en: 'Provider number {provider} cannot be judged until this is known: {missing}.',
  },
  'R-06.capacity': {
    da: 'Kapaciteten er ikke den samme før og efter ændringen af ydernummer {provider}.',
    en: 'Capacity is not the same before and after the change of provider number {provider}.',
  },
  'R-06.clinics': {
    da: 'Ejeren får {count} klinikker. Fra 22. september 2023 kan ingen ved overtagelse komme over {most}.',
    en: 'The owner gets {count} clinics. From 22 September 2023 nobody may come above {most} by acquisition.',
  },
  'R-06.owner': {
    da: 'Den nye ejer har {count} klinik(ker); der må være {most}.',
    en: 'The new owner has {count} clinic(s); {most} are allowed.',
  },
  'R-06.lapses': {
    da: 'Ydernummer {provider} ophører uden modtager. Dets {hoursTenths} timer om ugen bortfalder {wantedFrom}.',
    en: 'Provider number {provider} stops without a receiver. Its {hoursTenths} hours a week lapse on {wantedFrom}.',
  },
  'R-06.stays': {
    da: 'Ydernummer {provider} ophører uden modtager og bortfalder {wantedFrom}. Klinikkens kapacitet i kroner er klinikkens.',
    en: 'Provider number {provider} stops without a receiver and lapses on {wantedFrom}. The clinic’s capacity in kroner is the clinic’s.',
  },
  'R-06.shares': {
    da: 'Andelene af ydernummer {provider} giver {sumShareHundredths} i stedet for 1,00.',
    en: 'The shares of provider number {provider} add up to {sumShareHundredths} instead of 1.00.',
  },
  'R-06.tooEarly': {
    da: 'Skemaet er modtaget {receivedOn}. Ændringen kan tidligst ske {earliest}, ikke {wantedFrom}.',
    en: 'The form was received on {receivedOn}. The change is possible from {earliest}, not {wantedFrom}.',
  },
  'R-06.inOrder': {
    da: 'Ændringen {wantedFrom} overholder varslet (tidligst {earliest}), og kapaciteten er den samme før og efter.',
    en: 'The change on {wantedFrom} keeps the notice (earliest {earliest}), and capacity is the same before and after.',
  },
  'R-07.noEmployment': { da: 'Sagen gælder ikke en ansættelse.', en: 'The case is not about an employment.' },
  'R-07.abolished': {
    da: 'Omsætningslofter er bortfaldet med overenskomsten af 2024.',
    en: 'Turnover ceilings lapsed with the agreement of 2024.',
  },
  'R-07.over': {
    da: 'Omsætningen er {turnoverOere}, loftet {ceilingOere}: {overOere} over ({overPermille}).',
    en: 'The turnover is {turnoverOere}, the ceiling {ceilingOere}: {overOere} above ({overPermille}).',
  },
  'R-07.unknown': {
    da: 'Ansættelsen under ydernummer {number} kan ikke bedømmes, før dette foreligger: {missing}.',
    en: 'The employment under provider number {number} cannot be judged until this is known: {missing}.',
  },
  'R-07.notRequired': { da: 'Der kræves intet omsætningsloft.', en: 'No turnover ceiling is required.' },
  'R-07.under': {
    da: 'Omsætningen er {turnoverOere} og holder sig under loftet på {ceilingOere}.',
    en: 'The turnover is {turnoverOere} and stays under the ceiling of {ceilingOere}.',
  },
  'R-08.noClinic': {
    da: 'Sagen ændrer ingen kliniks kapacitet i kroner.',
    en: 'The case changes no clinic’s capacity in kroner.',
  },
  'R-08.inHours': {
    da: 'Kapaciteten tælles i timer på datoen; knækgrænsen gælder fra 2024.',
    en: 'Capacity is counted in hours on the date; the bend limit holds from 2024.',
  },
  'R-08.tooMany': {
    da: 'Klinikken får {count} ejer- og lejerydernumre. Med {unitsHundredths} enheder må den højst have {most}.',
    en: 'The clinic gets {count} owner and lessee numbers. With {unitsHundredths} units it may have {most} at most.',
  },
  'R-08.above': {
    da: 'Tilskuddet er {excessOere} over knækgrænsen. Der fradrages {cutOere}, så der udbetales {paidOere}. Det er en økonomisk følge, ikke en forseelse.',
    en: 'The subsidy is {excessOere} above the bend limit. {cutOere} is deducted, so that {paidOere} is paid. That is an economic consequence, not misconduct.',
  },
  'R-08.unknown': {
    da: 'Klinikkens økonomi kan ikke bedømmes, før dette foreligger: {missing}.',
    en: 'The clinic’s economy cannot be judged until this is known: {missing}.',
  },
  'R-08.grandfathered': {
    da: 'Klinikken har {count} ejer- og lejerydernumre og flere end {most}, men den havde dem ved overgangen i 2024.',
    en: 'The clinic has {count} owner and lessee numbers and more than {most}, but it had them at the transition in 2024.',
  },
  'R-08.within': {
    da: 'Tilskuddet holder sig under knækgrænsen, og {count} ejer- og lejerydernumre er inden for {most}.',
    en: 'The subsidy stays under the bend limit, and {count} owner and lessee numbers are within {most}.',
  },
  'R-10.notMobile': { da: 'Ingen bliver eller er mobil.', en: 'Nobody becomes or is mobile.' },
  'R-10.becomesMobile': {
    da: 'Ydernummer {number} bliver mobilt. Mobile ydernumre udfases, så der kommer ingen til.',
    en: 'Provider number {number} becomes mobile. Mobile numbers are phased out, so none is added.',
  },
  'R-10.unknown': {
    da: 'Ydernummer {number} kan ikke bedømmes, før dette foreligger: {missing}.',
    en: 'Provider number {number} cannot be judged until this is known: {missing}.',
  },
  'R-10.mayBecome': { da: 'Regelsættet tillader nye mobile ydernumre.', en: 'The rule set allows new mobile numbers.' },
  'R-10.gap': {
    da: 'Af {before} mobile ydernumre i regionen bliver {after} tilbage, kun {near} inden for {km} km. Hjemmebehandlingen kan mangle, når der er færre end {needed}: hør kommunen først.',
    en: 'Of {before} mobile numbers in the region {after} are left, only {near} within {km} km. Home treatment may be lacking with fewer than {needed}: hear the municipality first.',
  },
  'R-10.palliativeGap': {
    da: 'Når ydernummer {number} ikke længere er mobilt, er der for få, der tager nye palliative patienter, i {area}: hør kommunen først.',
    en: 'When provider number {number} is no longer mobile, too few take new palliative patients in {area}: hear the municipality first.',
  },
  'R-10.fewer': {
    da: 'Af {before} mobile ydernumre i regionen bliver {after} tilbage, {near} af dem inden for {km} km.',
    en: 'Of {before} mobile numbers in the region {after} are left, {near} of them within {km} km.',
  },
} as const satisfies Record<string, Words>
