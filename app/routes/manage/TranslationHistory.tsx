import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { Heading } from '~/components/primitives/Heading'
import { UserText } from '~/components/primitives/UserText'
import { PostForm } from '~/http/post-form'

interface TranslationHistoryProps {
  /** The newest first. */
  history: { number: number; act: 'uploaded' | 'reviewed' | 'restored' | 'withdrawn'; at: string; author: string | null }[]
  /** The last revision. */
  revision: number
  /** Of what is shown: a change goes on from that only. */
  base: string
  /** There is an uploaded translation to take back. */
  isThere: boolean
}

/** What was done to a translation at the site, with buttons to take it back or to show a former one again. */
export function TranslationHistory({ history, revision, base, isThere }: TranslationHistoryProps) {
  const { t } = useTranslation('translations')
  if (history.length === 0) return null
  return (
    <>
      <Heading level={2}>{t('history.title')}</Heading>
      <ul className="lk-history" role="list">
        {history.map(({ number, act, at, author }) => (
          <li key={number}>
            <p className="utrecht-paragraph">
              {t(`history.${act}`)} <span className="lk-soft">{at}</span> {author && <UserText>{author}</UserText>}
            </p>
            {act !== 'withdrawn' && (number < revision || !isThere) && (
              <PostForm inline>
                <input type="hidden" name="base" value={base} />
                <input type="hidden" name="wanted" value={number} />
                <Button look="plain" name="intent" value="restore" label={`${t('history.restore')} (${at})`}>
                  {t('history.restore')}
                </Button>
              </PostForm>
            )}
          </li>
        ))}
      </ul>
      {isThere && (
        <>
          <p className="utrecht-paragraph">{t('history.withdrawText')}</p>
          <PostForm>
            <input type="hidden" name="base" value={base} />
            <Button look="secondary" name="intent" value="withdraw">
              {t('history.withdraw')}
            </Button>
          </PostForm>
        </>
      )}
    </>
  )
}
