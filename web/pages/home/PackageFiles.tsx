import { useTranslation } from 'react-i18next'
import { Icon } from '../../parts/Icon.tsx'
import { searchOf } from '../../search.ts'
import { useLanguage } from '../../text/i18n.ts'

/** A package as files, in the reader's language. */
export function PackageFiles({
  municipality,
  period,
  edition,
}: {
  readonly municipality: string
  readonly period: string
  readonly edition: number
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <fieldset className="package-files">
      <legend className="visually-hidden">{t('home.package.files')}</legend>
      {(['pdf', 'csv', 'xlsx'] as const).map((format) => (
        <a
          key={format}
          className="button button-secondary"
          href={`/api/half-year-packages/file${searchOf({ municipality, period, edition, format, language })}`}
          download
        >
          <Icon name="download" size={16} /> {format.toUpperCase()}
        </a>
      ))}
    </fieldset>
  )
}
