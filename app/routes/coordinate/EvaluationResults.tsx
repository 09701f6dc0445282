import { useTranslation } from 'react-i18next'
import { ScoreSpread } from '~/components/patterns/ScoreSpread'
import { Heading } from '~/components/primitives/Heading'
import { Notice } from '~/components/primitives/Notice'
import type { EvaluationAccess } from '~/domain/evaluations/policy'
import type { shownResults } from '~/http/evaluation.server'

interface EvaluationResultsProps {
  results: ReturnType<typeof shownResults>
  access: EvaluationAccess
}

/** What was answered: each question with its figures, and what people wrote for who may read it. */
export function EvaluationResults({ results, access }: EvaluationResultsProps) {
  const { t } = useTranslation('evaluations')
  const { answers, few, untilClosed, questions } = results
  if (answers === 0) return <p className="utrecht-paragraph">{t('results.none')}</p>
  return (
    <>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('results.answers', { count: answers })}</p>
      {few && (
        <Notice kind="info" title={t('results.fewTitle')}>
          <p className="utrecht-paragraph">{access === 'counts' ? t('results.fewTrainer') : t('results.few')}</p>
        </Notice>
      )}
      {untilClosed && <p className="utrecht-paragraph">{t('results.untilClosed')}</p>}
      {questions.map(({ id, text, kind, summary, texts }) =>
        kind === 'faces'
          ? !untilClosed && (
              <section key={id}>
                <Heading level={3}>{text}</Heading>
                {summary === null ? (
                  <p className="utrecht-paragraph">{t('results.withheld')}</p>
                ) : summary.mean === null ? (
                  <p className="utrecht-paragraph">{t('results.unanswered')}</p>
                ) : (
                  <>
                    <p className="utrecht-paragraph">{t(`results.spread.${summary.spread}`, { deviation: summary.deviation })}</p>
                    {summary.counts === null ? (
                      <p className="utrecht-paragraph">{t('results.rounded', { number: summary.number, mean: summary.mean })}</p>
                    ) : (
                      <ScoreSpread caption={t('results.caption', { count: summary.count, mean: summary.mean })} counts={summary.counts} />
                    )}
                  </>
                )}
              </section>
            )
          : texts !== null && (
              <section key={id}>
                <Heading level={3}>{text}</Heading>
                {texts.length === 0 ? (
                  <p className="utrecht-paragraph">{t('results.unanswered')}</p>
                ) : (
                  <ul className="lk-voices">
                    {texts.map((words, index) => (
                      <li key={index} dir="auto">
                        {words}
                      </li>
                    ))}
                  </ul>
                )}
              </section>
            ),
      )}
      {access === 'figures' && <p className="utrecht-paragraph lk-soft">{t('results.textsNotYou')}</p>}
    </>
  )
}
