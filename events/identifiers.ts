import { z } from 'zod'

/** Provider number (ydernummer): six digits. The format is our ASSUMPTION, no source states it. */
export const ProviderNumber = z
  .string()
  .regex(/^\d{6}$/, { error: 'expected six digits' })
  .brand<'ProviderNumber'>()
  .meta({ id: 'ProviderNumber', description: 'Six digits (ASSUMPTION: no source states the format)' })
export type ProviderNumber = z.infer<typeof ProviderNumber>

const reference = /^[a-z0-9][a-z0-9-]{0,63}$/
const Reference = z.string().regex(reference, { error: 'expected lower-case letters, digits and hyphens, at most 64' })

/** Reference to a person; names live outside the log and can be erased. */
export const PersonId = Reference.brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

/** Clinic (klinik): the business whose capacity is counted since 2024. */
export const ClinicId = Reference.brand<'ClinicId'>()
export type ClinicId = z.infer<typeof ClinicId>

/** Practice address (praksisadresse). */
export const AddressId = Reference.brand<'AddressId'>()
export type AddressId = z.infer<typeof AddressId>

/** Riding school (rideskole). */
export const SchoolId = Reference.brand<'SchoolId'>()
export type SchoolId = z.infer<typeof SchoolId>

/** Agreement between one riding therapist and one school. */
export const AgreementId = Reference.brand<'AgreementId'>()
export type AgreementId = z.infer<typeof AgreementId>

/** Application case (sag). */
export const CaseId = Reference.brand<'CaseId'>()
export type CaseId = z.infer<typeof CaseId>

/** Scenario: a branch of the log. */
export const ScenarioId = Reference.brand<'ScenarioId'>()
export type ScenarioId = z.infer<typeof ScenarioId>

/** Planning area (planområde) that a planner drew. */
export const PlanningAreaId = Reference.brand<'PlanningAreaId'>()
export type PlanningAreaId = z.infer<typeof PlanningAreaId>

/** Diagnosis group (diagnosegruppe) of facts.json. */
export const DiagnosisGroupId = Reference.brand<'DiagnosisGroupId'>()
export type DiagnosisGroupId = z.infer<typeof DiagnosisGroupId>

/** Municipality (kommune): four digits, leading zero kept. */
export const MunicipalityCode = z
  .string()
  .regex(/^\d{4}$/, { error: 'expected a municipality code of four digits' })
  .brand<'MunicipalityCode'>()
  .meta({ id: 'MunicipalityCode' })
export type MunicipalityCode = z.infer<typeof MunicipalityCode>

/** Region: 1081 to 1085, or `ost` for Region Østdanmark, whose official code was not found (ASSUMPTION). */
export const RegionCode = z
  .string()
  .regex(/^(108[1-5]|ost)$/, { error: 'expected a region code: 1081 to 1085, or ost' })
  .brand<'RegionCode'>()
  .meta({ id: 'RegionCode' })
export type RegionCode = z.infer<typeof RegionCode>

/** Specialty (speciale): 51 general, 62 free of charge, 57 and 65 riding therapy. */
export const Specialty = z.enum(['51', '62', '57', '65'])
export type Specialty = z.infer<typeof Specialty>
