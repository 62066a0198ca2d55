import { readFile, writeFile } from 'node:fs/promises'
import { compile } from 'json-schema-to-typescript'

const SCHEMA = new URL('../../vocab/schemas/actor.schema.json', import.meta.url)

/** The file that holds the type. */
export const ACTOR_TYPE = new URL('../../src/actor/actor.ts', import.meta.url)

const BANNER = `// Generated from vocab/schemas/actor.schema.json; edit that, then run \`node test/actor/generateActor.ts\`.`

/** The TypeScript text of the actor record, as its JSON Schema has it. */
export async function generateActor(): Promise<string> {
  const { definitions, ...schema } = JSON.parse(await readFile(SCHEMA, 'utf8'))
  return compile(inline(schema, definitions) as Parameters<typeof compile>[0], 'Actor', {
    additionalProperties: false,
    bannerComment: BANNER,
    // An array that holds at least one item is an array to those who build it step by step.
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: false,
    style: { printWidth: 110, semi: false, singleQuote: true, trailingComma: 'all' },
  })
}

/** Definitions in their places: the type has no use for a name of each string. */
function inline(node: unknown, definitions: Record<string, unknown>): unknown {
  if (Array.isArray(node)) return node.map(member => inline(member, definitions))
  if (node === null || typeof node !== 'object') return node
  const { $ref, ...rest } = node as Record<string, unknown>
  const referred = typeof $ref === 'string' ? definitions[$ref.replace('#/definitions/', '')] : {}
  return Object.fromEntries(
    Object.entries({ ...(referred as object), ...rest }).map(([name, member]) => [
      name,
      inline(member, definitions),
    ]),
  )
}

if (import.meta.main) await writeFile(ACTOR_TYPE, await generateActor())
