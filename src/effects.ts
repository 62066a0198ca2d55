import { createReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { access, mkdir, open, readdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises'

/** What a stage may do to the world. Everything else is a pure function of its input. Tests pass their own. */
export interface Effects {
  readFile(path: string): Promise<Uint8Array>
  /** The bytes of a file, piece by piece, for files that may be larger than memory; `-` is standard input. */
  readChunks(path: string): AsyncIterable<Uint8Array>
  exists(path: string): Promise<boolean>
  readDirectory(path: string): Promise<string[]>
  makeDirectory(path: string): Promise<void>
  /**
   * Writes a new file chunk by chunk and flushes it to the disk before it resolves.
   *
   * @param options `mode`: who may read it, as POSIX has it. Default: whom the system lets (0o666, less its mask).
   */
  writeFile(
    path: string,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    options?: { readonly mode?: number },
  ): Promise<void>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  symlink(target: string, path: string): Promise<void>
  /** The target of a symbolic link; `undefined` where there is none. */
  readLink(path: string): Promise<string | undefined>
  /** Flushes the entries of a directory, so that a rename in it survives a power cut. */
  syncDirectory(path: string): Promise<void>
}

/** The effects of Node.js on the local file system. */
export const nodeEffects: Effects = {
  readFile: path => readFile(path),
  readChunks: path => (path === '-' ? process.stdin : createReadStream(path)),
  exists: path =>
    access(path).then(
      () => true,
      () => false,
    ),
  readDirectory: path => readdir(path),
  makeDirectory: async path => {
    await mkdir(path, { recursive: true })
  },
  writeFile: async (path, chunks, { mode } = {}) => {
    const file = await open(path, 'wx', mode)
    try {
      for await (const chunk of chunks) await file.writeFile(chunk)
      await file.sync()
    } finally {
      await file.close()
    }
  },
  rename,
  remove: path => rm(path, { recursive: true, force: true }),
  symlink: (target, path) => symlink(target, path),
  readLink: path => readlink(path).catch(() => undefined),
  syncDirectory: async path => {
    let directory: FileHandle | undefined
    try {
      directory = await open(path)
      await directory.sync()
    } finally {
      await directory?.close()
    }
  },
}
