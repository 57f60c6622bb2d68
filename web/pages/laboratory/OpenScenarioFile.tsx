import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { scenarioBodyLimit } from '#api/commands/scenario'
import { ScenarioImportReport } from '#api/views/scenario'
import { RequestError, read, request, viewQuery } from '../../api.ts'
import { announce } from '../../parts/announce.ts'
import { Field } from '../../parts/Field.tsx'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { freeName } from './freeName.ts'
import { ImportReport } from './ImportReport.tsx'
import { scenarioId } from './scenarioId.ts'

type Report = z.infer<typeof ScenarioImportReport>

/** A file that was picked: what it holds and what it would become here. */
interface Picked {
  readonly content: unknown
  readonly report: Report
}

/** Opens a scenario from a file: what would differ here is told first, and only then is anything made. */
export function OpenScenarioFile({
  open,
  onClose,
  onMade,
}: {
  readonly open: boolean
  readonly onClose: () => void
  readonly onMade: (scenario: string) => void
}) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [id] = useState(scenarioId)
  const [picked, setPicked] = useState<Picked>()
  const [wrong, setWrong] = useState<string>()
  const [written, setWritten] = useState<string>()
  const here = useQuery({ ...viewQuery('scenarios', { archived: 'with' }), enabled: open }).data?.rows
  const taken = here?.map(({ name }) => name) ?? []
  const name = written ?? (picked === undefined ? '' : freeName(picked.report.name, taken))
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (reason) {
      setError(reason)
    } finally {
      setBusy(false)
    }
  }
  const pick = async (file: File | undefined) => {
    setPicked(undefined)
    setWritten(undefined)
    setWrong(undefined)
    setError(null)
    if (file === undefined) return
    if (file.size > scenarioBodyLimit) return setWrong(t('scenarios.file.tooBig', { name: file.name }))
    const content = parsed(await file.text())
    if (content === undefined) return setWrong(t('scenarios.file.notJson', { name: file.name }))
    await attempt(async () => {
      try {
        setPicked({ content, report: await sent(content, null, null) })
      } catch (reason) {
        const fields = fieldsWrong(reason).map(said)
        if (fields.length === 0) throw reason
        setWrong(t('scenarios.file.badFields', { name: file.name, fields: fields.join(', ') }))
      }
    })
  }
  /** A field as the file names it; one of a change by the number that the change has in the file. */
  const said = (path: string) => {
    const [, index, field] = /^changes\.(\d+)\.?(.*)$/.exec(path) ?? []
    if (index === undefined) return path
    const number = Number(index) + 1
    return field ? t('scenarios.file.fieldOf', { field, number }) : t('scenarios.file.change', { number })
  }
  const make = () =>
    attempt(async () => {
      if (picked === undefined) return
      const made = await sent(picked.content, id, name.trim())
      await client.invalidateQueries({ queryKey: ['view'] })
      announce(t('scenarios.file.made', { name: made.name }))
      onClose()
      onMade(id)
    })
  return (
    <FormSheet
      title={t('scenarios.file.title')}
      lead={t('scenarios.file.lead')}
      open={open}
      onClose={onClose}
      onSubmit={() => void make()}
      submit={t('scenarios.file.submit')}
      busy={busy}
      error={error}
      notReady={
        picked === undefined
          ? t('scenarios.file.needFile')
          : name.trim() === ''
            ? t('laboratory.create.needName')
            : undefined
      }
    >
      <Field label={t('scenarios.file.pick')}>
        {(props) => (
          <input
            {...props}
            type="file"
            accept="application/json,.json"
            onChange={(event) => void pick(event.target.files?.[0])}
          />
        )}
      </Field>
      <div aria-live="polite">
        {wrong !== undefined && <p className="field-error">{wrong}</p>}
        {picked !== undefined && <ImportReport report={picked.report} />}
      </div>
      {picked !== undefined && (
        <Field
          label={t('laboratory.create.name')}
          hint={
            taken.includes(picked.report.name) ? t('scenarios.file.nameTaken', { name: picked.report.name }) : undefined
          }
        >
          {(props) => (
            <input {...props} maxLength={120} value={name} onChange={(event) => setWritten(event.target.value)} />
          )}
        </Field>
      )}
    </FormSheet>
  )
}

async function sent(file: unknown, create: string | null, name: string | null): Promise<Report> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ file, create, name })
  return read(ScenarioImportReport, await request('/api/scenarios/import', { method: 'POST', headers, body }))
}

/** The fields of the file that the service could not read, as the file names them; none when it said something else. */
function fieldsWrong(reason: unknown): readonly string[] {
  const fields = reason instanceof RequestError ? (reason.problem.fields ?? []) : []
  return [...new Set(fields.map(({ path }) => path.replace(/^body\.file\.?/, '')))].filter((path) => path !== '')
}

/** What a text says as JSON; undefined when it is none, or not an object. */
function parsed(text: string): unknown {
  try {
    const content: unknown = JSON.parse(text)
    return typeof content === 'object' && content !== null && !Array.isArray(content) ? content : undefined
  } catch {
    return undefined
  }
}
