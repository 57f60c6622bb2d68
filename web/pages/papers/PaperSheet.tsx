import '@fontsource/source-serif-4/latin-400.css'
import '@fontsource/source-serif-4/latin-600.css'
import './paper.css'
import type { Paper } from '#api/views/paper'
import { linksOf, PaperBlockView } from './PaperBlockView.tsx'

/** A paper as it is printed: black on white, its sender at the top, its two times and checksum at the foot. */
export function PaperSheet({ paper }: { readonly paper: Paper }) {
  const { title, head, facts, blocks, foot, language, draft } = paper
  const links = linksOf(paper)
  return (
    <article className="paper" lang={language}>
      <header className="paper-head">
        <div>
          {head.left.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <div>
          {head.right.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </header>
      <h1>{title}</h1>
      {draft !== null && <p className="paper-draft">{draft}</p>}
      <dl className="paper-facts">
        {facts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paper's parts stand where they stand
        <PaperBlockView key={index} block={block} links={links} />
      ))}
      <footer className="paper-foot">
        {foot.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </footer>
    </article>
  )
}
