import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireLanguage } from '~/http/context.server'
import { podcastFeed } from '~/http/podcast.server'
import { publicFile } from '~/http/public-file.server'

/** The podcast for programs that play podcasts. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const feed = await podcastFeed(requireLanguage(params))
  if (feed === null) throw notFound()
  return publicFile(request, feed, 'application/rss+xml; charset=utf-8')
}
