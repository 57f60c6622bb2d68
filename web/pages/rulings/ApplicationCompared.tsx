import { useTranslation } from 'react-i18next'
import { type Fact, factsOf } from '#events/say/caseFacts'
import { date, none } from '../../format.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { BeforeAfter } from '../../parts/BeforeAfter.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { Compared, type ComparedRow } from './Compared.tsx'
import { causesOf, type Replay } from './replayAnswer.ts'

/** What was applied for, as it was known and as it is known now. */
export function ApplicationCompared({
  replay,
  onlyChanged,
}: {
  readonly replay: Replay
  readonly onlyChanged: boolean
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useAreaNames()
  const { known, now, changed, events } = replay.application
  const [before, after] = [factsOf(known, { language, names }), factsOf(now, { language, names })]
  const labels = [...new Set([...before, ...after].map(({ label }) => label))]
  const facts = labels.map((label): ComparedRow => {
    const [was, is] = [before, after].map((facts) => facts.find((fact) => fact.label === label))
    const parts = [...(was?.parts ?? []), ...(is?.parts ?? [])]
    return {
      key: label,
      label,
      known: <FactValue fact={was} />,
      now: <FactValue fact={is} />,
      changed: parts.some((part) => changed.includes(part)),
      events: causesOf(events, parts),
    }
  })
  const dates = (['receivedOn', 'wantedFrom'] as const).map(
    (part): ComparedRow => ({
      key: part,
      label: t(`cases.header.${part}`),
      known: date(known[part], language),
      now: date(now[part], language),
      changed: changed.includes(part),
      events: causesOf(events, [part]),
    }),
  )
  return (
    <Panel title={t('rulings.replay.application')} className="flush">
      <Compared caption={t('rulings.replay.application')} rows={[...facts, ...dates]} onlyChanged={onlyChanged} />
    </Panel>
  )
}

function FactValue({ fact }: { readonly fact: Fact | undefined }) {
  if (fact === undefined) return none
  return (
    <>
      {fact.before === undefined ? fact.after : <BeforeAfter before={fact.before} after={fact.after} />}
      {fact.note !== undefined && <span className="fact-note">{fact.note}</span>}
    </>
  )
}
