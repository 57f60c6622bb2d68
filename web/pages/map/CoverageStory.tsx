import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { MunicipalityCode } from '#events/identifiers'
import type { Answer } from '../../api.ts'
import { date, none, number, percent } from '../../format.ts'
import type { Target } from '../../map/selection.ts'
import { Failed } from '../../parts/Failed.tsx'
import { Select } from '../../parts/Select.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { CoverageProof } from './CoverageProof.tsx'
import { OutsideLimit } from './OutsideLimit.tsx'
import { useCoveragePlace } from './useCoverage.ts'
import { useCoverageWords } from './useCoverageWords.ts'
import { useUsersWords } from './useUsersWords.ts'

/** How one municipality is covered, and the story of one place in it: the nearest three, and what would cover it. */
export function CoverageStory({
  code,
  coverage,
  onSelect,
}: {
  readonly code: MunicipalityCode
  readonly coverage: Answer<'coverage'>
  readonly onSelect: (target: Target) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCoverageWords()
  const users = useUsersWords()
  const place = useCoveragePlace(true, code)
  const row = coverage.rows.find(({ municipality }) => municipality === code)
  if (row === undefined) return null
  const { max, unit, usesGroup } = coverage
  const subject = words.subject(coverage)
  const headline = t('coverage.story.headline', { limit: words.limit(max, unit) })
  return (
    <section className="inspector-section coverage-story">
      <h3>{usesGroup ? t('coverage.title', { group: subject }) : t('coverage.titleService', { service: subject })}</h3>
      <p className="headline">
        <strong>{row.look === 'unknown' ? t('coverage.look.unknownShort') : percent(row.share, language, 1)}</strong>
        <span>
          {row.look === 'unreachable' ? t('coverage.look.unreachable') : headline}{' '}
          <CoverageProof
            answer={{ ...coverage, measure: 'share', total: row }}
            figure="value"
            what={`${row.name}: ${percent(row.share, language, 1)} ${headline}`}
          />
          {row.look !== 'unknown' && (
            <>
              <br />
              <OutsideLimit reached={row} withOffers={false} />
            </>
          )}
        </span>
      </p>
      <dl className="facts">
        <div>
          <dt>{t('coverage.story.mean')}</dt>
          <dd>{words.cost(row.meanCost, unit)}</dd>
        </div>
        <div>
          <dt>{t('coverage.story.persons')}</dt>
          <dd>{number(row.persons, language)}</dd>
        </div>
        {row.users !== null && (
          <>
            <div>
              <dt>{t('coverage.users.title')}</dt>
              <dd title={users.full(row.users.told)}>{users.plain(row.users.told)}</dd>
            </div>
            <div>
              <dt>
                {t('coverage.users.within')}{' '}
                <CoverageProof
                  answer={{ ...coverage, total: row }}
                  users={row.users}
                  figure="users"
                  what={`${row.name}: ${t('coverage.users.total', { people: users.plain(row.users.told), within: users.within(row.users) })}`}
                />
              </dt>
              <dd title={users.full(row.users.within)}>{users.within(row.users)}</dd>
            </div>
          </>
        )}
      </dl>
      {place.isError && <Failed error={place.error} onRetry={() => void place.refetch()} />}
      {place.data === undefined ? (
        !place.isError && <Skeleton rows={4} />
      ) : (
        <Place place={place.data} coverage={coverage} onSelect={onSelect} />
      )}
    </section>
  )
}

type PlaceAnswer = Answer<'coveragePlace'>

function Place({
  place,
  coverage,
  onSelect,
}: {
  readonly place: PlaceAnswer
  readonly coverage: Answer<'coverage'>
  readonly onSelect: (target: Target) => void
}) {
  const { t } = useTranslation()
  const words = useCoverageWords()
  const { max, unit } = coverage
  const limit = words.limit(max, unit)
  const nearest = t(`coverage.story.${place.nearest.length === 3 ? 'nearestThree' : 'nearest'}`)
  return (
    <>
      <PlacePicker place={place} />
      {!place.hasRoad ? (
        <p>{t('coverage.story.noRoad')}</p>
      ) : (
        <>
          <p>{t(place.isCovered ? 'coverage.story.covered' : 'coverage.story.uncovered', { limit })}</p>
          <h4 className="meta">
            {nearest} <CoverageProof answer={coverage} figure="place" what={nearest} />
          </h4>
          {place.nearest.length === 0 ? (
            <p>{t(place.unreachable > 0 ? 'coverage.story.noWay' : 'coverage.story.nobody')}</p>
          ) : (
            <ul className="place-list">
              {place.nearest.map(({ kind, id, name, cost }) => (
                <li key={`${kind} ${id} ${cost}`}>
                  {id === null ? (
                    <strong>{name}</strong>
                  ) : (
                    <button
                      type="button"
                      onClick={() => onSelect({ kind: kind === 'school' ? 'school' : 'clinic', id })}
                    >
                      <strong>{name}</strong>
                    </button>
                  )}
                  <span className="place-figure">{words.cost(cost, unit)}</span>
                </li>
              ))}
            </ul>
          )}
          <dl className="facts">
            <div>
              <dt>
                {t('coverage.story.crowding')}{' '}
                <CoverageProof
                  answer={{ ...coverage, measure: 'crowding' }}
                  figure="value"
                  what={t('coverage.story.crowding')}
                />
              </dt>
              <dd>
                {place.crowding === null ? none : t('coverage.aboutCrowding', { score: words.score(place.crowding) })}
              </dd>
            </div>
          </dl>
          {!place.isCovered && <WouldCover place={place} service={coverage.service} onSelect={onSelect} />}
        </>
      )}
    </>
  )
}

function WouldCover({
  place,
  service,
  onSelect,
}: {
  readonly place: PlaceAnswer
  readonly service: Answer<'coverage'>['service']
  readonly onSelect: (target: Target) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useCoverageWords()
  const { wouldCover, notCounted, inGrace, unit } = place
  const byClinics = service === 'home' || service === 'children' ? service : 'clinic'
  return (
    <>
      <h4 className="meta">{t('coverage.story.would')}</h4>
      {inGrace.map(({ kind, id, name, cost, until }) => (
        <p key={`${kind} ${id} ${cost}`}>
          {t('coverage.story.wouldGrace', {
            name,
            until: until === null ? none : date(until, language),
            cost: words.cost(cost, unit),
          })}
        </p>
      ))}
      {wouldCover !== null && (
        <p>
          {t(`coverage.story.wouldClinic.${byClinics}`, {
            name: wouldCover.name,
            cost: words.cost(wouldCover.cost, unit),
          })}{' '}
          <button
            type="button"
            className="link-button accent"
            onClick={() => onSelect({ kind: 'clinic', id: wouldCover.clinic })}
          >
            {t('map.table.open')}
          </button>
        </p>
      )}
      {notCounted !== null && (
        <p>
          {t('coverage.story.notCounted', {
            name: notCounted.name,
            cost: words.cost(notCounted.cost, unit),
            reason: t(`coverage.reason.${notCounted.reason}`, { until: none }),
          })}
        </p>
      )}
      {wouldCover === null && notCounted === null && inGrace.length === 0 && (
        <p>{t(`coverage.story.wouldNothing.${service}`)}</p>
      )}
    </>
  )
}

/** The place in the address bar, chosen among the municipality's towns; the map's own click gives any other point. */
function PlacePicker({ place }: { readonly place: PlaceAnswer }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const navigate = useNavigate({ from: '/kort' })
  const { fromKind, fromPosition, towns } = place
  const text = ([lng, lat]: readonly [number, number]) => `${lng},${lat}`
  const point = `${number(fromPosition[1], language, 3)}; ${number(fromPosition[0], language, 3)}`
  const options = [
    ...(fromKind === 'point'
      ? [{ value: text(fromPosition), label: t('coverage.story.placePoint', { position: point }) }]
      : fromKind === 'square'
        ? [{ value: text(fromPosition), label: t('coverage.story.placeSquare') }]
        : []),
    ...towns.map(({ name, position }) => ({ value: text(position), label: name })),
  ]
  return (
    <div className="place-tools">
      <Select
        label={t('coverage.story.place')}
        showLabel
        value={text(fromPosition)}
        options={options}
        onChange={(at) => void navigate({ search: (was) => ({ ...was, at }), replace: true })}
      />
      <p className="meta">{t('coverage.story.hint')}</p>
    </div>
  )
}
