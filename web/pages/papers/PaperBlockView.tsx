import { Fragment, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Paper, PaperBlock, PaperCell, PaperLine } from '#api/views/paper'
import { TableScroll } from '../../parts/TableScroll.tsx'
import { VerdictIcon } from '../../parts/Verdict.tsx'

/** Where each reference leads. */
export type Links = ReadonlyMap<string, string>

/** One part of a paper. */
export function PaperBlockView({ block, links }: { readonly block: PaperBlock; readonly links: Links }) {
  switch (block.kind) {
    case 'heading':
      return <h2 className={block.newPage === true ? 'paper-new-page' : undefined}>{block.text}</h2>
    case 'text':
      return (
        <p>
          <Line line={block.line} links={links} />
        </p>
      )
    case 'list':
      return <Items items={block.items} links={links} />
    case 'frame':
      return (
        <section className="paper-frame">
          <h2>{block.title}</h2>
          {keyed(block.lines).map(([key, line]) => (
            <p key={key}>
              <Line line={line} links={links} />
            </p>
          ))}
          {block.items.length > 0 && <Items items={block.items} links={links} />}
        </section>
      )
    case 'table':
      return <PaperTable block={block} links={links} />
    case 'drawings':
      return <Drawings block={block} />
    case 'ballot':
      return (
        <ul className="paper-ballot">
          {block.choices.map((choice) => (
            <li key={choice}>{choice}</li>
          ))}
        </ul>
      )
  }
}

function Items({ items, links }: { readonly items: readonly PaperLine[]; readonly links: Links }) {
  return (
    <ol>
      {keyed(items).map(([key, line]) => (
        <li key={key}>
          <Line line={line} links={links} />
        </li>
      ))}
    </ol>
  )
}

function Line({ line, links }: { readonly line: PaperLine; readonly links: Links }) {
  return keyed(line).map(([key, span]) => {
    if (typeof span === 'string') return <Fragment key={key}>{span}</Fragment>
    if ('strong' in span) return <strong key={key}>{span.strong}</strong>
    return (
      <a key={key} className="paper-ref" href={links.get(span.ref)}>
        [{span.ref}]
      </a>
    )
  })
}

function PaperTable({
  block,
  links,
}: {
  readonly block: Extract<PaperBlock, { kind: 'table' }>
  readonly links: Links
}) {
  const { caption, columns, rows } = block
  return (
    <TableScroll label={caption}>
      <table className="paper-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {keyed(columns).map(([key, { title, isNumber, width }]) => (
              <th
                key={key}
                scope="col"
                className={isNumber === true ? 'num' : undefined}
                style={width === undefined ? undefined : { width: `${Math.round(width * 100)}%` }}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(rows).map(([key, row]) => (
            <tr key={key}>
              {keyed(row).map(([at, one], index) => (
                <td key={at} className={columns[index]?.isNumber === true ? 'num' : undefined}>
                  <CellView cell={one} links={links} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function CellView({ cell: { line, note, icon }, links }: { readonly cell: PaperCell; readonly links: Links }) {
  return (
    <>
      {icon !== undefined && <VerdictIcon outcome={icon} size={15} />} <Line line={line} links={links} />
      {note !== undefined && <span className="paper-note">{note}</span>}
    </>
  )
}

function Drawings({ block: { drawings, keys } }: { readonly block: Extract<PaperBlock, { kind: 'drawings' }> }) {
  const { t } = useTranslation()
  return (
    <div className="paper-drawings">
      <div className="paper-maps">
        {drawings.map(({ title, svg, alt }) => (
          <figure key={title}>
            <figcaption>{title}</figcaption>
            <Svg svg={svg} label={`${t('papers.drawing', { title })}. ${alt}`} />
          </figure>
        ))}
      </div>
      <ul className="paper-keys">
        {keys.map(({ svg, text }) => (
          <li key={text}>
            <Svg svg={svg} /> {text}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A drawing of the service's own as part of the page, so that its letters are the page's. */
function Svg({ svg, label }: { readonly svg: string; readonly label?: string }) {
  const host = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    host.current?.replaceChildren(document.importNode(drawn, true))
  }, [svg])
  return label === undefined ? (
    <span ref={host} aria-hidden="true" />
  ) : (
    <span ref={host} className="paper-svg" role="img" aria-label={label} />
  )
}

/** Parts of a paper stand where they stand: their place is their name. */
function keyed<Part>(parts: readonly Part[]): readonly (readonly [string, Part])[] {
  return parts.map((part, index) => [String(index), part])
}

/** What the references of a paper lead to. */
export function linksOf({ references }: Paper): Links {
  return new Map(references.map(({ ref, path }) => [ref, path]))
}
