import type { LoaderFunctionArgs } from '@remix-run/node'
import { findFile } from '~/domain/library/find-file.server'
import { notFound } from '~/http/context.server'
import { mediaAnswer } from '~/http/media.server'

/** A recording, its captions or another file of the library: for the pages, for programs for podcasts, and to save. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const file = await findFile(params.item ?? '', params.name ?? '')
  if (!file) throw notFound()
  return mediaAnswer(request, file)
}
