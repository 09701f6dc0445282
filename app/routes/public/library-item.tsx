import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ChapterList } from '~/components/patterns/ChapterList'
import { DraftLine } from '~/components/patterns/DraftLine'
import { FallbackLine } from '~/components/patterns/FallbackLine'
import { isolated, ItemEntry } from '~/components/patterns/ItemEntry'
import { NextStep } from '~/components/patterns/NextStep'
import { Player } from '~/components/patterns/Player'
import { Printables } from '~/components/patterns/Printables'
import { PrintButton } from '~/components/patterns/PrintButton'
import { Sharing } from '~/components/patterns/Sharing'
import { Transcript } from '~/components/patterns/Transcript'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { TextBlock } from '~/components/primitives/TextBlock'
import { getItemText } from '~/content/read'
import { requireLanguage } from '~/http/context.server'
import { blockLanguage } from '~/http/course-titles.server'
import { useFrame } from '~/http/frame'
import { listRelated, listedItem, placeOf, readableIn, requireItem } from '~/http/library.server'
import { libraryStyles } from '~/http/library-styles'
import { pageTitle } from '~/http/page'
import { itemHead } from '~/http/page-head.server'
import { playerOf, transcriptOf } from '~/http/player.server'
import { playerScript } from '~/http/player-script'
import { seriesVoices } from '~/http/podcast.server'
import { printablesOf } from '~/http/printables.server'
import { sharingOf } from '~/http/share.server'
import { sharedData } from '~/http/shared-page.server'
import { textLines } from '~/http/text-lines.server'
import { WhereSection } from './WhereSection'

export { libraryStyles as links }
export { pageHeaders as headers } from '~/http/page-headers'
export const meta: MetaFunction<typeof loader> = ({ params, data: item }) => [...pageTitle(params, 'libraryItem'), ...(item?.head ?? [])]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const item = requireItem(params)
  const { text, language: shown } = getItemText(item, language)
  const player = playerOf(item, language)
  return sharedData(context, {
    id: item.id,
    ...listedItem(item, language),
    ...blockLanguage(shown),
    // A text of the library has nothing but prose.
    html: text.blocks.map((block) => (block.kind === 'prose' ? block.html : '')).join(''),
    lines: textLines(item.texts, language),
    readable: readableIn(item),
    player,
    voices: await seriesVoices(item, language),
    transcript: transcriptOf(item, language, player?.spoken ?? null),
    printables: printablesOf(item, shown, language),
    related: listRelated(item, language),
    ...placeOf(item, language),
    sharing: sharingOf(item, language),
    head: await itemHead(item, language),
  })
}

export default function LibraryItem() {
  const item = useLoaderData<typeof loader>()
  const { t } = useTranslation(['library', 'common'])
  const { language } = useFrame()
  const { lang, dir, player, transcript, next, series } = item
  const sourceHref = `/nl/library/${item.id}`
  const isTimed = transcript?.chapters.some(({ turns }) => turns.some(({ start }) => start !== null)) ?? false
  return (
    <article>
      <p className="lk-eyebrow">
        <Link href={`/${language}/library`}>{t('item.toLibrary')}</Link>
        {series && (
          <>
            {' · '}
            <Link href={series.href} lang={series.lang} dir={series.dir}>
              {series.title}
            </Link>
          </>
        )}
      </p>
      <Heading level={1} lang={lang} dir={dir}>
        {item.title}
      </Heading>
      <p className="lk-small lk-soft">
        {t(`kind.${item.kind}`)} · {t('common:lesson.minutes', { count: item.minutes })}
      </p>
      {item.lines.fallback && <FallbackLine language={language} shown={lang} />}
      {item.lines.state && <DraftLine state={item.lines.state} sourceHref={sourceHref} />}
      <p className="utrecht-paragraph utrecht-paragraph--lead" lang={lang} dir={dir}>
        {item.summary}
      </p>
      <lk-player>
        {player && <Player player={player} language={language} title={item.title} />}
        {transcript && !player && <p className="lk-line">{t('player.missing')}</p>}
        <TextBlock lang={lang} dir={dir} html={item.html} />
        {item.voices && <p className="utrecht-paragraph">{item.voices}</p>}
        {transcript && player && isTimed && <ChapterList transcript={transcript} href={player.file.href} />}
        {transcript && (
          <Transcript transcript={transcript} language={language} sourceHref={sourceHref} open={transcript.lang !== player?.spoken} />
        )}
      </lk-player>
      {item.printables && <Printables {...item.printables} />}
      {item.episodes.length > 0 && (
        <section>
          <Heading level={2}>{t('list.episodes')}</Heading>
          {item.episodes.map((episode) => (
            <ItemEntry key={episode.href} item={episode} />
          ))}
        </section>
      )}
      {item.related.length > 0 && (
        <section className="lk-no-print">
          <Heading level={2}>{t('item.related')}</Heading>
          <ul className="utrecht-unordered-list">
            {item.related.map((link) => (
              <li key={link.href} className="utrecht-unordered-list__item">
                {link.kind ? t(`kind.${link.kind}`) : t('item.lesson')}:{' '}
                <Link href={link.href} lang={link.lang} dir={link.dir}>
                  {link.title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="lk-small lk-soft">
        {t('item.readable')}: {isolated(item.readable)}
        {item.spoken.length > 0 && (
          <>
            <br />
            {t('item.spoken')}: {isolated(item.spoken)}
          </>
        )}
      </p>
      {next && <NextStep href={next.href} title={next.title} lang={next.lang} dir={next.dir} />}
      <Sharing sharing={item.sharing} />
      <PrintButton />
      <WhereSection item={item.id} />
      {player && <script type="module" src={playerScript} {...{ fetchpriority: 'low' }} />}
    </article>
  )
}
