/**
 * One engine in a process of its own, so that its memory is its own and a crash ends nothing else. Started by
 * {@link startEngine}: it loads a folder, then answers queries one by one.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { canonicalRows } from './canonicalRows.ts'
import { ENGINES } from './engines/engines.ts'
import type { BenchQuery } from './queries.ts'

/** A request to the process. */
type Request =
  | { readonly open: string; readonly folder: string }
  | { readonly ask: BenchQuery; readonly withRows: boolean }

/** What the process says of a request. */
export type Reply =
  | {
      readonly milliseconds: number /** Peak, in megabytes. */
      readonly memory: number
      readonly rows?: readonly string[]
    }
  | { readonly error: string }

/** An engine that runs in another process. */
export interface RunningEngine {
  /** Asks a query once. The rows come only where they are wanted: they take time to hand over. */
  ask(query: BenchQuery, withRows: boolean): Promise<Reply>
  /** How loading went. */
  readonly loaded: Reply
  stop(): void
}

/**
 * Starts an engine and has it load a folder.
 *
 * @param heap limit of the heap of JavaScript, in megabytes
 * @param loadLimit seconds after which it is stopped
 * @param askLimit seconds after which it is stopped while it answers one query
 */
export async function startEngine(
  name: string,
  folder: string,
  { heap, loadLimit, askLimit }: { heap: number; loadLimit: number; askLimit: number },
): Promise<RunningEngine> {
  const child = fork(fileURLToPath(import.meta.url), { execArgv: [`--max-old-space-size=${heap}`] })
  const request = (message: Request, seconds: number) =>
    new Promise<Reply>(resolve => {
      const settle = (reply: Reply) => {
        clearTimeout(timer)
        child.removeAllListeners('message').removeAllListeners('exit')
        resolve(reply)
      }
      const timer = setTimeout(() => {
        child.kill('SIGKILL')
        settle({ error: `more than ${seconds} s` })
      }, seconds * 1000)
      child.once('message', reply => settle(reply as Reply))
      child.once('exit', (code, signal) => settle({ error: `the process ended (${signal ?? code})` }))
      if (child.connected) child.send(message)
      else settle({ error: 'the process has ended' })
    })
  return {
    loaded: await request({ open: name, folder }, loadLimit),
    ask: (query, withRows) => request({ ask: query, withRows }, askLimit),
    stop: () => child.disconnect(),
  }
}

async function serve(): Promise<void> {
  let engine: Awaited<ReturnType<Awaited<ReturnType<(typeof ENGINES)[string]>>>>
  const timed = async (work: () => Promise<unknown>) => {
    const start = performance.now()
    const answer = await work()
    const milliseconds = performance.now() - start
    const memory = (await engine.peakMemory?.()) ?? Math.round(process.resourceUsage().maxRSS / 1024)
    return { answer, milliseconds, memory }
  }
  const handle = async (request: Request): Promise<Reply> => {
    if ('open' in request) {
      const open = await ENGINES[request.open]!()
      const { milliseconds, memory } = await timed(async () => {
        engine = await open(request.folder)
      })
      return { milliseconds, memory }
    }
    const { answer, milliseconds, memory } = await timed(() => engine.ask(request.ask))
    if (!request.withRows) return { milliseconds, memory }
    return {
      milliseconds,
      memory,
      rows: canonicalRows(engine.rowsOf(answer as never, request.ask), request.ask),
    }
  }
  process.on('message', async request => {
    const reply = await handle(request as Request).catch(error => ({
      error: String(error?.message ?? error)
        .split('\n', 1)[0]!
        .slice(0, 200),
    }))
    process.send!(reply)
  })
  process.on('disconnect', async () => {
    await engine?.close?.()
    process.exit()
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve()
