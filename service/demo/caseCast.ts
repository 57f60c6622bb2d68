import { CaseId, type MunicipalityCode, MunicipalityCode as MunicipalityCodeSchema } from '#events/identifiers'
import type { Address } from '#events/place'
import { EffectiveDate } from '#events/time'
import type { CaseScript, CaseStep } from './caseScript.ts'
import { addressIn, type Places } from './places.ts'
import type { Random } from './random.ts'
import type { SteadyClinic } from './register.ts'

/** What an application to move says. */
export interface Move {
  readonly to: Address
  readonly receivedOn: string
  readonly wantedFrom: string
  /** When the old address ends; with the move when left out. */
  readonly previousUntil?: string
  /** `null` where the applicant left it out. */
  readonly accessibility?: string | null
}

/** Clinics and places for the scripts. */
export interface Cast {
  /** The first or second steady clinic of a municipality. */
  clinicIn(code: string, index: 0 | 1): SteadyClinic
  /** An invented address in the municipality. */
  within(code: string): Address
  relocation(id: string, moving: SteadyClinic, move: Move, steps: readonly CaseStep[]): CaseScript
}

/** A date of a script. Throws when there is no such day. */
export const date = (text: string): EffectiveDate => EffectiveDate.parse(text)
/** A municipality of a script. Throws for what is no code. */
export const municipality = (code: string): MunicipalityCode => MunicipalityCodeSchema.parse(code)
export const questions = 'Har kommunen bemærkninger til flytningen, herunder til borgernes adgang til behandling?'
const accessible = 'Niveaufri adgang, handicapparkering og handicaptoilet.'

/** Steady clinics, and addresses drawn at random in the places given. */
export function castOf(steady: readonly SteadyClinic[], places: Places, random: Random): Cast {
  return {
    clinicIn(code, index) {
      const found = steady.filter(({ clinic }) => clinic.municipality === code)[index]
      if (found === undefined) throw new Error(`No steady clinic ${index} in municipality ${code}`)
      return found
    },
    within: (code) => addressIn(places, code, random),
    relocation: (id, { clinic, address }, move, steps) => ({
      case: CaseId.parse(id),
      region: clinic.region,
      applicant: clinic.name,
      receivedOn: date(move.receivedOn),
      wantedFrom: date(move.wantedFrom),
      subject: {
        type: 'A3',
        clinic: clinic.id,
        address: clinic.address,
        from: address,
        to: move.to,
        previousUntil: date(move.previousUntil ?? move.wantedFrom),
        accessibility: move.accessibility === undefined ? accessible : move.accessibility,
      },
      steps,
    }),
  }
}
