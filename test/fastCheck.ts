import fc from 'fast-check'

/** What properties are tried on is drawn alike in each run; `FAST_CHECK_SEED=7 npx vitest run` draws other cases. */
const SEED = Number(process.env.FAST_CHECK_SEED ?? 2010)

fc.configureGlobal({ seed: SEED })

export { fc }
