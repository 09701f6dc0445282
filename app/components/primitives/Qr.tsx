interface QrProps {
  /** An SVG made on the server by our own code; never anything that a person typed. */
  svg: string
  /** What the code leads to, in words. */
  label: string
}

/** A QR code: white behind it whatever the page, and big enough to scan from paper. */
export function Qr({ svg, label }: QrProps) {
  return <div className="lk-qr" role="img" aria-label={label} dir="ltr" dangerouslySetInnerHTML={{ __html: svg }} />
}
