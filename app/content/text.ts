import { sourceLanguage, type Language } from '~/i18n/languages'
import type { AssetFinder } from './assets'
import { checkDirectives } from './check/directives'
import { checkFences } from './check/fences'
import { checkMarkdown } from './check/markdown'
import { checkTranslation, outlineOf, type Outline } from './check/translation'
import { readFrontMatter } from './front-matter'
import type { LinkTargets } from './links'
import { countWords } from './markdown-tree'
import { parseMarkdown } from './parse'
import type { Report } from './problems'
import { toBlocks } from './render/blocks'
import { prepare } from './render/prepare'
import type { Text } from './types'

/** Where a text belongs, and what it can refer to. */
export interface TextPlace {
  language: Language
  course: string
  /** The lesson's id, or `about`. */
  lesson: string
  /** Ids of the course's modules; an introduction gives each a title. */
  moduleIds: readonly string[]
  targets: LinkTargets
  assets: AssetFinder
}

export interface CompiledText {
  text: Text
  /** Titles of modules; null in a lesson. */
  modules: Record<string, string> | null
  outline: Outline
}

/**
 * Checks and compiles one text. `source` has LF line ends; `dutch` is the compiled Dutch text if this is a
 * translation. Reports everything that is wrong and never throws; returns null only where the front matter
 * cannot be used.
 */
export function compileText(source: string, place: TextPlace, dutch: CompiledText | null, report: Report): CompiledText | null {
  const isAbout = place.lesson === 'about'
  const front = readFrontMatter(source, place.language, isAbout, report)
  const tree = parseMarkdown(source)
  checkFences(source, tree, report)
  checkMarkdown(tree, source, place, place.assets, report)
  checkDirectives(tree, isAbout, place.assets, report)
  const outline = outlineOf(tree)
  if (dutch) checkTranslation(outline, dutch.outline, report)
  if (!front) return null

  const words = countWords(tree)
  if (words === 0) report(1, 'there is no text below the front matter')
  if (front.modules) checkModuleTitles(front.modules, place.moduleIds, front.lineOf, report)
  const isSource = place.language === sourceLanguage
  const sourceHash = isSource ? front.hash : (dutch?.text.contentHash ?? '')
  const stale = !isSource && front.source !== sourceHash
  if (stale && front.source && dutch) {
    report(front.lineOf(['source']), `stale: made from ${front.source}, but the Dutch text is now ${sourceHash}`, 'notice')
  }
  const prepared = prepare(tree, place)
  return {
    text: {
      title: front.title,
      summary: front.summary,
      blocks: toBlocks(prepared.tree),
      headings: prepared.headings,
      words,
      contentHash: front.hash,
      sourceHash,
      source: front.source,
      state: isSource ? 'source' : (front.state ?? 'draft'),
      stale,
    },
    modules: front.modules,
    outline,
  }
}

function checkModuleTitles(
  titles: Record<string, string>,
  moduleIds: readonly string[],
  lineOf: (path: string[]) => number,
  report: Report,
): void {
  for (const id of moduleIds) {
    if (!Object.hasOwn(titles, id)) report(lineOf(['modules']), `the title of module \`${id}\` is missing in \`modules\``)
  }
  for (const id of Object.keys(titles)) {
    if (!moduleIds.includes(id)) report(lineOf(['modules', id]), `\`modules.${id}\`: course.yaml has no such module`)
  }
}
