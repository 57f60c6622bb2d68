import { useTranslation } from 'react-i18next'
import type { PersonRow } from '#api/persons'
import { instant, none } from '../../format.ts'
import { Button } from '../../parts/Button.tsx'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { useMay } from '../../session.ts'
import { useLanguage } from '../../text/i18n.ts'

/** One line a person: name, reference, contact and source; of an erased one, when. */
export function PersonTable({
  rows,
  onEdit,
  onErase,
}: {
  readonly rows: readonly PersonRow[]
  readonly onEdit: (row: PersonRow) => void
  readonly onErase: (row: PersonRow) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const may = useMay()
  const canChange = may('persons.change')
  const canErase = may('persons.erase')
  return (
    <TableScroll label={t('persons.title')}>
      <table className="list-table">
        <caption className="visually-hidden">{t('persons.lead')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('persons.columns.name')}</th>
            <th scope="col">{t('persons.columns.person')}</th>
            <th scope="col">{t('persons.columns.contact')}</th>
            <th scope="col">{t('persons.columns.source')}</th>
            {(canChange || canErase) && <th scope="col">{t('persons.columns.actions')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.person}>
              <th scope="row">
                {row.name ?? <span className="muted">{t('persons.erased')}</span>}
                {row.erasedAt !== null && (
                  <span className="cell-sub">{t('persons.erasedOn', { date: instant(row.erasedAt, language) })}</span>
                )}
              </th>
              <td>{row.person}</td>
              <td>
                {row.mail ?? row.phone ?? none}
                {row.mail !== null && row.phone !== null && <span className="cell-sub">{row.phone}</span>}
              </td>
              <td>{row.source ?? none}</td>
              {(canChange || canErase) && (
                <td>
                  {row.erasedAt === null && (
                    <span className="persons-actions">
                      {canChange && (
                        <Button kind="text" onPress={() => onEdit(row)}>
                          {t('persons.edit')}
                          <span className="visually-hidden"> {row.person}</span>
                        </Button>
                      )}
                      {canErase && (
                        <Button kind="text" onPress={() => onErase(row)}>
                          {t('persons.erase')}
                          <span className="visually-hidden"> {row.person}</span>
                        </Button>
                      )}
                    </span>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
