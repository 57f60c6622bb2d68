import type { persons as danish } from '../da/persons.ts'
import type { Translated } from '../en.ts'

/** Text of the persons: names and contacts beside the log. */
export const persons: Translated<typeof danish> = {
  title: 'Persons',
  lead: 'Names and contact details stand by themselves and can be erased. Everything else in Praksiskort knows the reference only.',
  search: 'Search by name, mail or reference',
  count_one: '{{total}} person',
  count_other: '{{total}} persons',
  pages: 'Pages of persons',
  more: 'Next',
  first: 'From the start',
  add: 'New person',
  emptyTitle: 'No persons',
  emptyWhy: 'Nobody in the region matches the search.',
  erased: 'Erased person',
  erasedOn: 'Erased {{date}}',
  columns: {
    name: 'Name',
    person: 'Reference',
    contact: 'Contact',
    source: 'Source',
    actions: 'Actions',
  },
  edit: 'Change',
  erase: 'Erase',
  form: {
    newTitle: 'New person',
    editTitle: 'Change {{person}}',
    lead: 'The details are kept beside the events and never in them.',
    person: 'Reference',
    personHint: 'The one that the register uses, such as p-000123',
    name: 'Name',
    mail: 'Mail',
    phone: 'Phone',
    source: 'Source',
    sourceHint: 'Where the details come from, such as the application',
    save: 'Save',
    notReady: 'Fill in reference, name and source; mail and phone must be usable.',
    saved: '{{person}} is saved.',
  },
  confirm: {
    title: 'Erase {{name}}?',
    gone: 'Name, mail and phone are gone for good. Nobody can bring them back, not even those who run the service.',
    stays:
      'The reference {{person}} stays as “erased person”. Provider numbers, cases, rulings, figures and maps do not change.',
    never: 'No name can be put back under the same reference.',
    elsewhere:
      'Attached files, letters already sent and your own copies and backups are not included; erase those yourselves.',
    doing: 'Erase for good',
    done: '{{person}} is erased. The name is not here any more.',
  },
}
