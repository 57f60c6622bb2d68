import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { ScenarioImportReport } from '#api/views/scenario'
import { none } from '../../format.ts'
import { VerdictIcon } from '../../parts/Verdict.tsx'
import { useChangeWords } from './useChangeWords.ts'
import { useDataName } from './useDataName.ts'

/** What a scenario's file would become here, all at once: its register, its data and the changes that are left out. */
export function ImportReport({ report }: { readonly report: z.infer<typeof ScenarioImportReport> }) {
  const { t } = useTranslation()
  const nameOfData = useDataName()
  const { name, asOf, changes, base, dataDiffers, unreadable } = report
  const say = useChangeWords(asOf)
  return (
    <section className="lab-import">
      <h3>{t('scenarios.file.what', { name, count: changes })}</h3>
      <p>
        <VerdictIcon outcome={base === 'same' ? 'pass' : 'needs-information'} size={14} />{' '}
        {t(`scenarios.file.base.${base}`)}
      </p>
      <p>
        <VerdictIcon outcome={dataDiffers.length === 0 ? 'pass' : 'needs-information'} size={14} />{' '}
        {t(dataDiffers.length === 0 ? 'scenarios.file.sameData' : 'scenarios.file.dataDiffers')}
      </p>
      {dataDiffers.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('scenarios.file.dataName')}</th>
              <th scope="col">{t('scenarios.file.was')}</th>
              <th scope="col">{t('scenarios.file.now')}</th>
            </tr>
          </thead>
          <tbody>
            {dataDiffers.map(({ name: data, was, now }) => (
              <tr key={data}>
                <th scope="row">{nameOfData(data)}</th>
                <td>{was ?? none}</td>
                <td>{now ?? none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        <VerdictIcon outcome={unreadable.length === 0 ? 'pass' : 'breach'} size={14} />{' '}
        {unreadable.length === 0
          ? t('scenarios.file.allRead')
          : t('scenarios.file.unreadable', { count: unreadable.length })}
      </p>
      <ul>
        {unreadable.map(({ place, command, told, touches, reason, fields }) => (
          <li key={place}>
            <strong>{t('scenarios.file.change', { number: place })}:</strong>{' '}
            {say({ command: { type: command, data: told }, touches })}.{' '}
            {t(`scenarios.file.reason.${reason}`, { fields: fields.map(({ path }) => path).join(', ') })}
          </li>
        ))}
      </ul>
    </section>
  )
}
