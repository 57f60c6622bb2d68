import { useTranslation } from 'react-i18next'
import type { Source } from '#events/finding'
import { useWords } from '../text/words.ts'
import { Icon } from './Icon.tsx'

/** Where a figure or a rule comes from: document and section, a link where it is public. */
export function SourceLine({ source }: { readonly source: Source }) {
  const { t } = useTranslation()
  const words = useWords()
  const title = [t(`shell.source.${source.kind}`), words.sourceTitle(source), words.section(source.section)]
    .filter(Boolean)
    .join(', ')
  return (
    <span className="source-line">
      <Icon name="source" size={14} />
      {source.url === undefined ? (
        title
      ) : (
        <a href={source.url} rel="noreferrer" target="_blank">
          {title}
        </a>
      )}
    </span>
  )
}
