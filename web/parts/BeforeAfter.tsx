import { useTranslation } from 'react-i18next'
import { Icon } from './Icon.tsx'

/** Old value, arrow, new value; read as "fra 12,6 til 26,4". */
export function BeforeAfter({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useTranslation()
  return (
    <span className="before-after">
      <span className="visually-hidden">{t('shell.beforeAfter', { before, after })}</span>
      <span className="before" aria-hidden="true">
        {before}
      </span>
      <Icon name="arrow" size={14} />
      <span className="after" aria-hidden="true">
        {after}
      </span>
    </span>
  )
}
