import { readFileSync } from 'node:fs'
import path from 'node:path'
import { languages, sourceLanguage, type Language } from '~/i18n/languages'
import { avoidedChecker, type AvoidedChecker } from './check/avoided'
import { onOneLine, passagesOf, type Passage } from './check/passages'
import { checkReadability, type ReadabilityRow } from './check/readability'
import { listFolder } from './folder'
import { reporterFor, sortProblems, type Problem } from './problems'
import { decodeSource } from './source-file'
import { readTerms } from './terms'
import type { Catalogue } from './catalogue'
import { readYaml } from './yaml-source'

/**
 * Looks at the words of all texts: how easy the Dutch is to read, and whether another language uses a word that its
 * list of terms avoids. Only for the check: a build takes the words as they are. `catalogue` is what compileContent
 * made of `root`; a text that could not be compiled is not looked at. Never throws for what is written in a text.
 */
export function checkTexts(root: string, catalogue: Catalogue): { readability: ReadabilityRow[]; problems: Problem[] } {
  const problems: Problem[] = []
  const checkers = new Map([...readTerms(root, problems)].map(([language, terms]) => [language, avoidedChecker(terms, language)]))
  const readability: ReadabilityRow[] = []
  for (const course of catalogue.courses) {
    const lessons = course.modules.flatMap((module) => module.lessons)
    for (const { id, texts } of [{ id: 'about', texts: course.about }, ...lessons]) {
      for (const language of languages.filter((each) => texts[each])) {
        const file = `content/courses/${course.id}/${id}/${language}.md`
        const passages = () => passagesOf(readSource(root, file), language, id === 'about')
        const report = reporterFor(problems, file)
        if (language === sourceLanguage)
          readability.push({ file, level: course.level, ...checkReadability(passages(), course.level, report) })
        else checkers.get(language)?.(passages(), report)
      }
    }
  }
  for (const item of catalogue.library) {
    for (const language of languages.filter((each) => item.texts[each])) {
      const file = `content/library/${item.id}/${language}.md`
      const passages = passagesOf(readSource(root, file), language, false)
      const report = reporterFor(problems, file)
      if (language === sourceLanguage) readability.push({ file, level: item.level, ...checkReadability(passages, item.level, report) })
      else checkers.get(language)?.(passages, report)
    }
  }
  checkEvaluations(root, checkers, problems)
  return { readability, problems: sortProblems(problems) }
}

function checkEvaluations(root: string, checkers: ReadonlyMap<Language, AvoidedChecker>, problems: Problem[]): void {
  const folder = path.join(root, 'content', 'evaluations')
  for (const set of listFolder(folder).folders) {
    for (const name of listFolder(path.join(folder, set)).files) {
      const check = [...checkers].find(([language]) => name === `${language}.yaml`)?.[1]
      const file = `content/evaluations/${set}/${name}`
      check?.(evaluationPassages(readSource(root, file)), reporterFor(problems, file))
    }
  }
}

/** The name and the questions. What is wrong with the file itself is reported where it is compiled. */
function evaluationPassages(source: string): Passage[] {
  const yaml = readYaml(source, { firstLine: 1, textOnly: true }, () => undefined)
  const { name, questions } = (yaml?.value ?? {}) as { name?: unknown; questions?: unknown }
  const words: [string[], unknown][] = [[['name'], name]]
  if (typeof questions === 'object') for (const [id, text] of Object.entries(questions ?? {})) words.push([['questions', id], text])
  return words.flatMap(([place, text]) => (typeof text === 'string' && yaml ? [onOneLine(text, yaml.lineOf(place))] : []))
}

function readSource(root: string, file: string): string {
  return decodeSource(readFileSync(path.join(root, file)), () => undefined)
}
