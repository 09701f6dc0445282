import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { languages } from '~/i18n/languages'
import { publishedPath } from '../../build'
import { hashBytes } from '../../hash'
import { labels } from '../../labels'
import type { Catalogue } from '../../catalogue'
import { drawPng, shareDocument } from './picture'
import { shareSize } from './share-size'

/**
 * Makes the picture that goes with links to the site, one for each language, and notes their addresses in `catalogue`. What was
 * made before from the very same stays. Throws if one cannot be made or written. @returns how many there are
 */
export async function writeShareImages(root: string, catalogue: Catalogue): Promise<number> {
  for (const language of languages) {
    const document = await shareDocument(language, labels[language].share)
    // The hash is of what it is made from: whether it is there is known before it is drawn.
    const name = `${language}.${hashBytes(Buffer.from(JSON.stringify(document)))}.png`
    const file = path.join(root, publishedPath, 'share', name)
    if (!existsSync(file)) {
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, await drawPng(document, shareSize.width))
    }
    catalogue.shareImages[language] = `/content/share/${name}`
  }
  return languages.length
}
