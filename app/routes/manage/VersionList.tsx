import { useTranslation } from 'react-i18next'
import { Badge } from '~/components/primitives/Badge'
import { Button } from '~/components/primitives/Button'
import { Link } from '~/components/primitives/Link'
import { UserText } from '~/components/primitives/UserText'
import type { slotPage } from '~/http/library-files.server'
import { PostForm } from '~/http/post-form'

type Version = Awaited<ReturnType<typeof slotPage>>['versions'][number]

const looks = {
  draft: 'warm',
  current: 'action',
  outrun: 'neutral',
  superseded: 'neutral',
  withdrawn: 'neutral',
  discarded: 'neutral',
} as const

/** What can be done with a version, by how it stands: what the form says, and the words of the button. */
const acts = {
  draft: [
    { intent: 'publish', words: 'slot.publish' },
    { intent: 'withdraw', words: 'slot.discard' },
  ],
  current: [{ intent: 'withdraw', words: 'slot.withdraw' }],
  outrun: [
    { intent: 'restore', words: 'slot.restore' },
    { intent: 'withdraw', words: 'slot.discard' },
  ],
  superseded: [
    { intent: 'restore', words: 'slot.restore' },
    { intent: 'withdraw', words: 'slot.discard' },
  ],
  withdrawn: [{ intent: 'restore', words: 'slot.restore' }],
  discarded: [],
} as const

/** Every version of a file, the newest first, each with what can be done with it. */
export function VersionList({ versions }: { versions: Version[] }) {
  const { t } = useTranslation('media')
  if (versions.length === 0) return <p className="utrecht-paragraph">{t('slot.noVersions')}</p>
  return (
    <ul className="lk-history" role="list">
      {versions.map(({ id, at, author, size, length, title, voices, standing, href }) => (
        <li key={id}>
          <p className="utrecht-paragraph">
            {title && (
              <>
                <strong>
                  <UserText>{title}</UserText>
                </strong>
                <br />
              </>
            )}
            <bdi>{at}</bdi> {author && <UserText>{author}</UserText>} <Badge look={looks[standing]}>{t(`slot.standing.${standing}`)}</Badge>
            <br />
            <Link href={href}>{t('slot.view')}</Link>{' '}
            <span className="lk-soft">
              <bdi>{[length, size].filter(Boolean).join(' · ')}</bdi>
              {voices && <> · {t(voices === 'person' ? 'slot.voicesPerson' : 'slot.voicesSynthetic')}</>}
            </span>
          </p>
          <div className="lk-actions">
            {acts[standing].map(({ intent, words }) => (
              <PostForm key={intent} inline>
                <input type="hidden" name="version" value={id} />
                <Button
                  name="intent"
                  value={intent}
                  look={intent === 'publish' ? 'primary' : 'secondary'}
                  label={t('slot.ofDate', { act: t(words), date: at })}
                >
                  {t(words)}
                </Button>
              </PostForm>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
