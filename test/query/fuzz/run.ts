import { parseArgs } from 'node:util'
import { fc } from '../../fastCheck.ts'
import { check, sliced, type Verdict } from './check.ts'
import { writeData } from './data.ts'
import { caseArbitrary, computedCaseArbitrary, type FuzzCase, repeatedCaseArbitrary } from './queries.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    /** After how many differences to end. */
    differences: { type: 'string', default: '10' },
    /** Which queries: any, those that have something `repeated`, or conditions on something `computed`. */
    of: { type: 'string', default: 'any' },
  },
})

const ARBITRARIES: Readonly<Record<string, fc.Arbitrary<FuzzCase>>> = {
  any: caseArbitrary,
  repeated: repeatedCaseArbitrary,
  computed: computedCaseArbitrary,
}
const cases = ARBITRARIES[values.of]
if (!cases) throw new Error(`--of is one of ${Object.keys(ARBITRARIES).join(', ')}`)

/** Cases are drawn in rounds, each with a seed of its own: what differs is then made small within its round. */
const ROUND = 50
const counts = { same: 0, refused: 0, upstream: 0, different: 0, claimed: 0, withSolutions: 0 }
const faults = new Map<string, number>()
const start = performance.now()
// Comunica throws some errors where nobody can catch them: then it never answers.
process.on('uncaughtException', () => undefined)

for (let done = 0, round = 0; done < Number(values.cases); done += ROUND, round++) {
  const seed = Number(values.seed) * 1_000_003 + round
  const numRuns = Math.min(ROUND, Number(values.cases) - done)
  let last: { one: FuzzCase; verdict: Verdict } | undefined
  const property = fc.asyncProperty(cases, async one => {
    const verdict = await check(one)
    if (last === undefined) count(verdict)
    if (verdict.kind !== 'different') return true
    last = { one, verdict }
    return false
  })
  const result = await fc.check(property, { seed, numRuns })
  if (result.failed && last === undefined) throw result.errorInstance
  if (last !== undefined) {
    const { one, verdict } = last as { one: FuzzCase; verdict: Verdict }
    console.log(
      `\n── seed ${values.seed}, round ${round}\n${writeData(one.quads)}\n${sliced(one)}\n${verdict.detail}`,
    )
    if (counts.different >= Number(values.differences)) break
  }
  if (round % 10 === 9) report()
}
report()
for (const [fault, times] of faults) console.log(`${times} × ${fault}`)
process.exitCode = counts.different > 0 ? 1 : 0

function count({ kind, isClaimed, hasSolutions, detail }: Verdict): void {
  counts[kind]++
  if (isClaimed) counts.claimed++
  if (hasSolutions) counts.withSolutions++
  if (kind === 'upstream') {
    const [fault = ''] = detail.split('\n')
    faults.set(fault, (faults.get(fault) ?? 0) + 1)
  }
}

function report(): void {
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  console.log(
    `${seconds} s: ${Object.entries(counts)
      .map(([name, times]) => `${times} ${name}`)
      .join(', ')}`,
  )
}
