/**
 * How many typing errors lie between two words: a letter too many, too few, another one, or two the wrong way round.
 * @param most above this the exact number does not matter
 * @returns the number, or anything above `most`
 */
export function typingErrors(a: string, b: string, most: number): number {
  const from = [...a]
  const to = [...b]
  if (Math.abs(from.length - to.length) > most) return most + 1
  let before: number[] = []
  let above = to.map((_, column) => column + 1)
  above.unshift(0)
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row]
    let least = row
    for (let column = 1; column <= to.length; column += 1) {
      const other = from[row - 1] === to[column - 1] ? 0 : 1
      let count = Math.min(above[column]! + 1, line[column - 1]! + 1, above[column - 1]! + other)
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        count = Math.min(count, before[column - 2]! + 1)
      line.push(count)
      if (count < least) least = count
    }
    // Two letters the wrong way round look one line further back.
    if (least > most && Math.min(...above) > most) return most + 1
    before = above
    above = line
  }
  return above[to.length]!
}

/** How many errors are forgiven in a word: a short one with two errors is another word. */
export function forgiven(word: string): 0 | 1 | 2 {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2
}
