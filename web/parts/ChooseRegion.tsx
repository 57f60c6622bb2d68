import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAreas, useScope } from '../shell/scope.ts'
import { EmptyState } from './EmptyState.tsx'
import type { IconName } from './Icon.tsx'

/** What a page that is about one region shows while the whole country is looked at: the regions to choose from. */
export function ChooseRegion({
  icon,
  title,
  text,
}: {
  readonly icon: IconName
  readonly title: string
  readonly text: string
}) {
  const { t } = useTranslation()
  const { setRegion } = useScope()
  const areas = useAreas().data
  return (
    <EmptyState icon={icon} title={title} text={text}>
      {areas?.regions.map(({ code, name }) => (
        <button key={code} type="button" className="button button-secondary" onClick={() => setRegion(code)}>
          {name}
        </button>
      ))}
      <Link to="/reform">{t('reform.link')}</Link>
    </EmptyState>
  )
}
