import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireShelf, requireTarget, translating, translatorFileAnswer } from '~/http/translations.server'

/** All texts of a course (or of the library) in one language, for a translator. */
export async function loader(args: LoaderFunctionArgs) {
  const { shelf } = await requireShelf(args)
  const target = requireTarget(args.params.language)
  const { listTranslations } = await translating.translations()
  return translatorFileAnswer(shelf.id, target, await listTranslations(shelf.id, target))
}
