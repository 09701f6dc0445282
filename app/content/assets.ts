import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { hashBytes } from './hash'
import type { Asset } from './types'

export type AssetUse = 'picture' | 'download' | 'audio' | 'video' | 'captions' | 'transcript'

// Nothing that a browser would run as a page of this site: so no HTML.
const extensions: Readonly<Record<AssetUse, readonly string[]>> = {
  picture: ['svg', 'png', 'jpg', 'jpeg', 'webp', 'avif', 'gif'],
  download: ['pdf', 'docx', 'odt', 'pptx', 'odp', 'xlsx', 'ods', 'csv', 'txt', 'png', 'jpg', 'jpeg', 'mp3', 'mp4'],
  audio: ['mp3', 'm4a', 'ogg', 'opus'],
  video: ['mp4', 'webm'],
  captions: ['vtt'],
  transcript: ['txt', 'pdf'],
}

const fileName = /^[A-Za-z0-9][A-Za-z0-9._-]*\.[A-Za-z0-9]+$/

/** Finds the files that texts show, and remembers which were found. */
export interface AssetFinder {
  /** The file, or in words why it cannot be shown. */
  find: (name: string, use: AssetUse) => Asset | { fault: string }
}

/**
 * A finder for one lesson (or `about`) of one course. A file stands in the folder of the lesson, or else in the
 * course's `about` folder. What it finds it puts in `found`, by path, so that each file is read once for all languages.
 */
export function assetFinder(place: { coursesFolder: string; course: string; lesson: string }, found: Map<string, Asset>): AssetFinder {
  return {
    find(name, use) {
      // The name comes from a text: it must not lead out of the folder.
      if (!fileName.test(name) || name.includes('..')) {
        return {
          fault: `\`${name}\` is no file name: the file stands in the folder of the lesson, name it without a path`,
        }
      }
      const extension = path.extname(name).slice(1)
      if (!extensions[use].includes(extension)) {
        return { fault: `\`${name}\` cannot be used as ${use}: use ${extensions[use].join(', ')}` }
      }
      for (const folder of new Set([place.lesson, 'about'])) {
        const from = path.join(place.coursesFolder, place.course, folder, name)
        if (!statSync(from, { throwIfNoEntry: false })?.isFile()) continue
        const known = found.get(from)
        if (known) return known
        const bytes = readFileSync(from)
        if (extension === 'svg' && holdsScript(bytes.toString('utf8'))) {
          return { fault: `\`${name}\` holds a script or a link to elsewhere; save it as plain SVG` }
        }
        const to = [place.course, folder, `${path.basename(name, `.${extension}`)}.${hashBytes(bytes)}.${extension}`].join('/')
        const asset: Asset = { from, to, address: `/content/${to}`, bytes: bytes.length }
        found.set(from, asset)
        return asset
      }
      return { fault: `there is no file \`${name}\` in \`${place.lesson}\` or \`about\`` }
    },
  }
}

// An SVG that is opened by its own address is a page of this site, and would run what is in it.
function holdsScript(svg: string): boolean {
  return /<script|<foreignObject|\son[a-z]+\s*=|javascript:|<!ENTITY|href\s*=\s*["']\s*(?!#|data:image\/(?:png|jpeg))/i.test(svg)
}

/** `PDF, 120 kB`: the kind and size of a file in words that are the same in every language, with the decimal mark of one. */
export function describeFile(name: string, bytes: number, language: string): string {
  const kind = path.extname(name).slice(1).toUpperCase()
  const kilobytes = bytes / 1000
  const format = (value: number, digits: number) =>
    new Intl.NumberFormat(language, {
      maximumFractionDigits: digits,
      numberingSystem: 'latn',
      useGrouping: false,
    }).format(value)
  const size = kilobytes < 1000 ? `${format(Math.max(1, kilobytes), 0)} kB` : `${format(kilobytes / 1000, 1)} MB`
  return `${kind}, ${size}`
}
