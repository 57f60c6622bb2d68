import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../api.ts'
import { Sheet } from '../../parts/Sheet.tsx'
import { useWords } from '../../text/words.ts'

/** One letter, word for word: as it was handed over, or as it would read now. */
export function LetterSheet({
  row,
  name,
  open,
  onClose,
}: {
  readonly row: Answer<'outbox'>['rows'][number]
  /** Name of the municipality. */
  readonly name: string
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const { letter, state, to } = row
  const hasLeft = state === 'sent' || state === 'unsure'
  return (
    <Sheet
      title={t('hearings.outbox.letterTitle', { kind: words.letter(row.kind), municipality: name })}
      open={open}
      onClose={onClose}
    >
      <p className="muted">{t(hasLeft ? 'hearings.outbox.asSent' : 'hearings.outbox.asNow')}</p>
      {letter === null ? (
        <p>{t('hearings.outbox.noLetter')}</p>
      ) : (
        <>
          <dl className="pairs">
            {to !== null && (
              <div>
                <dt>{t('hearings.outbox.to')}</dt>
                <dd>{to}</dd>
              </div>
            )}
            <div>
              <dt>{t('hearings.outbox.subject')}</dt>
              <dd lang="da">{letter.subject}</dd>
            </div>
          </dl>
          <p className="letter-text" lang="da">
            {letter.text}
          </p>
        </>
      )}
      <Link
        to="/sager/$case/bilag"
        params={{ case: row.case }}
        search={{ kind: 'hearing', municipality: row.municipality }}
      >
        {t('hearings.outbox.printed')}
      </Link>
    </Sheet>
  )
}
