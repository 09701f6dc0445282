import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '~/http/context.server'
import { requireId } from '~/http/ids.server'
import { requireItem } from '~/http/library.server'
import { requireLibraryEditor } from '~/http/library-files.server'
import { mediaAnswer } from '~/http/media.server'
import { findStoredVersion } from '~/domain/library/find-file.server'

/** A version of a file, to look at before it is published or put back. Only for who may publish it. */
export async function loader(args: LoaderFunctionArgs) {
  requireLibraryEditor(args)
  const file = await findStoredVersion(requireItem(args.params).id, requireId(args.params.version))
  if (!file) throw notFound()
  const answer = mediaAnswer(args.request, file)
  // It may be taken back: no browser and no proxy keeps it.
  answer.headers.set('Cache-Control', 'no-store')
  answer.headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  return answer
}
