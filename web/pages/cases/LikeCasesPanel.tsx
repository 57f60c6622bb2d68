import './likeCases.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Answer, viewQuery } from '../../api.ts'
import { date } from '../../format.ts'
import { Button } from '../../parts/Button.tsx'
import { Failed } from '../../parts/Failed.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import type { CaseFile } from './caseFile.ts'
import { useLikeWords } from './useLikeWords.ts'

type LikeCase = Answer<'likeCases'>['rows'][number]

/** Like cases shown before the rest is asked for. */
const FIRST = 3

/** Earlier rulings on the same kind of application, with what they have in common with this one in plain words. */
export function LikeCasesPanel({ file }: { readonly file: CaseFile }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const { data, error, refetch } = useQuery(viewQuery('likeCases', { case: file.row.case }))
  const rows = data?.rows ?? []
  const shown = all ? rows : rows.slice(0, FIRST)
  return (
    <Panel
      title={t('rulings.like.title')}
      aside={<Link to="/sager/afgoerelser">{t('rulings.list.link')}</Link>}
      className="like-panel"
    >
      {error !== null ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton rows={3} />
      ) : rows.length === 0 ? (
        <p className="panel-note">{t('rulings.like.none')}</p>
      ) : (
        <>
          <p className="panel-note">
            {t('rulings.like.lead')} {t('rulings.like.examined', { count: data.examined })}
          </p>
          <ul className="like-cases">
            {shown.map((one) => (
              <LikeCaseView key={`${one.committee} ${one.number}`} one={one} />
            ))}
          </ul>
          {shown.length < rows.length && (
            <Button kind="text" onPress={() => setAll(true)}>
              {t('rulings.like.all', { count: rows.length })}
            </Button>
          )}
        </>
      )}
    </Panel>
  )
}

function LikeCaseView({ one }: { readonly one: LikeCase }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useWords()
  const say = useLikeWords()
  const [open, setOpen] = useState(false)
  const { agrees, differs } = say(one)
  return (
    <li>
      <p className="like-head">
        <Link to="/sager/$case/afgoerelse" params={{ case: one.case }} search={{ ruling: one.number }}>
          {one.caseNumber}
        </Link>
        <strong className={`ruled ruled-${one.outcome}`}>{words.ruling(one.outcome)}</strong>
        <span className="muted">{date(one.ruledOn, language)}</span>
        {one.close && <span className="tag">{t('rulings.like.close')}</span>}
      </p>
      <p>
        <span className="muted">{t('rulings.like.agrees')}:</span> {agrees.join(', ') || t('rulings.like.nothing')}.
        {differs.length > 0 && (
          <>
            {' '}
            <span className="muted">{t('rulings.like.differs')}:</span> {differs.join(', ')}.
          </>
        )}
      </p>
      {open && (
        <div className="like-said">
          <p>{one.reasons}</p>
          {one.conditions.length > 0 && (
            <ul className="conditions-list">
              {one.conditions.map((condition) => (
                <li key={condition}>{condition}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      <Button
        kind="text"
        aria-expanded={open}
        aria-label={`${t(open ? 'rulings.like.fewer' : 'rulings.like.more')}, ${one.caseNumber}`}
        onPress={() => setOpen(!open)}
      >
        {t(open ? 'rulings.like.fewer' : 'rulings.like.more')}
      </Button>
    </li>
  )
}
