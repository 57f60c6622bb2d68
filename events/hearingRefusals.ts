import type { Words } from './words.ts'

/** Why a step of a hearing, an enclosed file or a letter was refused. */
export const hearingRefusals = {
  'consultation.notSent': { da: 'Høringen er ikke sendt.', en: 'The consultation has not been sent.' },
  'consultation.unknownCase': { da: 'Sagen findes ikke.', en: 'The case does not exist.' },
  'consultation.caseClosed': {
    da: 'Sagen er lukket, så den kan ikke sendes i høring.',
    en: 'The case is closed and cannot be sent for consultation.',
  },
  'consultation.closed': {
    da: 'Sagen er afsluttet, så høringen tager ikke imod mere. Skriv til sekretariatet, hvis sagen bør genoptages.',
    en: 'The case is closed, so the consultation takes nothing more. Write to the secretariat if the case should be reopened.',
  },
  'consultation.oldVersion': {
    da: 'Ansøgningen er rettet, siden høringsrunde {round} blev sendt. Svar på runde {current}, når sekretariatet har sendt den.',
    en: 'The application has been corrected since consultation round {round} was sent. Answer round {current} once the secretariat has sent it.',
  },
  'consultation.otherMunicipality': {
    da: 'Høringen er sendt til en anden kommune. Log ind for den kommune, eller skriv til sekretariatet, hvis I også vil høres.',
    en: 'The consultation was sent to another municipality. Sign in for that municipality, or write to the secretariat if you want to be heard too.',
  },
  'consultation.alwaysHeard': {
    da: 'I sager om ridefysioterapi høres alle involverede kommuner (R-18). Send høringen i stedet.',
    en: 'In riding therapy cases all involved municipalities are heard (R-18). Send the consultation instead.',
  },
  'consultation.alreadySent': {
    da: 'Høringen er allerede sendt.',
    en: 'The consultation has already been sent.',
  },
  'consultation.noRequest': {
    da: 'Kommunen har ikke bedt om længere frist.',
    en: 'The municipality has not asked for a later deadline.',
  },
  'consultation.extendToPast': {
    da: 'Den nye frist {to} er passeret; i dag er det {today}.',
    en: 'The new deadline {to} has passed; today is {today}.',
  },
  'consultation.fileMissing': {
    da: 'Filen {name} er ikke modtaget. Vedhæft den igen.',
    en: 'The file {name} has not been received. Attach it again.',
  },
  'consultation.otherRound': {
    da: 'Sagen er i høringsrunde {current}, ikke {round}.',
    en: 'The case is in consultation round {current}, not {round}.',
  },
  'consultation.noRuleSet': {
    da: 'Intet regelsæt fastsætter en frist på sagens dato.',
    en: 'No rule set gives a deadline on the case’s date.',
  },
  'consultation.notOpen': {
    da: 'Høringen er allerede besvaret eller lukket.',
    en: 'The consultation is already answered or closed.',
  },
  'consultation.onlyForward': {
    da: 'Fristen {dueOn} kan kun forlænges, ikke ændres til {to}.',
    en: 'The deadline {dueOn} can only be extended, not changed to {to}.',
  },
  'consultation.receivedOutside': {
    da: 'Svaret kan ikke være modtaget {receivedOn}: høringen blev sendt {sentOn}, og i dag er det {today}.',
    en: 'The answer cannot have been received on {receivedOn}: the consultation was sent on {sentOn}, and today is {today}.',
  },
  'consultation.notDue': { da: 'Fristen {dueOn} er ikke passeret.', en: 'The deadline {dueOn} has not passed.' },
  'attachment.type': {
    da: 'Filen {name} er ikke af en type, der tages imod. Brug PDF, PNG, JPEG, Word (docx uden makroer) eller OpenDocument (odt).',
    en: 'The file {name} is of no type that is taken. Use PDF, PNG, JPEG, Word (docx without macros) or OpenDocument (odt).',
  },
  'attachment.tooLarge': {
    da: 'Filen {name} er for stor. En fil må fylde højst {megabytes} MB. Gør den mindre, eller del den i flere.',
    en: 'The file {name} is too large. A file may be at most {megabytes} MB. Make it smaller, or split it into several.',
  },
  'message.unknown': {
    da: 'Brevet findes ikke i sagen.',
    en: 'There is no such letter in the case.',
  },
} as const satisfies Record<string, Words>
