import { caseNumber } from '#events/say/caseNumber'
import './newCase.css'
import './change.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { viewQuery } from '../../api.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { NoticeBoard } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useWriting } from '../../parts/useWriting.ts'
import { useSession } from '../../session.ts'
import { useWords } from '../../text/words.ts'
import { forms } from './application/forms.ts'
import { OpenCaseForm } from './application/OpenCaseForm.tsx'
import { TypeChoice } from './application/TypeChoice.tsx'

/** Opening a case: first which application it is, then what the applicant stated. */
export function NewCasePage() {
  const { t } = useTranslation()
  const words = useWords()
  const session = useSession()
  const navigate = useNavigate({ from: '/sager/ny' })
  const { type, about, relation: kind = 'amendment' } = useSearch({ from: '/sager/ny' })
  const why = useWriting()('case.open')
  const { data, error, refetch } = useQuery(viewQuery('cases', { status: 'open' }))
  const title = type === undefined ? t('cases.new.title') : `${t('cases.new.title')}: ${words.type(type)}`
  return (
    <Page title={title} lead={t('cases.new.lead')}>
      {error !== null ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : data === undefined || session === undefined ? (
        <Skeleton rows={10} />
      ) : why !== undefined ? (
        <EmptyState icon="lock" title={t('cases.new.notNow')} text={why} />
      ) : type === undefined ? (
        <TypeChoice onChoose={(chosen) => void navigate({ search: (was) => ({ ...was, type: chosen }) })} />
      ) : (
        <NoticeBoard>
          <Link to="/sager/ny" search={(was) => ({ ...was, type: undefined })} className="other-type">
            {t('cases.new.otherType')}
          </Link>
          {about !== undefined && (
            <p className="statement">{t(`caseLife.open.note.${kind}`, { number: caseNumber(about) })}</p>
          )}
          <OpenCaseForm
            key={type}
            form={forms[type]}
            today={session.today}
            author={session.user?.userId ?? 'public'}
            region={session.user?.organisation ?? ''}
            nextCase={data.nextCase}
            relates={about === undefined ? null : { kind, case: about }}
          />
        </NoticeBoard>
      )}
    </Page>
  )
}
