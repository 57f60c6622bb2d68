import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../parts/Sheet.tsx'
import { Switch } from '../parts/Switch.tsx'
import { setSingleKeys, singleKeysOn, useKey } from './keys.ts'

const rows = [
  ['/', 'search'],
  ['T', 'table'],
  ['L', 'layers'],
  ['← ↑ → ↓', 'arrows'],
  ['Enter, Esc', 'select'],
  ['+ − 0', 'zoom'],
  ['[ ]', 'events'],
  ['← →', 'time'],
  ['?', 'sheet'],
] as const

/** The list of shortcuts, opened by `?`, and the switch that turns single letters off. */
export function Shortcuts() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [on, setOn] = useState(singleKeysOn)
  useKey('?', () => setOpen(true))
  return (
    <Sheet title={t('shell.shortcuts.title')} open={open} onClose={() => setOpen(false)}>
      <dl className="shortcuts">
        {rows.map(([keys, text]) => (
          <div key={text}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(`shell.shortcuts.${text}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label={t('shell.shortcuts.enabled')}
        on={on}
        onChange={(next) => {
          setSingleKeys(next)
          setOn(next)
        }}
      />
      <p className="meta">{t('shell.shortcuts.note')}</p>
    </Sheet>
  )
}
