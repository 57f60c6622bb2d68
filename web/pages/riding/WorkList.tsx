import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { percent } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { filtered, type Riding } from './agreements.ts'

/** R-19 as a list of work: how far the documentation is, and what each remaining agreement lacks. */
export function WorkList({ data }: { readonly data: Riding }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const { of, documented, targetPercent } = data.documented
  const left = filtered(data.rows, 'undocumented')
  const share = t('riding.work.share', {
    documented,
    of,
    percent: percent(of === 0 ? null : documented / of, language, 0),
  })
  return (
    <Panel
      title={t('riding.work.title')}
      aside={targetPercent !== null && t('riding.work.target', { percent: percent(targetPercent / 100, language, 0) })}
    >
      {of === 0 ? (
        <p className="muted">{t('riding.work.noAgreements')}</p>
      ) : (
        <div className="work-progress">
          <progress max={of} value={documented} aria-label={t('riding.work.title')} />
          <strong>{share}</strong>
        </div>
      )}
      {of > 0 && left.length === 0 && <p className="muted">{t('riding.work.none')}</p>}
      <ul className="work-list">
        {left.map((row) => (
          <li key={row.agreement}>
            <Link
              to="/ridefysioterapi"
              search={(was) => ({ ...was, sel: row.agreement, filter: undefined })}
              hash={`agreement-${row.agreement}`}
              aria-label={t('riding.work.open', { school: row.schoolName })}
            >
              <Icon name="file" size={14} />
              {row.schoolName}
            </Link>
            <span className="row-place">{names.municipality(row.municipality)}</span>
            <span className="muted">
              {t('riding.work.missing', {
                what: row.undocumented.map((what) => t(`riding.work.what.${what}`)).join(', '),
              })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
