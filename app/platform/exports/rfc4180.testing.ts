/**
 * Reads CSV as RFC 4180 describes it and no other way, so that a writer cannot get by with what readers forgive.
 * @throws Error for a line that does not end in CR LF, a quote where none may be, or rows of different lengths
 */
export function readStrictCsv(text: string, delimiter: ',' | ';' = ','): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const fault = (what: string): never => {
    throw new Error(`${what} at ${at}: ${JSON.stringify(text.slice(Math.max(0, at - 20), at + 20))}`)
  }
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (at >= text.length) fault('An open quote')
        if (text[at] !== '"') cell += text[at]
        else if (text[at + 1] === '"') {
          cell += '"'
          at += 1
        } else break
      }
      at += 1
    } else {
      for (; at < text.length && text[at] !== delimiter && text[at] !== '\r'; at += 1) {
        if (text[at] === '"' || text[at] === '\n') fault('A quote or line break in a cell without quotes')
        cell += text[at]
      }
    }
    row.push(cell)
    if (text[at] === delimiter) {
      at += 1
      continue
    }
    if (text.slice(at, at + 2) !== '\r\n') fault('No CR LF at the end of a line')
    at += 2
    if (rows[0] && rows[0].length !== row.length) fault('A row of another length')
    rows.push(row)
    row = []
  }
  if (row.length > 0) fault('A delimiter at the end')
  return rows
}

/** Whether a spreadsheet would work this cell out: behind white space too, and in the wide forms that some keyboards type. */
export function isFormula(cell: string): boolean {
  return /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠]/.test(cell) && !/^[+-]?\d+([.,]\d+)?$/.test(cell)
}
