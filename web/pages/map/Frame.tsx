import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../parts/announce.ts'
import { IconButton } from '../../parts/Button.tsx'
import { sessionQuery } from '../../session.ts'
import { useMoment } from '../../time/moment.ts'

/** The inspector's frame: eyebrow, title, copy link, close. On a phone it is a sheet that opens from the bottom. */
export function Frame({
  eyebrow,
  title,
  onClose,
  children,
}: {
  readonly eyebrow: string
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const copy = useCopyLink()
  return (
    <aside className="map-panel inspector" aria-label={t('map.inspector.label')}>
      <header className="inspector-head">
        <div>
          <p className="meta">{eyebrow}</p>
          <h2>{title}</h2>
        </div>
        <IconButton icon="link" label={t('shell.copyLink')} onPress={copy} />
        <IconButton icon="close" label={t('map.inspector.close')} onPress={onClose} />
      </header>
      {children}
    </aside>
  )
}

/** Copies the address with both times written out, so that the link shows the same picture tomorrow. */
function useCopyLink(): () => void {
  const { t } = useTranslation()
  const { on, asKnownAt } = useMoment()
  const client = useQueryClient()
  return () => {
    const url = new URL(location.href)
    // The service's clock, asked anew: what is known grows while the page stands open.
    void client.fetchQuery({ ...sessionQuery, staleTime: 0 }).then(({ now }) => {
      if (on !== undefined) url.searchParams.set('asOf', on)
      url.searchParams.set('asKnownAt', asKnownAt ?? now)
      return navigator.clipboard.writeText(url.href).then(() => announce(t('shell.linkCopied')))
    })
  }
}
