import { inflateSync } from 'node:zlib'

/** A piece of text as it stands on the page: points from the left and from the bottom. */
export interface TextRun {
  font: string
  size: number
  from: number
  to: number
  baseline: number
  glyphs: number
}

/** A filled shape: its colour as the PDF writes it, and the box around it in points. */
export interface Fill {
  colour: string
  left: number
  right: number
  bottom: number
  top: number
}

type Matrix = [number, number, number, number, number, number]

/** Reads as much of a PDF as typst writes and our tests ask about. Not a general reader. */
export function readPdf(pdf: Uint8Array) {
  const bytes = Buffer.from(pdf)
  const source = bytes.toString('latin1')
  const objects = new Map<string, string>()
  for (const match of source.matchAll(/^(\d+) 0 obj\n([^]*?)\nendobj/gm)) objects.set(match[1]!, match[2]!)
  const fonts = readFonts(objects)
  const contents = [...source.matchAll(/stream\r?\n/g)]
    .map((match) => inflated(bytes.subarray(match.index + match[0].length)))
    .filter((content) => / (BDC|BMC)$/m.test(content))
  return {
    source,
    pages: (source.match(/\/Type \/Page\b/g) ?? []).length,
    fonts: [...new Set([...source.matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g)].map((match) => match[1]!))].sort(),
    ...draw(contents.join('\n'), fonts),
  }
}

function inflated(bytes: Uint8Array): string {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    // Not every stream is compressed; the pages are.
    return ''
  }
}

interface Font {
  name: string
  widths: Map<number, number>
}

function readFonts(objects: Map<string, string>): Map<string, Font> {
  const fonts = new Map<string, Font>()
  for (const resources of objects.values()) {
    for (const [, name, id] of resources.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
      const font = objects.get(id!) ?? ''
      const descendant = objects.get(/\/DescendantFonts \[(\d+) 0 R/.exec(font)?.[1] ?? '') ?? ''
      const widths = new Map<number, number>()
      const numbers = (/\/W \[([^\]]*)\]/.exec(descendant)?.[1] ?? '').trim().split(/\s+/).map(Number)
      for (let index = 0; index + 2 < numbers.length; index += 3) {
        for (let glyph = numbers[index]!; glyph <= numbers[index + 1]!; glyph++) widths.set(glyph, numbers[index + 2]!)
      }
      fonts.set(name!, { name: /\/BaseFont \/[A-Z]{6}\+([\w-]+)/.exec(font)?.[1] ?? '', widths })
    }
  }
  return fonts
}

const token = /\((?:[^()\\]|\\[^])*\)|<<|>>|<[0-9A-Fa-f]*>|[[\]]|[^\s[\]()<>]+/g

/** Runs the drawing program of the pages, with the operators that typst uses. */
function draw(program: string, fonts: Map<string, Font>): { runs: TextRun[]; fills: Fill[] } {
  const runs: TextRun[] = []
  const fills: Fill[] = []
  const saved: { matrix: Matrix; colour: string }[] = []
  let state = { matrix: [1, 0, 0, 1, 0, 0] as Matrix, colour: '' }
  let text: Matrix = [1, 0, 0, 1, 0, 0]
  let font = { font: undefined as Font | undefined, size: 0 }
  let shapes: [number, number][][] = []
  let stack: string[] = []
  const last = (count: number) => stack.slice(-count).map(Number)
  for (const [word] of program.matchAll(token)) {
    if (!/^[A-Za-z]+\*?$/.test(word)) {
      stack.push(word)
      continue
    }
    if (word === 'q') saved.push(state)
    else if (word === 'Q') state = saved.pop() ?? state
    else if (word === 'cm') state = { ...state, matrix: times(last(6) as Matrix, state.matrix) }
    else if (word === 'scn')
      state = {
        ...state,
        colour: last(3)
          .filter((part) => !Number.isNaN(part))
          .map((part) => part.toFixed(2))
          .join(' '),
      }
    else if (word === 'Tf') font = { font: fonts.get(stack.at(-2)!.slice(1)), size: Number(stack.at(-1)) }
    else if (word === 'Tm') text = last(6) as Matrix
    else if (word === 'm') shapes.push([at(last(2), state.matrix)])
    else if (word === 'l' || word === 'c') shapes.at(-1)?.push(at(last(2), state.matrix))
    else if (word === 'TJ' || word === 'Tj') runs.push(run(stack, times(text, state.matrix), font))
    else if (word === 'f' || word === 'f*') for (const shape of shapes) fills.push({ colour: state.colour, ...box(shape) })
    if (/^(f\*?|S|n|B\*?)$/.test(word)) shapes = []
    stack = []
  }
  return { runs, fills }
}

function run(stack: string[], matrix: Matrix, { font, size }: { font: Font | undefined; size: number }): TextRun {
  let advance = 0
  let glyphs = 0
  for (const word of stack) {
    if (word.startsWith('(')) {
      const codes = unescaped(word.slice(1, -1))
      for (let index = 0; index + 1 < codes.length; index += 2) {
        advance += font?.widths.get(codes.charCodeAt(index) * 256 + codes.charCodeAt(index + 1)) ?? 0
        glyphs++
      }
    } else if (/^-?[\d.]+$/.test(word)) advance -= Number(word)
  }
  const [from, baseline] = at([0, 0], matrix)
  const [to] = at([(advance / 1000) * size, 0], matrix)
  return { font: font?.name ?? '', size: size * Math.abs(matrix[3]), from, to, baseline, glyphs }
}

const controls: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescaped(text: string): string {
  return text.replace(/\\([0-7]{1,3}|[^])/g, (_, sign: string) =>
    /^[0-7]/.test(sign) ? String.fromCharCode(parseInt(sign, 8)) : (controls[sign] ?? sign),
  )
}

function box(points: [number, number][]) {
  const across = points.map(([x]) => x)
  const up = points.map(([, y]) => y)
  return { left: Math.min(...across), right: Math.max(...across), bottom: Math.min(...up), top: Math.max(...up) }
}

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ]
}

function at([x = 0, y = 0]: number[], matrix: Matrix): [number, number] {
  return [x * matrix[0] + y * matrix[2] + matrix[4], x * matrix[1] + y * matrix[3] + matrix[5]]
}
