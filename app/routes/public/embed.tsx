import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Player } from '~/components/patterns/Player'
import { Transcript } from '~/components/patterns/Transcript'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { itemPath, mediaPathOf } from '~/domain/library/addresses'
import { listFiles } from '~/domain/library/list-files.server'
import { requireLanguage } from '~/http/context.server'
import { useFrame } from '~/http/frame'
import { listedItem, requireItem } from '~/http/library.server'
import { libraryStyles } from '~/http/library-styles'
import { privatePageTitle } from '~/http/page'
import { playerOf, transcriptOf } from '~/http/player.server'
import { playerScript } from '~/http/player-script'
import { sharedData } from '~/http/shared-page.server'

export { libraryStyles as links }
export { pageHeaders as headers } from '~/http/page-headers'
export const meta: MetaFunction<typeof loader> = ({ params, data: item }) => [
  ...privatePageTitle(params, 'libraryItem'),
  ...(item ? [{ tagName: 'link', rel: 'canonical', href: item.href }] : []),
]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const item = requireItem(params)
  const { title, summary, lang, dir } = listedItem(item, language)
  const pictures = (await listFiles(item)).filter(({ role }) => role === 'picture')
  const picture = pictures.find((file) => file.language === lang) ?? null
  const player = playerOf(item, language)
  return sharedData(context, {
    id: item.id,
    href: itemPath(language, item.id),
    title,
    summary,
    lang,
    dir,
    picture: picture && mediaPathOf(item.id, picture),
    player,
    transcript: transcriptOf(item, language, player?.spoken ?? null),
  })
}

/** An item in a frame of another site: what is heard, watched or looked at, and the way to the rest. */
export default function Embed() {
  const { id, href, title, summary, lang, dir, picture, player, transcript } = useLoaderData<typeof loader>()
  const { t } = useTranslation('sharing')
  const { language } = useFrame()
  return (
    <>
      <Heading level={1} lang={lang} dir={dir}>
        {title}
      </Heading>
      <p className="utrecht-paragraph" lang={lang} dir={dir}>
        {summary}
      </p>
      {picture && <img className="lk-embed__picture" src={picture} alt={summary} lang={lang} />}
      <lk-player>
        {player && <Player player={player} language={language} title={title} embedded />}
        {transcript && <Transcript transcript={transcript} language={language} sourceHref={`/nl/library/${id}`} open={false} />}
      </lk-player>
      <p className="utrecht-paragraph">
        <Link href={href} newTab>
          {t('embed.toSite')}
        </Link>
      </p>
      {player && <script type="module" src={playerScript} {...{ fetchpriority: 'low' }} />}
    </>
  )
}
