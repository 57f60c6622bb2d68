import { useTranslation } from 'react-i18next'
import type { Strength } from '#events/finding'

/** How binding a rule is, with what that means on hover. */
export function StrengthTag({ strength }: { readonly strength: Strength }) {
  const { t } = useTranslation()
  return (
    <span className="tag" title={t(`shell.strengthNote.${strength}`)}>
      {t(`shell.strength.${strength}`)}
    </span>
  )
}
