import type { QuestionSet } from '~/content/evaluation-types'
import type { Results } from '~/domain/evaluations/results.server'
import { spreadOf } from '~/domain/evaluations/summary'
import { formatDecimal, formatNumber } from '~/i18n/formats'
import { directionOf, languages, type Language } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import { env } from '~/platform/env/env.server'
import { qrSvg } from '~/platform/exports/qr.server'

/** The questions of a set in a language: a set has all seven. */
export function questionsIn(set: QuestionSet, language: Language) {
  return set.questions.map(({ id, kind }) => ({ id, kind, text: set.texts[language].questions[id]! }))
}

/** Results with the words of their questions, and numbers as the language writes them. */
export function shownResults(results: Results, questions: ReturnType<typeof questionsIn>, language: Language) {
  return {
    evaluations: results.evaluations,
    answers: results.answers,
    few: results.few,
    untilClosed: results.untilClosed,
    questions: results.questions.map(({ id, kind, summary, texts }) => ({
      id,
      kind,
      texts,
      text: questions.find((question) => question.id === id)!.text,
      summary: summary && {
        count: summary.count,
        number: formatNumber(language, summary.count),
        counts: summary.counts && summary.counts.map((count) => ({ count, text: formatNumber(language, count) })),
        mean: summary.mean === null ? null : formatDecimal(language, summary.mean),
        deviation: summary.deviation === null ? null : formatDecimal(language, summary.deviation),
        spread: spreadOf(summary.deviation ?? 0),
      },
    })),
  }
}

/**
 * The ways to an evaluation: an address to pass on, the same to type over from paper, and a QR code. They name no language:
 * each telephone asks for its own.
 */
export function evaluationLinks({ code, readableCode }: { code: string; readableCode: string }, language: Language) {
  const { appUrl } = env()
  const url = `${appUrl}/evaluate/${code}`
  const typed = `${appUrl.replace(/^https?:\/\//, '')}/evaluate/${readableCode}`
  const qrLabel = i18nOf(language).t('sheet.qr', { ns: 'evaluations' })
  return { url, typed, qrLabel, qr: qrSvg(url, { label: qrLabel }) }
}

/** What stands on the sheet for the wall, in every language. */
export function invitationLines() {
  return languages.map((lang) => ({ lang, dir: directionOf(lang), text: i18nOf(lang).t('sheet.invitation', { ns: 'evaluations' }) }))
}
