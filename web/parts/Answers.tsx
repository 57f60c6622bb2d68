import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { ConsultationRow } from '#api/views/case'
import { date } from '../format.ts'
import { useLanguage } from '../text/i18n.ts'
import { useWords } from '../text/words.ts'
import { Icon } from './Icon.tsx'
import { useFileSize } from './useFileSize.ts'

/** Every answer of a hearing, the latest first; an answer is never edited, so the replaced ones stay and say so. */
export function Answers({ hearing }: { readonly hearing: z.infer<typeof ConsultationRow> }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const sizeOf = useFileSize()
  return (
    <ol className="answers">
      {hearing.answers.map((answer, index) => (
        <li key={`${answer.answeredOn} ${answer.position} ${answer.text}`} className={index === 0 ? '' : 'answer-old'}>
          <p className="answer-head">
            <strong>{words.position(answer.position)}</strong>
            {answer.late && <span className="late">{t('consultations.reply.late')}</span>}
            {index > 0 && <span className="muted">{t('consultations.reply.replaced')}</span>}
          </p>
          <p className="answer-text">{answer.text === '' ? t('consultations.reply.noText') : answer.text}</p>
          {answer.topics.length > 0 && (
            <p className="muted">
              {t('hearings.reply.topics')}: {answer.topics.map(words.topic).join(', ')}
            </p>
          )}
          {answer.attachments.map(({ hash, name, size }) => (
            <p key={`${hash} ${name}`} className="answer-file">
              <a href={`/api/attachments/${hash}?case=${hearing.case}`} download={name}>
                <Icon name="file" size={14} /> {name}
              </a>{' '}
              <span className="muted">{sizeOf(size)}</span>
            </p>
          ))}
          {answer.counterProposal !== null && (
            <p>{t('hearings.reply.counterOf', { name: answer.counterProposal.name })}</p>
          )}
          <p className="muted">
            {t('consultations.reply.answeredOn', { date: date(answer.answeredOn, language) })}.{' '}
            {t('consultations.reply.cameBy', { way: t(`cases.cameBy.${answer.cameBy}`) })}
          </p>
        </li>
      ))}
    </ol>
  )
}
