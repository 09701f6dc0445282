import { readdirSync } from 'node:fs'
import path from 'node:path'

export interface FolderEntries {
  folders: string[]
  files: string[]
}

/**
 * What stands in a folder, in an order that is the same on every machine; nothing if there is no such folder.
 * Hidden files (`.DS_Store`, an editor's) do not count.
 */
export function listFolder(folder: string): FolderEntries {
  let entries
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { folders: [], files: [] }
    throw error
  }
  const visible = entries.filter((entry) => !entry.name.startsWith('.'))
  return {
    folders: visible
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort(),
    files: visible
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort(),
  }
}

/** The folder of all courses in a project folder. */
export function coursesFolder(root: string): string {
  return path.join(root, 'content', 'courses')
}
