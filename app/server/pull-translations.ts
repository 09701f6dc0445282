import { pullTranslations } from '~/domain/translations/pull-translations.server'
import { prepare } from './serve'

const outcomes = {
  written: 'written',
  fileIsNewer: 'left as it is: the file is newer than what was uploaded',
  misfit: 'left as it is: what was uploaded no longer fits its Dutch text',
  textIsGone: 'left out: there is no such text any more',
} as const

/**
 * Writes the translations that were uploaded at the site into the files of content/, so that they reach git. Prints a line for each.
 * @throws StartError when the database cannot be opened
 */
export async function pullUploads(): Promise<void> {
  await prepare()
  const pulled = await pullTranslations(process.cwd())
  for (const { file, outcome } of pulled) process.stdout.write(`${file}: ${outcomes[outcome]}\n`)
  process.stdout.write(`${pulled.filter(({ outcome }) => outcome === 'written').length} of ${pulled.length} written\n`)
}
