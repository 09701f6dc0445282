/** What all charts share: how they look, and where they can be shown. */
export interface ChartLook {
  /** The first thing stands at the right, and time runs to the left. */
  rtl: boolean
  /** What the chart is called, for a screen reader: its title in words, or the id of what stands above it on the page. */
  label?: string
  labelledBy?: string
  /** In units of the drawing; text is 15 of them, so a chart of 360 can be shown at 320 px and keeps text of 13 px. */
  width?: number
  /** Left out on pages, where text takes the font of what is around it. A PDF needs the names of its own fonts. */
  fontFamily?: string
  /** A number in the signs of the language. */
  format?: (value: number) => string
}

/** Colours that keep apart in print without colour too: the deep one is nearly black, the soft one nearly white. */
export const colours = { fill: '#0d4a46', soft: '#c9d9d0', warm: '#a8481a', line: '#6b6558' }

export const fontSize = 15

/** How wide a text is at most in the fonts that pages and PDFs use, with room to spare. */
export function roomFor(text: string, size = fontSize): number {
  let width = 0
  for (const sign of text)
    width += /[\u1200-\u139f]/.test(sign)
      ? 0.85
      : /[\s.,:;'|ilj()·-]/.test(sign)
        ? 0.34
        : /[A-ZMW@%—]/i.test(sign) && sign !== sign.toLowerCase()
          ? 0.7
          : 0.58
  return width * size
}

/** Breaks a text between words into lines that fit; a word that does not fit stays whole. */
export function linesOf(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word
    if (lines.length && roomFor(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/**
 * A text as it stands in a drawing. The direction of a drawing is left-to-right whatever the page, since typst knows no other, so
 * in a mirrored drawing each text brings the direction of its own first letter (FSI … PDI).
 */
export function written(text: string, rtl: boolean): string {
  // XML knows no control characters, not even escaped ones; one of them would make the whole picture invalid.
  const safe = text.replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu, ' ')
  return rtl ? `\u2068${safe}\u2069` : safe
}

/** Lines at 45 degrees within a rectangle, as a path: a pattern would need an id, and ids of two charts on a page clash. */
export function hatchedBox(x: number, y: number, width: number, height: number, step = 7): string {
  let path = ''
  for (let offset = step; offset < width + height; offset += step) {
    const [x1, y1] = offset < height ? [x, y + offset] : [x + offset - height, y + height]
    const [x2, y2] = offset < width ? [x + offset, y] : [x + width, y + offset - width]
    path += `M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}`
  }
  return path
}

/** Lines at 45 degrees within a circle, as a path. */
export function hatchedRound(x: number, y: number, radius: number, step = 7): string {
  let path = ''
  const root = Math.SQRT1_2
  for (let away = -radius + step / 2; away < radius; away += step) {
    const half = Math.sqrt(radius * radius - away * away)
    const [cx, cy] = [x + away * root, y + away * root]
    path += `M${short(cx - half * root)} ${short(cy + half * root)}L${short(cx + half * root)} ${short(cy - half * root)}`
  }
  return path
}

/** Enough decimals for a picture, and the same ones on every machine. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** Puts elements into a drawing, or into a part of one. */
export function pen(into: Element, rtl = false) {
  function draw(kind: string, attributes: Record<string, string | number>): Element {
    const element = into.ownerDocument.createElementNS('http://www.w3.org/2000/svg', kind)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, typeof value === 'number' ? short(value) : value)
    into.appendChild(element)
    return element
  }
  function write(text: string, x: number, y: number, attributes: Record<string, string | number> = {}): void {
    draw('text', { x, y, 'text-anchor': rtl ? 'end' : 'start', ...attributes }).textContent = text
  }
  return { draw, write }
}

/** A box with slanting lines: there is something, and how much is not said. */
export function drawHatched(into: Element, x: number, y: number, width: number, height: number): void {
  const { draw } = pen(into)
  draw('path', { d: hatchedBox(x, y, width, height), stroke: colours.line })
  draw('rect', { x, y, width, height, fill: 'none', stroke: colours.line })
}

/**
 * Gives a drawing its name and its direction, and takes out what the security headers forbid and what a picture does not need:
 * style sheets, style attributes, and names and roles of its parts (the picture as a whole has its name).
 */
export function finished(svg: Element, { label, labelledBy, fontFamily, rtl }: ChartLook, width: number, height: number): string {
  for (const each of Array.from(svg.querySelectorAll('style, script'))) each.remove()
  for (const each of Array.from(svg.querySelectorAll('*'))) {
    for (const { name, value } of Array.from(each.attributes)) {
      if (/^(style|class|id|aria-.*|role|on.*)$/.test(name)) each.removeAttribute(name)
      else
        each.setAttribute(
          name,
          value.replace(/-?\d+\.\d{3,}/g, (number) => short(Number(number))),
        )
    }
  }
  for (const text of Array.from(svg.querySelectorAll('text'))) text.textContent = written(text.textContent ?? '', rtl)
  for (const { name } of Array.from(svg.attributes)) svg.removeAttribute(name)
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    ...(labelledBy ? { 'aria-labelledby': labelledBy } : label ? { 'aria-label': written(label, false) } : {}),
    viewBox: `0 0 ${short(width)} ${short(height)}`,
    direction: 'ltr',
    'text-anchor': 'middle',
    fill: 'currentColor',
    'font-size': String(fontSize),
    ...(fontFamily ? { 'font-family': fontFamily } : {}),
  }
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value)
  return svg.outerHTML
}
