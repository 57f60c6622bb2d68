import { ContactDepartment, PhoneHours } from '#events/contacts'
import { EffectiveDate } from '#events/time'
import { asOf, moment } from '../projections/bitemporal.ts'
import { contactDirectory } from '../rules/municipal/contactDirectory.ts'
import { answered } from './answered.ts'
import { eventIds } from './capacity.ts'
import { parametersFor } from './parametersFor.ts'
import type { Query } from './query.ts'

type Row = {
  department: string
  name: string | null
  location_number: string | null
  phone: string | null
  mail: string | null
  phone_hours: string | null
  confirmed_on: string
  inputs: string
}

/** Fields of the template that every department has: location number, phone, mail (S3-1). */
const fields = ['locationNumber', 'phone', 'mail'] as const

/** One municipality's directory with R-42 for each department of the template. */
export const contacts: Query<'contacts'> = (views, at, _scope, { municipality }, world) => {
  const parameters = parametersFor(views, world.geography.areas, municipality, at)
  const rows = views
    .statement<Row>(`SELECT c.* FROM contact_entry c WHERE c.municipality = :municipality AND ${asOf('c')}`)
    .all({ municipality, ...moment(at) })
  const entries = ContactDepartment.options.map((department) => {
    const row = rows.find((one) => one.department === department)
    const entry =
      row === undefined
        ? null
        : {
            name: row.name,
            locationNumber: row.location_number,
            phone: row.phone,
            mail: row.mail,
            phoneHours: PhoneHours.nullable().parse(row.phone_hours === null ? null : JSON.parse(row.phone_hours)),
            confirmedOn: EffectiveDate.parse(row.confirmed_on),
          }
    const facts = {
      caseInputs: [],
      municipality,
      department,
      on: at.effectiveOn,
      entry,
      inputs: eventIds(row?.inputs ?? '[]'),
    }
    return { department, entry, finding: parameters === null ? null : contactDirectory.evaluate(facts, parameters) }
  })
  return {
    at: answered(views, at),
    municipality,
    filled: {
      of: entries.length * fields.length,
      at: entries.reduce(
        (all, { entry }) => all + fields.filter((field) => entry !== null && entry[field] !== null).length,
        0,
      ),
    },
    entries,
  }
}
