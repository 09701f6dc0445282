import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import type { unfinishedLines } from '~/http/library-files.server'
import { PostForm } from '~/http/post-form'
import { directionOf } from '~/i18n/languages'

type Line = Awaited<ReturnType<typeof unfinishedLines>>[number]

/** What an editor began to send and did not finish: where she goes on, and the button to throw it away. */
export function UnfinishedUploads({ lines }: { lines: Line[] }) {
  const { t } = useTranslation('media')
  if (lines.length === 0) return null
  return (
    <section id="unfinished">
      <Heading level={2}>{t('list.unfinished')}</Heading>
      <p className="utrecht-paragraph">{t('list.unfinishedIntro')}</p>
      <ul className="lk-history" role="list">
        {lines.map(({ id, item, place, sent }) => (
          <li key={id}>
            <p className="utrecht-paragraph">
              <Link href={place.href}>
                <bdi lang={item.lang} dir={item.dir}>
                  {item.title}
                </bdi>
                {': '}
                {t(`roles.${place.role}`)} ·{' '}
                <bdi lang={place.language} dir={directionOf(place.language)}>
                  {place.name}
                </bdi>
              </Link>
              <br />
              <span className="lk-soft">
                {t('list.sent', { percent: sent.percent, size: `\u2068${sent.size}\u2069`, date: `\u2068${sent.date}\u2069` })}
              </span>
            </p>
            <div className="lk-actions">
              <PostForm inline>
                <input type="hidden" name="upload" value={id} />
                <Button
                  look="secondary"
                  label={t('list.throwAwayOf', { file: `${item.title}, ${t(`roles.${place.role}`)}, ${place.name}` })}
                >
                  {t('list.throwAway')}
                </Button>
              </PostForm>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
