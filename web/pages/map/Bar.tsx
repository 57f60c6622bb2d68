/** A value as a length beside its number: `share` of the longest, in a token's colour; none without a colour. */
export function Bar({ share, colour }: { readonly share: number; readonly colour: `--${string}` | undefined }) {
  return (
    <span className="bar" aria-hidden="true">
      <span
        style={{ width: `${share * 100}%`, backgroundColor: colour === undefined ? 'transparent' : `var(${colour})` }}
      />
    </span>
  )
}
