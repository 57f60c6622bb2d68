import { useTranslation } from 'react-i18next'

const widths = ['w-70', 'w-85', 'w-55', 'w-80', 'w-65', 'w-75']

/** Rows where content will be. Shown after 300 ms, so that a quick answer does not flash. */
export function Skeleton({ rows = 6 }: { readonly rows?: number }) {
  const { t } = useTranslation()
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{t('shell.state.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        // The rows never move: their place is their identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div className="skeleton-row" key={row} aria-hidden="true">
          <span className="skeleton-bar w-15" />
          <span className={`skeleton-bar ${widths[row % widths.length]}`} />
        </div>
      ))}
    </div>
  )
}
