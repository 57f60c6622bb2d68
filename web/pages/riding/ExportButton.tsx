import { useTranslation } from 'react-i18next'
import { capacity, date, instant } from '../../format.ts'
import { announce } from '../../parts/announce.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Button } from '../../parts/Button.tsx'
import { csvOf, download } from '../../parts/csv.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useHeading } from './AgreementTable.tsx'
import { type Agreement, type Column, columns, type Riding } from './agreements.ts'
import { useAreaWords } from './useAreaWords.ts'
import { useShown } from './useShown.ts'

/** Hands the table as it is shown to a spreadsheet; every row tells the two times, so that a copied row still does. */
export function ExportButton({ data }: { readonly data: Riding }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const areaWords = useAreaWords()
  const heading = useHeading(data.minHoursTenths)
  const { rows } = useShown(data)
  const { effectiveOn, recordedAt } = data.at
  const cells: Readonly<Record<Column, (row: Agreement) => readonly string[]>> = {
    school: (row) => [row.schoolName, names.municipality(row.municipality)],
    therapist: (row) => [row.clinicName ?? '', row.provider ?? '', row.therapist],
    accession: (row) => [row.accessionDate === null ? '' : date(row.accessionDate, language)],
    hours: (row) => [capacity(row.hoursTenths, 'hoursTenths', language)],
    minHours: (row) => [
      data.minHoursTenths === null
        ? ''
        : row.shortTenths === 0
          ? t('riding.table.met')
          : t('riding.table.short', { hours: capacity(row.shortTenths, 'hoursTenths', language) }),
    ],
    area: (row) => [areaWords(row.area)],
    status: (row) => [t(`riding.table.statusWord.${row.status}`)],
    case: (row) => [row.openCases.map(({ number }) => number).join(', ')],
  }
  const titles: Readonly<Record<Column, readonly string[]>> = {
    school: [heading('school'), t('riding.capacity.kind.municipality')],
    therapist: [heading('therapist'), t('followUp.provider'), 'id'],
    accession: [heading('accession')],
    hours: [heading('hours')],
    minHours: [heading('minHours')],
    area: [heading('area')],
    status: [heading('status')],
    case: [heading('case')],
  }
  const save = () => {
    const times = [effectiveOn, recordedAt === 'now' ? t('riding.table.now') : instant(recordedAt, language)]
    const lines = rows.map((row) => [...columns.flatMap((column) => cells[column](row)), ...times])
    const head = [
      ...columns.flatMap((column) => titles[column]),
      t('riding.table.effectiveOn'),
      t('riding.table.recordedAt'),
    ]
    download(`ridefysioterapi-${data.region}-${effectiveOn}.csv`, csvOf([head, ...lines]))
    announce(t('riding.exported'))
  }
  return (
    <Button icon="download" onPress={save}>
      {t('riding.export')}
    </Button>
  )
}
