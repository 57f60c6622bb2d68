import { useTranslation } from 'react-i18next'
import { useAreaNames } from '../../../../parts/areaNames.ts'
import { IconButton } from '../../../../parts/Button.tsx'

/** Municipalities chosen one by one, each with a way to take it out again. */
export function MunicipalityChips({
  label,
  codes,
  onChange,
}: {
  readonly label: string
  readonly codes: readonly string[]
  readonly onChange: (codes: string[]) => void
}) {
  const { t } = useTranslation()
  const names = useAreaNames()
  return (
    <div className="picked-codes">
      {codes.length === 0 && <span className="muted">{t('cases.new.area.none')}</span>}
      {codes.map((code) => (
        <span key={code} className="picked-code">
          {names.municipality(code)}
          <IconButton
            icon="close"
            size={14}
            label={t('cases.new.area.remove', { municipality: names.municipality(code) })}
            onPress={() => onChange(codes.filter((one) => one !== code))}
          />
        </span>
      ))}
      <select
        aria-label={`${t('cases.new.area.add')}: ${label}`}
        value=""
        onChange={(event) => onChange([...codes, event.target.value])}
      >
        <option value="">{t('cases.new.area.add')}</option>
        {names.municipalities
          .filter(({ code }) => !codes.includes(code))
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </select>
    </div>
  )
}
