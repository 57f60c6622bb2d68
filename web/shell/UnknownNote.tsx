import { useTranslation } from 'react-i18next'
import { forgetUnknown, useUnknown } from './unknownValues.ts'

/** Says which words of the address bar were not understood, until it is closed. */
export function UnknownNote() {
  const { t } = useTranslation()
  const values = useUnknown()
  if (values.length === 0) return null
  return (
    <div className="banner banner-past" role="status">
      <span>{t('shell.unknownValues', { values: values.join(', ') })}</span>
      <button type="button" className="link-button" onClick={forgetUnknown}>
        {t('shell.close')}
      </button>
    </div>
  )
}
