import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireShelf, requireTarget, translating, translatorFileAnswer } from '~/http/translations.server'

/** All texts of a course (or of the library) in one language, for a translator. */
export async function loader(args: LoaderFunctionArgs) {
  const { shelf } = requireShelf(args)
  const target = requireTarget(args.params.language)
  const { findTranslation, listUnitsOf } = await translating.translations()
  const texts = await Promise.all(listUnitsOf(shelf.id).map(({ id }) => findTranslation(id, target)))
  return translatorFileAnswer(
    shelf.id,
    target,
    texts.filter((text) => text !== null),
  )
}
