import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { date } from '../../format.ts'
import { supplyParts } from '../../map/supplyImages.ts'
import type { SupplySymbol } from '../../map/supplySymbols.ts'
import { useLanguage } from '../../text/i18n.ts'

type Coverage = Answer<'coverage'>

/** The symbols that the map shows now, in words, and everybody who is known and does not count with the reason. */
export function CoverageSymbols({ answer }: { readonly answer: Coverage }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { sites, uncounted, offers } = answer
  const shown: readonly SupplySymbol[] = [
    ...new Set(sites.map(({ kind }) => kind)),
    ...(uncounted.some(({ reason }) => reason === 'grace') ? ['grace' as const] : []),
    ...(uncounted.some(({ reason }) => reason !== 'grace') ? ['out' as const] : []),
    ...(offers.length > 0 ? ['offer' as const] : []),
  ]
  return (
    <>
      <ul className="legend-keys supply-keys">
        {shown.map((symbol) => (
          <li key={symbol}>
            <SupplyIcon symbol={symbol} />
            {t(`coverage.symbols.${symbol}`)}
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
