import type { ILookaheadStrategy } from '@traqula/chevrotain'

/**
 * The same way to look ahead, which for each production of a grammar is only worked out when it is first met: most
 * queries meet few of them, and to work out all is most of the time that it takes to make a parser.
 */
export function lazyLookahead(strategy: ILookaheadStrategy): ILookaheadStrategy {
  return {
    validate: options => strategy.validate(options),
    buildLookaheadForAlternation: options => deferred(() => strategy.buildLookaheadForAlternation(options)),
    buildLookaheadForOptional: options => deferred(() => strategy.buildLookaheadForOptional(options)),
  }
}

function deferred<This, Arguments extends unknown[], Result>(
  build: () => (this: This, ...args: Arguments) => Result,
): (this: This, ...args: Arguments) => Result {
  let lookAhead: ReturnType<typeof build> | undefined
  return function (...args) {
    lookAhead ??= build()
    return lookAhead.apply(this, args)
  }
}
