import { useTranslation } from 'react-i18next'
import type { Segment } from '~/domain/library/search/excerpt'
import { Link } from '../primitives/Link'
import type { FoundItem } from './found'

/** Something that was found: its title, a piece of its text with what was looked for marked, and what it is. */
export function FoundEntry({ item }: { item: FoundItem }) {
  const { t } = useTranslation(['search', 'common'])
  const { title, excerpt, within } = item
  return (
    <article className="lk-entry">
      <h3 className="utrecht-heading-3">
        <Link href={item.href} lang={title.lang} dir={title.dir}>
          <Marked segments={title.segments} />
        </Link>
      </h3>
      <p className="utrecht-paragraph" lang={excerpt.lang} dir={excerpt.dir}>
        <Marked segments={excerpt.segments} />
      </p>
      <p className="lk-small lk-soft">
        {t(`kind.${item.kind}`)} · {t('common:lesson.minutes', { count: item.minutes })}
        {within && (
          <>
            {' · '}
            <bdi lang={within.lang}>{within.title}</bdi>
          </>
        )}
      </p>
    </article>
  )
}

function Marked({ segments }: { segments: Segment[] }) {
  return segments.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))
}
