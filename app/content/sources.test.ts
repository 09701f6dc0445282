import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatProblem } from './problems'
import { checkCopies, findCopy, tidyCopies } from './sources'
import { stampTranslation } from './stamp'
import { dutchText, projectFolder, translatedText } from './testing'
import { findUnit, readUnit } from './units'

const itemYaml = `id: tea
kind: episode
programme: opvoeding
audience: [parents]
subjects: [family]
minutes: 2
chapters: [start]
published: '2026-11-22'
`
const script = (stamp = '') => `---\nspeakers:\n  A: Ria\n${stamp}---\n\n## Begin\n\nA: Hallo.\n`

const copies = (root: string) => readdirSync(path.join(root, 'content/sources')).sort()
const checked = (root: string) => checkCopies(root).map(formatProblem)

describe('the copies of Dutch texts', () => {
  it('are there for each text that a translation was made from, until none refers to it any more', () => {
    const root = projectFolder({
      'demo/first/en.md': translatedText('First.\n'),
      'demo/first/tr.md': translatedText('Ilk.\n'),
      '../library/tea/item.yaml': itemYaml,
      '../library/tea/nl.md': dutchText('Thee.\n'),
      '../library/tea/script/nl.md': script(),
      '../library/tea/script/en.md': script('source: 0123456789ab\nstate: draft\n'),
    })
    expect(tidyCopies(root)).toEqual({ kept: [], dropped: [] })
    const { after } = stampTranslation(root, 'en', 'demo/first')
    const { after: spoken } = stampTranslation(root, 'en', 'library/tea.script')
    expect(tidyCopies(root)).toEqual({ kept: [after, spoken], dropped: [] })
    expect(checked(root)).toEqual([
      expect.stringContaining('content/courses/demo/first/tr.md:4: notice: the Dutch text that this was made from is not kept'),
    ])

    const nl = path.join(root, 'content/courses/demo/first/nl.md')
    writeFileSync(nl, dutchText('Anders.\n'))
    stampTranslation(root, 'tr', 'demo/first')
    expect(tidyCopies(root).dropped).toEqual([])
    const unit = findUnit(root, 'demo/first')!
    expect(findCopy(root, unit, after)).toContain('Eerste.')
    expect(copies(root)).toHaveLength(3)

    stampTranslation(root, 'en', 'demo/first')
    expect(tidyCopies(root)).toEqual({ kept: [], dropped: [after] })
    expect(findCopy(root, unit, after)).toBeNull()
    expect(checked(root)).toEqual([])
  })

  it('are checked: one that is not what its name says, and one that nothing refers to', () => {
    const root = projectFolder({ 'demo/first/en.md': translatedText('First.\n') })
    const { after } = stampTranslation(root, 'en', 'demo/first')
    tidyCopies(root)
    const copy = path.join(root, `content/sources/${after}.md`)
    writeFileSync(copy, readFileSync(copy, 'utf8').replace('Eerste', 'Tweede'))
    writeFileSync(path.join(root, 'content/sources/aaaaaaaaaaaa.md'), dutchText('x\n'))
    expect(checked(root)).toEqual([
      'content/sources/aaaaaaaaaaaa.md:1: notice: no translation refers to this copy: `npm run content:stamp` drops it',
      expect.stringMatching(
        new RegExp(`^content/sources/${after}.md:1: this is not the Dutch text with that hash: its hash is [0-9a-f]{12}$`),
      ),
    ])
    expect(findCopy(root, findUnit(root, 'demo/first')!, after)).toBeNull()
    // A wrong copy is written again.
    expect(tidyCopies(root)).toEqual({ kept: [after], dropped: ['aaaaaaaaaaaa'] })
    rmSync(path.join(root, 'content/courses/demo/first/en.md'))
    expect(readUnit(root, findUnit(root, 'demo/first')!, 'en')).toBeNull()
    expect(tidyCopies(root).dropped).toEqual([after])
  })
})
