/** A telephone number to call. */
export function Phone({ number, children }: { number: string; children?: string }) {
  return (
    <a className="utrecht-link utrecht-link--html-a utrecht-link--telephone" href={`tel:${number.replaceAll(/[^\d+]/g, '')}`} dir="ltr">
      {children ?? number}
    </a>
  )
}
