import { useTranslation } from 'react-i18next'
import { instant } from '../../format.ts'
import { Icon } from '../../parts/Icon.tsx'
import { useLanguage } from '../../text/i18n.ts'
import type { Replay } from './replayAnswer.ts'

/** Whether what the committee knew is what was sealed, and the digests for who wants to compare. */
export function SealLine({ seal }: { readonly seal: Replay['seal'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const at = seal.sealedAt === null ? '' : instant(seal.sealedAt, language)
  const state = seal.holds === null ? 'unsealed' : seal.holds ? 'holds' : 'broken'
  return (
    <div className={`seal seal-${state}`}>
      <p role={state === 'broken' ? 'alert' : undefined}>
        <Icon name={state === 'holds' ? 'lock' : state === 'broken' ? 'warning' : 'unlock'} size={16} />
        <span>{t(`rulings.replay.seal.${state}`, { at })}</span>
      </p>
      {seal.stored !== null && seal.again !== null && (
        <details>
          <summary>{t('rulings.replay.seal.digest')}</summary>
          <code>{seal.stored}</code>
          <p>
            {t('rulings.replay.seal.againIs')}: <code>{seal.again}</code>
          </p>
        </details>
      )}
    </div>
  )
}
