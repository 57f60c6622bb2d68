import { useTranslation } from 'react-i18next'
import type { Source } from '#events/finding'
import { Icon } from '../../parts/Icon.tsx'
import { SourceLine } from '../../parts/SourceLine.tsx'

/** Where the value comes from; an assumption is marked as a value without a source, by sign and word. */
export function ParameterSource({ source }: { readonly source: Source }) {
  const { t } = useTranslation()
  if (source.kind !== 'ASSUMPTION') return <SourceLine source={source} />
  return (
    <span className="no-source">
      <Icon name="warning" size={14} /> {t('rules.noSource')}
    </span>
  )
}
