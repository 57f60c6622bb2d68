import './newCase.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { NoticeBoard } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useWriting } from '../../parts/useWriting.ts'
import { useSession } from '../../session.ts'
import { RelocationForm } from './RelocationForm.tsx'

/** Opening a case: a relocation, as the applicant stated it. */
export function NewCasePage() {
  const { t } = useTranslation()
  const session = useSession()
  const why = useWriting()('case.open')
  const { data, error, refetch } = useQuery(viewQuery('cases', { status: 'open' }))
  return (
    <Page title={t('cases.new.title')} lead={t('cases.new.lead')}>
      {error !== null ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : data === undefined || session === undefined ? (
        <Skeleton rows={10} />
      ) : why !== undefined ? (
        <EmptyState icon="lock" title={t('cases.new.notNow')} text={why} />
      ) : (
        <NoticeBoard>
          <RelocationForm
            today={session.today}
            author={session.user?.userId ?? 'public'}
            region={session.user?.organisation ?? ''}
            nextCase={data.nextCase}
          />
        </NoticeBoard>
      )}
    </Page>
  )
}
