import type { Paper } from '#api/views/paper'
import { date } from '#events/say/format'
import { answerToken } from '#events/say/tokens'
import { NotFound } from '../queries/answered.ts'
import { effects, figuresMade, senderLines, uncapitalized, whatOf } from './casePaper.ts'
import { matter } from './caseSections.ts'
import { findings, toldFindings } from './findingSections.ts'
import { finished } from './finish.ts'
import type { Material } from './material.ts'

/**
 * The letter that asks a municipality: what is applied for, what it does, what the rules found, what is asked, and until
 * when. Throws `NotFound` where the municipality is not asked in the case, or the reader must not know.
 */
export function hearingLetter(material: Material, municipality: string | undefined): Paper {
  const { file, telling, stamp, minCell } = material
  const { say, names, language, path, refer } = telling
  const hearing = file.consultations.find((row) => row.municipality === municipality && row.sentOn !== null)
  const own = material.scope.role !== 'municipality' || material.scope.organisation === municipality
  if (hearing === undefined || !own) throw new NotFound(`Hearing of ${municipality ?? 'nobody'} in ${file.row.case}`)
  const name = names.municipality(hearing.municipality)
  const day = (on: string | null) => (on === null ? say('notSent') : date(on, language))
  const ref = refer({
    ref: answerToken(hearing.municipality),
    text: say('hearingOf', { municipality: name }),
    path: path(`/hoeringer/${file.row.case}`, { municipality: hearing.municipality, round: String(hearing.round) }),
  })
  const questions = hearing.questions.split(/\n+/).filter((line) => line.trim() !== '')
  return finished(
    {
      kind: 'hearing',
      language,
      title: say('hearingTitle', { what: uncapitalized(whatOf(file, telling)) }),
      draft: null,
      head: { left: senderLines(file, telling), right: [say('hearingLetter'), day(hearing.sentOn)] },
      facts: [
        { label: say('to'), text: say('toMunicipality', { municipality: name }) },
        { label: say('case'), text: file.row.number },
        { label: say('applicant'), text: file.row.applicant },
        { label: say('wantedFrom'), text: day(file.row.wantedFrom) },
        { label: say('answerBy'), text: day(hearing.dueOn) },
      ],
      blocks: [
        { kind: 'frame', title: say('asked'), lines: questions.map((line) => [line.trim()]), items: [] },
        ...matter(file, telling),
        ...effects(material),
        { kind: 'heading', text: say('howHeading') },
        { kind: 'text', line: [say('howToAnswer'), ' ', { ref }] },
        ...findings(
          file,
          toldFindings(file.findings, minCell),
          { ...material.findingsFrom, subject: file.subject, ...file.row },
          telling,
        ),
        ...figuresMade(material, 2),
      ],
      stamp,
    },
    telling,
  )
}
