import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { LongAnswer } from '../../parts/LongAnswer.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useLasting } from '../../parts/useLasting.ts'
import type { Boards } from './useBoards.ts'

/** The board before it is there: its shape, after a while how far it has come and how to stop it, or what went wrong. */
export function BoardOnItsWay({ boards }: { readonly boards: Boards }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [cancelled, setCancelled] = useState(false)
  const isLong = useLasting(boards.error === null && !cancelled)
  if (boards.error !== null)
    return (
      <section className="panel">
        <Failed error={boards.error} onRetry={boards.retry} />
      </section>
    )
  if (cancelled)
    return (
      <section className="panel">
        <EmptyState icon="table" title={t('caps.wait.cancelled')} text={t('caps.wait.cancelledText')}>
          <Button
            kind="primary"
            onPress={() => {
              setCancelled(false)
              boards.retry()
            }}
          >
            {t('caps.wait.again')}
          </Button>
        </EmptyState>
      </section>
    )
  return (
    <section className="panel">
      {isLong && (
        <LongAnswer
          view="caps"
          preparing={t('caps.wait.preparing')}
          onCancel={() => {
            setCancelled(true)
            void client.cancelQueries({ queryKey: ['view', 'caps'] })
          }}
        />
      )}
      <Skeleton rows={12} />
    </section>
  )
}
