import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = new URL('./', import.meta.url)
const files = readdirSync(folder).filter((file) => file.endsWith('.css'))

const physicalProperty =
  /^(?:.*-)?(?:left|right|top|bottom)(?:-.*)?$|^(?:(?:min|max)-)?(?:width|height)$|^overflow-[xy]$|^(?:border|margin|padding)-(?:width|height)$/
const physicalValue = /^(?:left|right)$/

function declarations(css: string): [string, string][] {
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, '')
  return [...plain.matchAll(/(?:^|[{;])\s*([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(([, property = '', value = '']) => [
    property,
    value.trim(),
  ])
}

describe('style sheets', () => {
  it.each(files)('%s knows inline and block only, so that right-to-left needs no second one', (file) => {
    const physical = declarations(readFileSync(new URL(file, folder), 'utf8')).filter(
      ([property, value]) => physicalProperty.test(property) || physicalValue.test(value),
    )
    expect(physical).toEqual([])
  })

  it('reads declarations', () => {
    expect(declarations('a { margin-left: 1px; } @media (min-width: 1rem) { b { float: left } }')).toEqual([
      ['margin-left', '1px'],
      ['float', 'left'],
    ])
  })
})
