import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { houseShape } from '../../map/MunicipalOfferLayer.tsx'
import { Switch } from '../../parts/Switch.tsx'
import { useLanguage } from '../../text/i18n.ts'

/** The switch of the municipal offers with their symbol. Off until the reader wants them; loaded only then. */
export function OfferLayer({
  on,
  count,
  onChange,
}: {
  readonly on: boolean
  /** Places shown; null while they are not loaded. */
  readonly count: number | null
  readonly onChange: (on: boolean) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className="layer">
      <div className="layer-head">
        <Switch label={t('municipal.map.layer')} on={on} onChange={onChange} />
        {on && count !== null && <span className="meta">{number(count, language)}</span>}
      </div>
      {on && (
        <p className="diamond-key">
          <svg width={18} height={18} viewBox="0 0 22 22" aria-hidden="true">
            <path className="offer-square" d={houseShape.square} />
            <path className="offer-house" d={houseShape.house} />
          </svg>
          {t('municipal.map.legend')}
        </p>
      )}
    </div>
  )
}
