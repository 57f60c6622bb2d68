import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/Button.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { useGroupName } from '../caps/useGroupName.ts'
import type { MatrixCell } from './matrix.ts'
import type { PasteError } from './pasted.ts'

/** Everything that kept a block from being pasted, all at once; nothing of it was. */
export function PasteErrors({
  errors,
  nameOf,
  onClose,
}: {
  readonly errors: readonly PasteError<MatrixCell>[]
  readonly nameOf: (area: string) => string
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const groupName = useGroupName()
  if (errors.length === 0) return null
  return (
    <div className="paste-errors" role="alert">
      <p>
        <Icon name="warning" size={14} /> <strong>{t('laboratory.paste.title')}.</strong>{' '}
        {t('laboratory.paste.lead', { count: errors.length })}
      </p>
      <ul>
        {errors.map(({ row, column, text, cell, why }) => (
          <li key={`${row}:${column}`}>
            {cell === null
              ? t('laboratory.paste.where', { row: row + 1, column: column + 1 })
              : t('laboratory.editor.title', { group: groupName(cell.group), area: nameOf(cell.area) })}
            {': '}
            {t(`laboratory.paste.${why}`, { text })}
          </li>
        ))}
      </ul>
      <Button onPress={onClose}>{t('laboratory.paste.close')}</Button>
    </div>
  )
}
