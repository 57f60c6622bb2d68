import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../parts/announce.ts'
import { Button } from '../../parts/Button.tsx'
import { Icon } from '../../parts/Icon.tsx'
import { More } from '../../parts/More.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useWriting } from '../../parts/useWriting.ts'
import { WriteButton } from '../../parts/WriteButton.tsx'
import { ArchiveScenario } from './ArchiveScenario.tsx'
import { RenameScenario } from './RenameScenario.tsx'
import { ShareScenario } from './ShareScenario.tsx'
import type { Scenario } from './scenarioAnswer.ts'
import { scenarioId } from './scenarioId.ts'

/** What is done with a scenario as a whole: shared, copied, put away. Whoever may look may copy. */
export function ScenarioActions({ scenario, why }: { readonly scenario: Scenario; readonly why: string | undefined }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const copy = useCommand('CreateScenario')
  const whyNotCopy = useWriting()('scenario.use')
  const [sheet, setSheet] = useState<'share' | 'archive' | 'rename'>()
  const close = () => setSheet(undefined)
  const copied = () => {
    const id = scenarioId()
    const name = t('scenarios.copy.name', { name: scenario.name }).slice(0, 120)
    copy.send(
      {
        ...{ scenario: id, name, note: scenario.note, asOf: scenario.asOf, copiedFrom: scenario.scenario },
        changes: scenario.changes.map(({ change, command, on, comment }) => ({ change, command, on, comment })),
        locks: scenario.locks,
      },
      {
        onDone: () => {
          announce(t('scenarios.copy.done', { name }))
          void navigate({ to: '/lofter/$scenario', params: { scenario: id } })
        },
      },
    )
  }
  return (
    <>
      <More label={t('shell.more')}>
        {why === undefined && (
          <Button icon="edit" onPress={() => setSheet('rename')}>
            {t('laboratory.head.rename')}
          </Button>
        )}
        <a className="button button-secondary" href={`/api/scenarios/${scenario.scenario}/file`} download>
          <Icon name="download" /> {t('laboratory.head.file')}
        </a>
        <WriteButton icon="layers" why={whyNotCopy} busy={copy.busy} onPress={copied}>
          {t('scenarios.copy.button')}
        </WriteButton>
        {scenario.mine && (
          <>
            <WriteButton icon="user" why={why} onPress={() => setSheet('share')}>
              {t('scenarios.share.button')}
            </WriteButton>
            <WriteButton icon="inbox" why={why} onPress={() => setSheet('archive')}>
              {t('scenarios.archive.button')}
            </WriteButton>
          </>
        )}
      </More>
      <Refused error={copy.error} />
      <RenameScenario key={`rename ${sheet}`} scenario={scenario} open={sheet === 'rename'} onClose={close} />
      <ShareScenario key={`share ${sheet}`} scenario={scenario} open={sheet === 'share'} onClose={close} />
      <ArchiveScenario scenario={scenario} open={sheet === 'archive'} onClose={close} />
    </>
  )
}
