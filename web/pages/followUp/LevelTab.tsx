import { useTranslation } from 'react-i18next'
import { measured } from '#events/say/quantity'
import { kroner, none, percent, signed } from '../../format.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { useWords } from '../../text/words.ts'
import type { FollowUp, Told } from './answer.ts'
import { ToldVerdict } from './FindingCell.tsx'
import { FollowTable } from './FollowTable.tsx'

type Quote = FollowUp['level']['quotes'][number]

/** The region beside the country (R-26, R-20), and printed percentages beside our own division. */
export function LevelTab({ data }: { readonly data: FollowUp }) {
  const { t } = useTranslation()
  const { services, riding, quotes } = data.level
  return (
    <>
      <div className="level-cards">
        <Card title={t('followUp.level.services')} finding={services} instead={t('followUp.level.halfYear')} />
        <Card title={t('followUp.level.riding')} finding={riding} instead={t('followUp.noRules')} />
      </div>
      {quotes.length > 0 && <Quotes data={data} quotes={quotes} />}
    </>
  )
}

function Card({
  title,
  finding,
  instead,
}: {
  readonly title: string
  readonly finding: Told | null
  readonly instead: string
}) {
  const language = useLanguage()
  const words = useWords()
  return (
    <Panel title={title} {...(finding === null ? {} : { aside: <ToldVerdict finding={finding} /> })}>
      {finding === null ? (
        <p className="muted">{instead}</p>
      ) : (
        <>
          <p>{words.finding(finding)}</p>
          <dl className="facts">
            {finding.measured.map((measure) => (
              <div key={measure.key}>
                <dt>{words.measure(measure.key)}</dt>
                <dd>{measure.value === null ? none : measured(measure, measure.value, language)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Panel>
  )
}

function Quotes({ data, quotes }: { readonly data: FollowUp; readonly quotes: readonly Quote[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const share = (permille: number | null) => (permille === null ? none : percent(permille / 1000, language))
  const perUser = quotes.find(({ perUserPermille }) => perUserPermille !== null)
  const users = quotes.find(({ of, specialty }) => of === 'userShare' && specialty === perUser?.specialty)
  const difference = ({ differencePermille: by }: Quote) =>
    by === null
      ? none
      : by === 0
        ? t('followUp.level.same')
        : t('followUp.level.points', { points: signed(by / 10, language, 1) })
  return (
    <>
      <FollowTable
        data={data}
        tab="level"
        title={t('followUp.level.quotes')}
        rows={quotes}
        keyOf={({ of, specialty, since, period }) => `${of} ${specialty} ${since} ${period}`}
        none=""
        footer={t('followUp.level.quotesLead')}
        columns={[
          {
            title: t('followUp.level.figure'),
            text: ({ of, specialty, since, period }) =>
              `${t(`followUp.level.of.${of}`)}, ${t(`followUp.specialties.${specialty}`)}, ${since}–${period}`,
          },
          { title: t('followUp.level.from'), isNumber: true, text: ({ fromOere }) => kroner(fromOere, language) },
          { title: t('followUp.level.to'), isNumber: true, text: ({ toOere }) => kroner(toOere, language) },
          { title: t('followUp.level.published'), isNumber: true, text: ({ permille }) => share(permille) },
          {
            title: t('followUp.level.computed'),
            isNumber: true,
            text: ({ computedPermille }) => share(computedPermille),
          },
          { title: t('followUp.level.difference'), text: difference },
          { title: t('followUp.level.source'), text: ({ source }) => source },
        ]}
      />
      {perUser !== undefined && users !== undefined && (
        <p className="muted">
          {t('followUp.level.perUser', {
            amount: share(perUser.permille),
            users: share(users.permille),
            perUser: share(perUser.perUserPermille),
          })}
        </p>
      )}
    </>
  )
}
