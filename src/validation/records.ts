import type { Actor } from '../actor/actor.ts'
import { isEmail } from '../actor/email.ts'
import { isHttpIri } from '../actor/httpIri.ts'
import { checkRules } from '../actor/rules.ts'
import { ACTOR_SCHEMA } from '../actor/schemaFor.ts'
import type { SourceLocation } from '../errors.ts'
import { loadVocabulary, readVocabularyFile } from '../vocabulary/vocabulary.ts'
import { excerpt } from './excerpt.ts'
import { reportOf, type ValidationReport } from './report.ts'
import { describeRule } from './ruleMessages.ts'
import { describeSchemaErrors } from './schemaErrors.ts'

/**
 * Checks a record.
 *
 * @param locate tells where the value of a field (`address.postcode`) was read
 */
export type RecordsGate = (
  actor: Actor,
  locate?: (path: string) => SourceLocation | undefined,
) => ValidationReport

/**
 * Makes the gate that records pass before they are mapped to quads: their JSON Schema (draft 7), compiled once, and
 * the rules beyond it. A field that its schema refuses is not held against the rules.
 *
 * @param schema of the directory's actors, as `schemaFor` composes it
 */
export async function createRecordsGate(schema: object): Promise<RecordsGate> {
  const [{ Ajv }, formats, actorSchema, vocabulary] = await Promise.all([
    import('ajv'),
    import('ajv-formats'),
    readVocabularyFile('schemas/actor.schema.json'),
    loadVocabulary(),
  ])
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    // All lengths that are asked for are 1: to count the code points of every text would be most of the work.
    unicode: false,
    // It calls that option deprecated.
    logger: false,
  })
  formats.default.default(ajv, ['date'])
  ajv.addFormat('email', isEmail)
  ajv.addFormat('iri', rememberFew(isHttpIri))
  ajv.addSchema(JSON.parse(actorSchema))
  const validate = ajv.compile(schema)
  const departments = vocabulary.schemes.get('departements')
  const regionsOf = (department: string) => departments?.get(department)?.parents ?? []

  return (actor, locate) => {
    const ofSchema = validate(actor) ? [] : describeSchemaErrors(validate.errors ?? [], actor)
    const broken = checkRules(ofSchema.length === 0 ? actor : without(actor, ofSchema), regionsOf)
    if (ofSchema.length === 0 && broken.length === 0) return SOUND
    const ofRules = broken.map(rule => ({
      severity: rule.severity,
      code: rule.code,
      path: rule.path,
      value: excerpt(rule.value),
      message: describeRule(rule),
    }))
    return reportOf(
      [...ofSchema, ...ofRules].map(finding => {
        const source = locate?.(finding.path)
        return {
          ...finding,
          ...(typeof actor.id === 'string' ? { focusNode: actor.id } : {}),
          ...(source === undefined ? {} : { source }),
        }
      }),
    )
  }
}

/** Most of the texts that a test remembers to have passed. */
const REMEMBERED = 10_000

/** A test of texts of which few come often, as the IRIs of concepts and territories do. */
function rememberFew(test: (text: string) => boolean): (text: string) => boolean {
  const passed = new Set<string>()
  return text => {
    if (passed.has(text)) return true
    const passes = test(text)
    if (passes && passed.size < REMEMBERED) passed.add(text)
    return passes
  }
}

const SOUND: ValidationReport = { conforms: true, results: [] }

/** An actor without the fields that its schema refuses. */
function without(actor: Actor, refusals: readonly { readonly path: string }[]): Partial<Actor> {
  const refused = new Set(refusals.map(({ path }) => path.split('.', 1)[0]))
  return Object.fromEntries(Object.entries(actor).filter(([name]) => !refused.has(name)))
}

let shippedGate: Promise<RecordsGate> | undefined

/** Checks an actor against the shipped schema, which takes any concept and any own field, and the rules beyond it. */
export async function checkActor(actor: Actor): Promise<ValidationReport> {
  shippedGate ??= createRecordsGate({ $ref: ACTOR_SCHEMA })
  return (await shippedGate)(actor)
}
