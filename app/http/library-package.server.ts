import { createHash } from 'node:crypto'
import { getCatalogue, getItemText } from '~/content/read'
import { listPackage, type PackageEntry } from '~/domain/library/list-package.server'
import { findSpoken } from '~/domain/library/spoken.server'
import { formatBytes } from '~/i18n/formats'
import type { Language } from '~/i18n/languages'
import { i18nOf } from '~/i18n/server'
import { env } from '~/platform/env/env.server'
import { archiveSize, writeArchive } from '~/platform/exports/archive.server'
import { exportStream } from './export-stream.server'
import { ofComputerWords } from './player.server'
import { heardWords } from './podcast.server'

/** The package of a language: what is in it, and how large it will be to the byte. */
export interface LibraryPackage {
  entries: PackageEntry[]
  bytes: number
}

/** Puts the package of a language together; nothing is read yet. */
export async function libraryPackage(language: Language): Promise<LibraryPackage> {
  const files = await listPackage(language, { ofComputer: ofComputerWords(language) })
  const folder = `leerkring-${language}`
  const text = await readme(language, files)
  const entries = [{ path: 'README.txt', bytes: Buffer.byteLength(text), version: text, content: text }, ...files].map((entry) => ({
    ...entry,
    path: `${folder}/${entry.path}`,
  }))
  return { entries, bytes: await archiveSize(entries) }
}

/** The answer to who asks for the package; it is read while it is sent. */
export async function packageAnswer(request: Request, language: Language): Promise<Response> {
  const { entries, bytes } = await libraryPackage(language)
  const headers = new Headers({
    ETag: `"${createHash('sha256')
      .update(JSON.stringify(entries.map(({ path, version }) => [path, version])))
      .digest('base64url')
      .slice(0, 22)}"`,
    'Cache-Control': 'public, max-age=3600',
  })
  if (request.headers.get('If-None-Match') === headers.get('ETag')) return new Response(null, { status: 304, headers })
  headers.set('Content-Type', 'application/zip')
  headers.set('Content-Length', String(bytes))
  headers.set('Content-Disposition', `attachment; filename="leerkring-${language}.zip"`)
  const body = exportStream(writeArchive(entries), { free: () => undefined, signal: request.signal })
  return new Response(body as unknown as BodyInit, { headers })
}

/** What lies beside the files, in their language: what they are, what may be done with them, how to put them on an intranet. */
async function readme(language: Language, files: readonly PackageEntry[]): Promise<string> {
  const t = i18nOf(language).getFixedT(language, 'sharing')
  const items = getCatalogue().library
  const heard = (await Promise.all(items.map((item) => findSpoken(item, language)))).filter((each) => each !== null)
  const contents = items.flatMap((item) => {
    const own = files.filter(({ path }) => path.startsWith(`${item.id}/`))
    return own.length > 0 ? [getItemText(item, language).text.title, ...own.map(({ path }) => `  ${path}`), ''] : []
  })
  const steps = [t('package.step1'), t('package.step2'), t('package.step3')].map((step, index) => `${index + 1}. ${step}`)
  return [
    'Leerkring',
    '',
    t('package.source', { url: `${env().appUrl}/${language}/library` }),
    ...(heard.length > 0 ? [heardWords(language, heard)] : []),
    '',
    t('package.licence'),
    '',
    t('package.intranet'),
    ...steps,
    '',
    t('package.contents'),
    '',
    ...contents,
  ].join('\r\n')
}

/** How large a package is, in words. The number stands before its unit, also among words that run from right to left. */
export function packageSize(language: Language, { bytes }: LibraryPackage): string {
  return `\u2066${formatBytes(language, bytes)}\u2069`
}
