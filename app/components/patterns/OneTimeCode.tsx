import { useTranslation } from 'react-i18next'
import { Code } from '../primitives/Code'
import { UserText } from '../primitives/UserText'

interface OneTimeCodeProps {
  /** In readable groups. */
  code: string
  userName: string
  /** A moment in words: until when it works. */
  until: string
  /** Where it is filled in, without the scheme. */
  address: string
}

/** A code for a new password, as big as it has to be to copy from a screen. It is shown once, in the reply to a form. */
export function OneTimeCode({ code, userName, until, address }: OneTimeCodeProps) {
  const { t } = useTranslation('coordinate')
  return (
    <section className="lk-sheet" role="status" aria-labelledby="code-title">
      <h2 className="lk-eyebrow" id="code-title">
        {t('code.for')} <UserText>{userName}</UserText>
      </h2>
      <p className="lk-big-code">
        <Code>{code}</Code>
      </p>
      <p className="utrecht-paragraph">
        {t('code.show')} {t('code.once', { until })}
      </p>
      <p className="utrecht-paragraph">{t('code.how')}</p>
      <ol className="utrecht-ordered-list">
        <li className="utrecht-ordered-list__item">
          {t('code.step1')} <Code>{address}</Code>
        </li>
        <li className="utrecht-ordered-list__item">{t('code.step2')}</li>
        <li className="utrecht-ordered-list__item">{t('code.step3')}</li>
      </ol>
    </section>
  )
}
