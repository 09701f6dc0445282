import { type Hider } from './hide'

/** So many small cells are looked at again at most: a country of a million sessions has thousands of cells that are withheld for others. */
const triesInAll = 3000

/**
 * Steps are taken one by one, and a later one may make an earlier one needless. So each cell that was withheld for others is shown
 * once more, and withheld again only if something small is not hidden then. With a pause after each.
 */
export function* showNeedless(hider: Hider): Generator<void, void> {
  let tries = 0
  for (const cell of hider.extras()) {
    if (tries > triesInAll) return
    tries += hider.show(cell)
    yield
  }
}
