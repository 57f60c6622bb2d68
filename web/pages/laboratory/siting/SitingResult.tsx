import { useTranslation } from 'react-i18next'
import { none, number, percent } from '../../../format.ts'
import { useAreaNames } from '../../../parts/areaNames.ts'
import { VerdictIcon } from '../../../parts/Verdict.tsx'
import { useLanguage } from '../../../text/i18n.ts'
import { pointLine } from '../typedPoints.ts'
import type { Siting, Solved } from './sitingAsked.ts'

/** The answer in words and figures: what it is about before and after, how good it is known to be, and the places. */
export function SitingResult({ answer }: { readonly answer: Siting }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { result, candidates } = answer
  if (result.state === 'refused') {
    const said = (name: string) => number(result.params[name] ?? null, language)
    return (
      <p className="siting-said" role="status">
        <VerdictIcon outcome="needs-information" size={16} />{' '}
        {t(`siting.refused.${result.reason}`, {
          candidates: said('candidates'),
          sites: said('sites'),
          people: said('people'),
          squares: said('squares'),
          needed: said('needed'),
          room: said('room'),
          short: said('short'),
          pairs: said('pairs'),
          most: said('most'),
        })}
      </p>
    )
  }
  return (
    <>
      <Goodness answer={answer} result={result} />
      <Figures answer={answer} result={result} />
      {candidates.withoutRoad > 0 && (
        <p className="panel-note">{t('siting.withoutRoad', { count: candidates.withoutRoad })}</p>
      )}
      {result.chosen.length === 0 ? (
        <p>{t('siting.noneNeeded')}</p>
      ) : (
        <Places result={result} hasCapacity={answer.capacity !== null} />
      )}
    </>
  )
}

function Goodness({ answer, result }: { readonly answer: Siting; readonly result: Solved }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { value, bound, gap, proven, equalOptima, other, searched, leftOut } = result
  const { question, max, seconds, leastSeconds } = answer
  const nameOf = usePlaceName()
  const said = (amount: number) =>
    question === 'cover' || question === 'full'
      ? number(Math.round(amount), language)
      : t('siting.minutes', { value: number(amount, language, 1) })
  return (
    <div className="siting-said" role="status">
      <p>
        {t(`siting.value.${question}`, { max })}: <strong>{said(value)}</strong>
      </p>
      <p>
        <VerdictIcon outcome={proven ? 'pass' : 'needs-information'} size={14} />{' '}
        {proven
          ? t('siting.proven')
          : t('siting.notProven', {
              ...{ bound: said(bound), gap: percent(gap, language), seconds, least: leastSeconds },
              searched: number(searched, language, 1),
            })}{' '}
        {other === null
          ? t(`siting.equal.${equalOptima === 'none' ? 'none' : 'unknown'}`)
          : t('siting.equal.exist', { places: other.map(nameOf).join(' · ') })}
      </p>
      {!(result.before.isLeast && result.after.isLeast) && <p>{t('siting.notLeast')}</p>}
      {leftOut.squares > 0 && (
        <p>
          {t('siting.leftOut', {
            people: number(leftOut.people, language),
            squares: number(leftOut.squares, language),
          })}
        </p>
      )}
    </div>
  )
}

/** What a place is called: a point has no name of its own. */
function usePlaceName() {
  const { t } = useTranslation()
  return ({ name, position }: Pick<Solved['chosen'][number], 'name' | 'position'>) =>
    name ?? t('siting.point', { at: pointLine(position) })
}

function Figures({
  answer: { max, capacity },
  result: { before, after },
}: {
  readonly answer: Siting
  readonly result: Solved
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const minutes = (value: number | null) =>
    value === null ? none : t('siting.minutes', { value: number(value, language, 1) })
  const people = (value: number) => number(value, language)
  const rows = [
    { word: t('siting.mean'), was: minutes(before.meanMinutes), is: minutes(after.meanMinutes) },
    { word: t('siting.worst'), was: minutes(before.worstMinutes), is: minutes(after.worstMinutes) },
    { word: t('siting.within', { max }), was: people(before.within), is: people(after.within) },
    {
      word: t(capacity === null ? 'siting.unreached' : 'siting.noRoom'),
      was: people(before.unreached),
      is: people(after.unreached),
    },
  ]
  return (
    <table className="data-table siting-figures">
      <thead>
        <tr>
          <th scope="col">{t('siting.figure')}</th>
          <th scope="col" className="num">
            {t('siting.before')}
          </th>
          <th scope="col" className="num">
            {t('siting.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ word, was, is }) => (
          <tr key={word}>
            <th scope="row">{word}</th>
            <td className="num">{was}</td>
            <td className="num">{is}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Places({
  result: { chosen },
  hasCapacity,
}: {
  readonly result: Solved
  /** Each site serves those whom it has room for, and not all whom it is nearest to. */
  readonly hasCapacity: boolean
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const nameOf = usePlaceName()
  return (
    <ol className="siting-places" aria-label={t('siting.result')}>
      {chosen.map((site, at) => (
        <li key={site.id ?? site.position.join()}>
          <span className="siting-number" aria-hidden="true">
            {at + 1}
          </span>
          <span className="cell-main">{nameOf(site)}</span>
          <span className="cell-sub">
            {[
              t(`siting.kind.${site.kind}`),
              ...(site.municipality === null ? [] : [names.municipality(site.municipality)]),
            ].join(' · ')}
          </span>
          <span className="cell-sub">
            {t(hasCapacity ? 'siting.serves' : 'siting.nearestTo')}{' '}
            {t('siting.people', { value: number(site.people, language) })}
          </span>
        </li>
      ))}
    </ol>
  )
}
