import type { Paper, PaperKind } from '#api/views/paper'
import type { AnswerOf, AsyncQuery } from '../queries/query.ts'
import { casePaper } from './casePaper.ts'
import { hearingLetter } from './hearingLetter.ts'
import { type Material, materialFor } from './material.ts'
import { rulingLetter } from './rulingLetter.ts'

type Made = (material: Material, params: { readonly municipality?: string | undefined }) => Paper

const makers: Readonly<Record<PaperKind, Made>> = {
  case: casePaper,
  hearing: (material, { municipality }) => hearingLetter(material, municipality),
  ruling: rulingLetter,
}

/** A paper about a case, at two times that stand still. */
export const paper: AsyncQuery<'paper'> = async (views, at, scope, params, world): Promise<AnswerOf<'paper'>> => {
  const material = await materialFor(views, at, scope, params, world)
  return { at: material.file.at, region: material.file.row.region, paper: makers[params.kind](material, params) }
}
