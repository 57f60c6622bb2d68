import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Paper } from '#api/views/paper'
import { RequestError } from '../../api.ts'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { PaperSheet } from './PaperSheet.tsx'

/** A paper under its tools: the way back, which paper, and the files of the very paper that is shown. */
export function PaperShown({
  title,
  tools,
  paper,
  error,
  onRetry,
  pdf,
  files,
}: {
  readonly title: string
  readonly tools: ReactNode
  readonly paper: Paper | undefined
  readonly error: Error | null
  readonly onRetry: () => void
  /** Address of the PDF. */
  readonly pdf: string
  readonly files?: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <div className="page page-wide paper-page">
      <header className="paper-tools">
        {tools}
        {paper !== undefined && (
          <div className="paper-files">
            <a className="button button-primary" href={pdf}>
              {t('papers.pdf')}
            </a>
            <Button onPress={() => window.print()}>{t('papers.print')}</Button>
            {files}
          </div>
        )}
      </header>
      {paper !== undefined ? (
        <PaperSheet paper={paper} />
      ) : error instanceof RequestError && error.problem.status === 404 ? (
        <EmptyState icon="file" title={t('papers.missing')} text={title} />
      ) : error !== null ? (
        <Failed error={error} onRetry={onRetry} />
      ) : (
        <div role="status" aria-label={t('papers.making')}>
          <Skeleton rows={12} />
        </div>
      )}
    </div>
  )
}

/** What was asked for with the two times of the paper that came, so that a file is of that paper. */
export function fixedAt(asked: Readonly<Record<string, string>>, paper: Paper | undefined): URLSearchParams {
  const times = paper === undefined ? {} : { asOf: paper.stamp.effectiveOn, asKnownAt: paper.stamp.recordedAt }
  return new URLSearchParams({ ...asked, ...times })
}
