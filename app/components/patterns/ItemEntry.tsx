import { useTranslation } from 'react-i18next'
import { Link } from '../primitives/Link'
import type { ListedItem } from './listed-item'

/** An item of the library in a list; a podcast with its episodes. */
export function ItemEntry({ item, headingLevel = 3 }: { item: ListedItem; headingLevel?: 3 | 4 }) {
  const { t } = useTranslation(['library', 'common'])
  const Title = `h${headingLevel}` as const
  const about = [
    t(`kind.${item.kind}`),
    t('common:lesson.minutes', { count: item.minutes }),
    item.inDutch ? t('list.inDutch') : t('list.languages', { count: item.languages }),
    ...(item.spoken.length > 0 ? [t('list.spoken', { languages: isolated(item.spoken) })] : []),
  ]
  return (
    <article className="lk-entry">
      <Title className={`utrecht-heading-${headingLevel}`}>
        <Link href={item.href} lang={item.lang} dir={item.dir}>
          {item.title}
        </Link>
      </Title>
      <p className="utrecht-paragraph" lang={item.lang} dir={item.dir}>
        {item.summary}
      </p>
      <p className="lk-small lk-soft">{about.join(' · ')}</p>
      {item.episodes.length > 0 && (
        <div className="lk-episodes">
          {item.episodes.map((episode) => (
            <ItemEntry key={episode.href} item={episode} headingLevel={4} />
          ))}
        </div>
      )}
    </article>
  )
}

/** Names of languages in one line; each keeps its own direction. */
export function isolated(names: string[]): string {
  return names.map((name) => `\u2068${name}\u2069`).join(' · ')
}
