import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date } from '../../format.ts'
import { supplyParts } from '../../map/supplyImages.ts'
import type { SupplySymbol } from '../../map/supplySymbols.ts'
import { useLanguage } from '../../text/i18n.ts'
import { useCoverageKeys } from './useCoverageKeys.ts'

type Coverage = Answer<'coverage'>

/** The symbols that the map shows now, in words, and everybody who is known and does not count with the reason. */
export function CoverageSymbols({ answer }: { readonly answer: Coverage }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { uncounted } = answer
  const { symbols } = useCoverageKeys(answer, undefined)
  return (
    <>
      <ul className="legend-keys supply-keys">
        {symbols.map(({ symbol, text }) => (
          <li key={symbol}>
            <SupplyIcon symbol={symbol} />
            {text}
          </li>
        ))}
      </ul>
      {uncounted.length > 0 && (
        <details className="uncounted">
          <summary>{t('coverage.uncounted', { count: uncounted.length })}</summary>
          <ul className="plain-list">
            {uncounted.map(({ kind, id, name, reason, until, position }) => (
              <li key={`${kind} ${id} ${reason} ${position?.join() ?? ''} ${until ?? ''}`}>
                <strong>{name}</strong>
                <span className="meta">
                  {t(`coverage.reason.${reason}`, { until: until === null ? '' : date(until, language) })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function SupplyIcon({ symbol }: { readonly symbol: SupplySymbol }) {
  return (
    <svg width={18} height={18} viewBox="0 0 22 22" aria-hidden="true">
      {supplyParts[symbol].map(({ path, fill, stroke, width }) => (
        <path
          key={path}
          d={path}
          fill={fill === undefined ? 'none' : `var(${fill})`}
          stroke={stroke === undefined ? 'none' : `var(${stroke})`}
          strokeWidth={width}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  )
}
