import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { Heading } from '~/components/primitives/Heading'
import { PostForm } from '~/http/post-form'

const ofActive = [
  { change: 'issueCode', title: 'person.codeTitle', text: 'person.codeText' },
  { change: 'endSessions', title: 'person.sessionsTitle', text: 'person.sessionsText' },
  { change: 'deactivate', title: 'person.blockTitle', text: 'person.blockText' },
] as const
const ofBlocked = [{ change: 'reactivate', title: 'person.unblockTitle', text: 'person.unblockText' }] as const

/** What an administrator can do for, or to, an account: each a form of its own. */
export function PersonActions({ active }: { active: boolean }) {
  const { t } = useTranslation('manage')
  return (active ? ofActive : ofBlocked).map(({ change, title, text }) => (
    <section key={change}>
      <Heading level={2}>{t(title)}</Heading>
      <p className="utrecht-paragraph">{t(text)}</p>
      <PostForm>
        <Button look="secondary" name="change" value={change}>
          {t(`person.${change}`)}
        </Button>
      </PostForm>
    </section>
  ))
}
