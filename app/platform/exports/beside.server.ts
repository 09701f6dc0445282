import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

/**
 * The text of a file that stands beside a module, wherever the module runs. In the source folder (vitest, tsx, the
 * development server) the file itself is read; in the built server it is not there, and Vite's `?raw` copy is taken.
 * tsx knows no `?raw`: a plain import of one would break every script that only touches the module.
 *
 * @param url the file, as `new URL(name, import.meta.url)`
 * @param bundled `() => import('./name?raw')`
 */
export async function textBeside(url: URL, bundled: () => Promise<{ default: string }>): Promise<string> {
  if (url.protocol === 'file:' && existsSync(url)) return readFile(url, 'utf8')
  return (await bundled()).default
}
