import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CapBasis } from '#api/views/caps'
import { number } from '../../format.ts'
import { Button, IconButton } from '../../parts/Button.tsx'
import { useLanguage } from '../../text/i18n.ts'
import { type CapArea, capBy, cellOf } from '../caps/capsAnswer.ts'
import { useGroupName } from '../caps/useGroupName.ts'
import { useToldWords } from '../caps/useToldWords.ts'
import type { MatrixCell } from './matrix.ts'
import { givenCap, maxCap } from './pasted.ts'

/** How an editor was left: with a cap or without, and where the focus goes on to. */
export interface Edited {
  /** Undefined to leave the cell as it is; null to take the scenario's cap away. */
  readonly cap: number | null | undefined
  readonly onward: 'stay' | 'down' | 'right'
}

/** The stepper of one cell, beside it: the quota, a field with minus and plus, and what the cap would mean. */
export function CapEditor({
  cell,
  area,
  basis,
  typed,
  beside,
  onDone,
  onProof,
}: {
  readonly cell: MatrixCell
  readonly area: CapArea
  readonly basis: CapBasis
  /** What was typed over the cell; null when it was opened. */
  readonly typed: string | null
  /** Where it stands in the window, in pixels. */
  readonly beside: { readonly left: number; readonly top: number }
  readonly onDone: (edited: Edited) => void
  readonly onProof: () => void
}) {
  const { t } = useTranslation()
  const nameOf = useGroupName()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [text, setText] = useState(typed ?? cell.cap?.toString() ?? '')
  const given = givenCap(text)
  const wrong = given.kind === 'wrong' ? given.why : null
  useEffect(() => {
    input.current?.focus()
    if (typed === null) input.current?.select()
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [typed])
  const commit = (onward: Edited['onward']) => {
    if (given.kind !== 'wrong') onDone({ cap: given.kind === 'cap' ? given.cap : undefined, onward })
  }
  const step = (by: 1 | -1) => {
    const from = given.kind === 'cap' ? given.cap : (cell.cap ?? 0)
    setText(String(Math.min(maxCap, Math.max(0, from + by))))
  }
  const press = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      onDone({ cap: undefined, onward: 'stay' })
    }
  }
  const typing = (event: KeyboardEvent) => {
    // Plus and minus are written here, and a number below zero refused: they step only on the cell itself.
    if (event.key === 'Enter') {
      event.preventDefault()
      commit(typed === null ? 'stay' : 'down')
    } else if (event.key === 'Tab' && typed !== null && !event.shiftKey) {
      event.preventDefault()
      commit('right')
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault()
      step(event.key === 'ArrowUp' ? 1 : -1)
    }
  }
  return (
    <div
      ref={box}
      className="cap-editor"
      role="dialog"
      aria-labelledby={`${id}-title`}
      style={{ left: beside.left, top: beside.top }}
      onKeyDown={press}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) commit('stay')
      }}
    >
      <h3 id={`${id}-title`}>{t('laboratory.editor.title', { group: nameOf(cell.group), area: area.name })}</h3>
      <Quota area={area} group={cell.group} basis={basis} />
      <div className="cap-editor-line">
        <div className="stepper">
          <IconButton icon="minus" label={t('laboratory.editor.less')} onPress={() => step(-1)} />
          <input
            ref={input}
            aria-label={t('laboratory.editor.cap')}
            aria-invalid={wrong === null ? undefined : true}
            aria-describedby={`${id}-means`}
            inputMode="numeric"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={typing}
          />
          <IconButton icon="plus" label={t('laboratory.editor.more')} onPress={() => step(1)} />
        </div>
        <div id={`${id}-means`} className="cap-editor-means">
          {wrong === null ? (
            <Means cell={cell} cap={given.kind === 'cap' ? given.cap : cell.cap} all={area.physiotherapists} />
          ) : (
            <p className="field-error">{t(`laboratory.editor.wrong.${wrong}`)}</p>
          )}
        </div>
      </div>
      <div className="cap-editor-foot">
        <Button kind="text" onPress={() => onDone({ cap: null, onward: 'stay' })}>
          {t('laboratory.editor.clear')}
        </Button>
        <Button kind="text" onPress={onProof}>
          {t('laboratory.editor.proof')}
        </Button>
        <span>{t('laboratory.editor.keys')}</span>
      </div>
    </div>
  )
}

function Quota({ area, group, basis }: { readonly area: CapArea; readonly group: string; readonly basis: CapBasis }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const told = useToldWords()
  const cap = capBy(cellOf(area, group), basis)
  const share = cap?.share ?? null
  return (
    <p>
      {cap === undefined || share === null
        ? t('laboratory.editor.noShare')
        : t('laboratory.editor.share', {
            people: told(cap.people),
            all: told(cap.all),
            share: number(share, language, 2),
          })}
    </p>
  )
}

function Means({
  cell: { documented, before },
  cap,
  all,
}: {
  readonly cell: MatrixCell
  readonly cap: number | null
  /** Physiotherapists of the area, whatever their specialty. */
  readonly all: number
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = number(documented, language)
  return (
    <>
      <p>
        {before === null
          ? t('laboratory.editor.todayUnknown', { documented: said })
          : documented > before
            ? t('laboratory.editor.todayOver', { documented: said, count: documented - before })
            : t('laboratory.editor.today', { documented: said, count: before - documented })}
      </p>
      {cap !== null && (
        <p>
          {documented > cap
            ? t('laboratory.editor.over', { count: documented - cap })
            : t('laboratory.editor.free', { count: cap - documented })}
        </p>
      )}
      {cap !== null && cap > all && <p className="field-error">{t('laboratory.editor.beyond', { count: all })}</p>}
    </>
  )
}
