import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../parts/announce.ts'
import { useAreaNames } from '../../parts/areaNames.ts'
import { Button, IconButton } from '../../parts/Button.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { Select } from '../../parts/Select.tsx'
import { useCommand } from '../../parts/useCommand.ts'
import { useAreas } from '../../shell/scope.ts'
import type { Scenario } from './scenarioAnswer.ts'
import { holds, type Reader, readersOf, sharesNothingNew } from './shareDraft.ts'

const roles = ['secretariat', 'committee', 'planner', 'municipality'] as const satisfies readonly Reader['role'][]
const everywhere = 'all'
const nobody = ''

/** Who may look at a scenario, besides its owner: roles, in one organisation or in all. */
export function ShareScenario({
  scenario,
  open,
  onClose,
}: {
  readonly scenario: Scenario
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const names = useAreaNames()
  const regions = useAreas().data?.regions ?? []
  const share = useCommand('ShareScenario')
  const [readers, setReaders] = useState<readonly Reader[]>(scenario.sharedWith)
  const [role, setRole] = useState<Reader['role'] | typeof nobody>(nobody)
  const [organisation, setOrganisation] = useState(everywhere)
  const who = (one: Reader) =>
    one.organisation === null
      ? t('scenarios.share.everywhere', { role: t(`shell.role.${one.role}`) })
      : t('scenarios.share.own', {
          role: t(`shell.role.${one.role}`),
          organisation: names.municipality(one.organisation),
        })
  const organisations = role === 'municipality' ? names.municipalities : regions
  const chosen: Reader | null =
    role === nobody ? null : { role, organisation: organisation === everywhere ? null : organisation }
  const draft = { readers, chosen }
  const wanted = readersOf(draft)
  return (
    <FormSheet
      title={t('scenarios.share.title')}
      lead={t('scenarios.share.lead')}
      open={open}
      onClose={onClose}
      onSubmit={() =>
        share.send(
          { scenario: scenario.scenario, with: [...wanted] },
          {
            onDone: () => {
              announce(t('scenarios.share.done', { count: wanted.length }))
              onClose()
            },
          },
        )
      }
      submit={t('scenarios.share.submit')}
      busy={share.busy}
      error={share.error}
      notReady={sharesNothingNew(draft, scenario.sharedWith) ? t('scenarios.share.needReader') : undefined}
    >
      <fieldset>
        <legend>{t('scenarios.share.others')}</legend>
        {readers.length === 0 && <p className="panel-note">{t('scenarios.share.nobody')}</p>}
        <ul>
          {readers.map((one) => (
            <li key={`${one.role} ${one.organisation}`} className="lab-reader">
              <span>{who(one)}</span>
              <IconButton
                icon="close"
                size={14}
                label={t('scenarios.share.remove', { who: who(one) })}
                onPress={() => setReaders(readers.filter((other) => other !== one))}
              />
            </li>
          ))}
        </ul>
        <div className="lab-reader-new">
          <Select
            label={t('scenarios.share.role')}
            showLabel
            value={role}
            options={[
              { value: nobody, label: t('scenarios.share.choose') },
              ...roles.map((value) => ({ value, label: t(`shell.role.${value}`) })),
            ]}
            onChange={(value) => {
              setRole(value)
              setOrganisation(everywhere)
            }}
          />
          <Select
            label={t('scenarios.share.organisation')}
            showLabel
            value={organisation}
            disabled={role === nobody}
            options={[
              { value: everywhere, label: t('scenarios.share.all') },
              ...organisations.map(({ code, name }) => ({ value: code, label: name })),
            ]}
            onChange={setOrganisation}
          />
          <Button
            icon="plus"
            notReady={chosen === null || holds(readers, chosen)}
            onPress={() => {
              setReaders(wanted)
              setRole(nobody)
              setOrganisation(everywhere)
            }}
          >
            {t('scenarios.share.add')}
          </Button>
        </div>
      </fieldset>
    </FormSheet>
  )
}
