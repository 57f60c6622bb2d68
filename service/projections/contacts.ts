import { bitemporal } from './bitemporal.ts'
import type { Projection } from './projection.ts'

/** Work contacts of a municipality's departments. */
export const contactTable = bitemporal({
  name: 'contact_entry',
  columns: {
    municipality: 'TEXT',
    department: 'TEXT',
    name: 'TEXT',
    location_number: 'TEXT',
    phone: 'TEXT',
    mail: 'TEXT',
    phone_hours: 'TEXT',
    confirmed_on: 'TEXT',
  },
  indexed: ['municipality'],
})

const idOf = (stream: string) => stream.slice(stream.indexOf('-') + 1)

/** The municipalities' directories. */
export const contactsProjection: Projection = {
  name: 'contacts',
  version: 1,
  tables: [contactTable],
  on: {
    ContactEntrySet(write, { data, effectiveFrom }) {
      const { municipality, department, name, locationNumber: location_number, phone, mail, phoneHours } = data
      write.put(contactTable, `${municipality}.${department}`, {
        municipality,
        department,
        name,
        location_number,
        phone,
        mail,
        phone_hours: phoneHours === null ? null : JSON.stringify(phoneHours),
        confirmed_on: effectiveFrom,
      })
    },
    ContactEntryConfirmed(write, { stream, data, effectiveFrom }) {
      write.patch(contactTable, `${idOf(stream)}.${data.department}`, { confirmed_on: effectiveFrom })
    },
    ContactEntryRemoved: (write, { stream, data }) => write.end(contactTable, `${idOf(stream)}.${data.department}`),
  },
}
