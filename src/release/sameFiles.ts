import { dirname, join } from 'node:path'
import type { Effects } from '../effects.ts'
import type { FileSummary } from './releaseFile.ts'
import { createMeasure } from './writeFiles.ts'

/** Whether a folder holds these files, byte for byte, and nothing else. */
export async function holdsSameFiles(
  folder: string,
  files: readonly FileSummary[],
  effects: Effects,
): Promise<boolean> {
  for (const [parent, names] of namesByFolder(files)) {
    const found = await effects.readDirectory(join(folder, parent)).catch(() => [])
    if (found.length !== names.size || !found.every(name => names.has(name))) return false
  }
  for (const { path, byteSize, sha256 } of files) {
    const measure = createMeasure()
    for await (const _ of measure.pass(effects.readChunks(join(folder, path))));
    const result = measure.result()
    if (result.byteSize !== byteSize || result.sha256 !== sha256) return false
  }
  return true
}

/** What each folder of a release holds: files and folders by name. */
function namesByFolder(files: readonly FileSummary[]): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>([['.', new Set()]])
  for (const file of files) {
    for (let path = file.path; path !== '.'; path = dirname(path)) {
      const parent = dirname(path)
      const names = folders.get(parent) ?? new Set()
      names.add(path.slice(parent === '.' ? 0 : parent.length + 1))
      folders.set(parent, names)
    }
  }
  return folders
}
