import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireTranslation, translatorFileAnswer } from '~/http/translations.server'

/** One text in one language, for a translator. */
export async function loader(args: LoaderFunctionArgs) {
  const { present } = await requireTranslation(args)
  return translatorFileAnswer(present.unit.id, present.language, [present])
}
