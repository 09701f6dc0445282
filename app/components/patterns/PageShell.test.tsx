import { describe, expect, it } from 'vitest'
import { languages } from '~/i18n/languages'
import { attributeValues, renderForTest } from '../render-for-test'
import { PageShell } from './PageShell'

const shell = (path: string) =>
  renderForTest(
    <PageShell
      language="ar"
      direction="rtl"
      path={path}
      account={{ userName: 'Fatima', links: [{ href: '/ar/learn', label: 'x' }] }}
      showLeave
    >
      <p>tekst</p>
    </PageShell>,
    'ar',
  )

describe('PageShell', () => {
  it('leads to the same page in every language, each named in itself', () => {
    const html = shell('courses/opvoeding')
    for (const language of languages) expect(html).toContain(`href="/${language}/courses/opvoeding" lang="${language}"`)
    expect(shell('')).toContain('href="/nl" lang="nl"')
  })

  it('holds a plain link out, which tells nobody where it came from', () => {
    expect(shell('')).toContain('<a href="/exit" rel="nofollow noreferrer">')
  })

  it('has no style attribute, inline script or event handler', () => {
    expect(shell('')).not.toMatch(/\sstyle=|<script|\son[a-z]+=/)
  })

  it('begins with a link to the text', () => {
    const html = shell('')
    expect(attributeValues(html, 'href')[0]).toBe('#main')
    expect(html).toContain('id="main"')
  })

  it('lets a name keep its own direction', () => {
    expect(shell('')).toMatch(/<bdi[^>]*>Fatima<\/bdi>/)
  })
})
