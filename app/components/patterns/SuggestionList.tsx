import { useTranslation } from 'react-i18next'
import { Heading } from '../primitives/Heading'
import { Link } from '../primitives/Link'
import type { Suggestions } from './found'

/** What to begin with, for each audience; where nothing was looked for, or nothing found. */
export function SuggestionList({ suggestions }: { suggestions: Suggestions[] }) {
  const { t } = useTranslation('search')
  return (
    <section>
      <Heading level={2}>{t('suggestions')}</Heading>
      <div className="lk-suggestions">
        {suggestions.map(({ audience, links }) => (
          <section key={audience}>
            <Heading level={3}>{t(`audience.${audience}`)}</Heading>
            <ul>
              {links.map(({ href, title, lang, dir, kind }) => (
                <li key={href}>
                  <Link href={href} lang={lang} dir={dir}>
                    {title}
                  </Link>{' '}
                  <span className="lk-small lk-soft">{t(`kind.${kind}`)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}
