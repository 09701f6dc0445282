import QRCode from 'qrcode'

/** Light modules around the code. The standard (ISO 18004) asks for four: with fewer, some phones do not find it. */
const quietZone = 4

/**
 * A QR code as an inline SVG that needs no style, script or size of its own: the page's CSS gives it its width.
 * The light ground is drawn too, so that the code stays readable on a dark page and in print.
 *
 * @param text what a phone reads, usually an address
 * @param options.label what a screen reader says instead of the picture
 */
export function qrSvg(text: string, { label }: { label: string }): string {
  // M restores 15% of the code: enough for a crease in paper, without the dense pattern that old cameras miss.
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * quietZone
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escapeAttribute(label)}"` +
    ` viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/>` +
    `<path fill="#000" d="${darkPath(modules)}"/></svg>`
  )
}

/** One path with a bar for every run of dark modules: adjoining bars of one path show no seams in a PDF reader. */
function darkPath({ size, data }: { size: number; data: ArrayLike<number> }): string {
  let path = ''
  for (let row = 0; row < size; row++) {
    let column = 0
    while (column < size) {
      const start = column
      while (column < size && data[row * size + column]) column++
      const length = column - start
      if (length > 0) path += `M${start + quietZone} ${row + quietZone}h${length}v1h-${length}z`
      else column++
    }
  }
  return path
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeAttribute(value: string): string {
  // XML knows no control characters, not even escaped ones; one of them would make the whole picture invalid.

  return value.replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, ' ').replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}
