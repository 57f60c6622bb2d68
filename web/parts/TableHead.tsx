/** A heading over words, one over numbers, or none where the column is left out. */
type Heading = string | { readonly number: string } | false

/** Headings of a table's columns; those of numbers stand to the right, as the numbers do. */
export function TableHead({ headings }: { readonly headings: readonly Heading[] }) {
  return (
    <thead>
      <tr>
        {headings.map((heading, column) => {
          if (heading === false) return null
          const isNumber = typeof heading !== 'string'
          return (
            // A column has no identity but its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <th scope="col" key={column} className={isNumber ? 'num' : undefined}>
              {isNumber ? heading.number : heading}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
