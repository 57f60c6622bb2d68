import type { DomainEvent } from '#events/catalogue'
import type { Views } from './views.ts'

/** What an event is about, as far as it can be told from the event and from what was recorded before it. */
export interface EventSubject {
  readonly caseId: string | null
  readonly clinic: string | null
  readonly school: string | null
  readonly municipality: string | null
  /** The second municipality of a move: the one that it leaves. */
  readonly otherMunicipality: string | null
}

const nothing: EventSubject = { caseId: null, clinic: null, school: null, municipality: null, otherMunicipality: null }

/** Clinic, school, case and municipality that an event concerns. */
export function subjectOf(views: Views, event: DomainEvent): EventSubject {
  const subject = { ...nothing, caseId: event.metadata.caseId ?? null }
  const id = event.stream.slice(event.stream.indexOf('-') + 1)
  const latest = <Row>(sql: string, key: string) => views.statement<Row>(sql).get({ key })
  const atClinic = (clinic: string | null | undefined): EventSubject => ({
    ...subject,
    clinic: clinic ?? null,
    municipality:
      latest<{ municipality: string | null }>(
        `SELECT municipality FROM practice_address WHERE clinic = :key AND kind = 'main' AND role = 'current'
         ORDER BY recorded_to DESC, effective_from DESC LIMIT 1`,
        clinic ?? '',
      )?.municipality ?? null,
  })
  const clinicOfProvider = (number: string) =>
    latest<{ clinic: string }>(
      'SELECT clinic FROM provider WHERE key = :key ORDER BY recorded_to DESC, effective_from DESC LIMIT 1',
      number,
    )?.clinic
  const atSchool = (school: string | null | undefined): EventSubject => ({
    ...subject,
    school: school ?? null,
    municipality:
      latest<{ municipality: string | null }>(
        'SELECT municipality FROM riding_school WHERE school = :key ORDER BY recorded_to DESC, effective_from DESC LIMIT 1',
        school ?? '',
      )?.municipality ?? null,
  })
  const ofAgreement = (agreement: string) =>
    atSchool(
      latest<{ school: string }>(
        'SELECT school FROM riding_agreement WHERE key = :key ORDER BY recorded_to DESC, effective_from DESC LIMIT 1',
        agreement,
      )?.school,
    )
  const ofCase = (caseId: string): EventSubject => {
    const row = latest<{ clinic: string | null; from_municipality: string | null; to_municipality: string | null }>(
      'SELECT clinic, from_municipality, to_municipality FROM case_file WHERE key = :key ORDER BY recorded_to DESC LIMIT 1',
      caseId,
    )
    const [municipality = null, otherMunicipality = null] = [row?.to_municipality, row?.from_municipality]
    return { ...subject, caseId, clinic: row?.clinic ?? null, municipality, otherMunicipality }
  }
  const clinicOfHolder = (person: string) =>
    latest<{ clinic: string }>(
      'SELECT clinic FROM provider WHERE holder = :key ORDER BY recorded_to DESC, effective_from DESC LIMIT 1',
      person,
    )?.clinic
  /** `<level>-<id>.<period>`; a region and the whole country are no single place. */
  const ofActivity = (name: string): EventSubject => {
    const level = name.slice(0, name.indexOf('-'))
    const about = name.slice(level.length + 1, name.lastIndexOf('.'))
    if (level === 'clinic') return atClinic(about)
    if (level === 'provider') return atClinic(clinicOfProvider(about))
    if (level === 'agreement') return ofAgreement(about)
    return level === 'municipality' ? { ...subject, municipality: about } : subject
  }
  const category = event.stream.slice(0, event.stream.indexOf('-'))
  if (event.type === 'PracticeAddressMoved') {
    const { from, to } = event.data
    return {
      ...atClinic(clinicOfAddress(views, id)),
      municipality: to.municipality,
      otherMunicipality: from.municipality,
    }
  }
  switch (category) {
    case 'clinic':
      return atClinic(id)
    case 'practiceAddress':
      return atClinic(clinicOfAddress(views, id))
    case 'providerNumber':
      return atClinic(clinicOfProvider(id))
    case 'competence':
      return atClinic(clinicOfHolder(id))
    case 'ridingSchool':
      return atSchool(id)
    case 'ridingAgreement':
      return ofAgreement(id)
    case 'case':
      return ofCase(id)
    case 'consultation': {
      const [caseId = '', municipality = null] = id.split('.')
      return { ...ofCase(caseId), municipality, otherMunicipality: null }
    }
    case 'message': {
      const { caseId } = event.metadata
      const about = caseId === undefined ? subject : ofCase(caseId)
      return 'municipality' in event.data
        ? { ...about, municipality: event.data.municipality, otherMunicipality: null }
        : about
    }
    case 'municipalOffer':
    case 'contacts':
      return { ...subject, municipality: id }
    case 'palliative':
      return 'person' in event.data ? atClinic(clinicOfHolder(event.data.person)) : subject
    case 'docket':
    case 'meeting':
      return 'case' in event.data && event.data.case !== undefined ? ofCase(event.data.case) : subject
    case 'activity':
      return ofActivity(id)
    default:
      return subject
  }
}

function clinicOfAddress(views: Views, address: string): string | undefined {
  return views
    .statement<{ clinic: string }>(
      'SELECT clinic FROM practice_address WHERE key = :key ORDER BY recorded_to DESC, effective_from DESC LIMIT 1',
    )
    .get({ key: address })?.clinic
}
