import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { CONFIGURATION, HEADER, writeFolder } from '../directory/writeDirectory.ts'

/** The command, as it stands in the source. */
export const COMMAND = fileURLToPath(new URL('../../src/cli/annuaire.ts', import.meta.url))

/** A folder with a directory of these rows. */
export function folderOf(rows: readonly string[], configuration = CONFIGURATION): Promise<string> {
  return writeFolder({ 'annuaire.yaml': configuration, 'acteurs.csv': [HEADER, ...rows].join('\n') })
}

/** Runs Node.js, and gathers what it prints. */
export async function node(args: readonly string[], cwd?: string, stdin = '') {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: 'pipe',
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  child.stdin.end(stdin)
  const exit = new Promise<number | null>(resolve => child.on('close', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exit])
  return { out, err, code }
}

/** Runs `annuaire` with these arguments. */
export function annuaire(args: readonly string[], cwd?: string, stdin?: string) {
  return node([COMMAND, ...args], cwd, stdin)
}
