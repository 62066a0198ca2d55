import { dirname, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Guess, type Language, nodeEffects, type Proposal, proposeConfiguration } from '../index.ts'
import { UsageError } from './help.ts'
import { parseCommand } from './parseCommand.ts'
import { EXIT, type Terminal } from './terminal.ts'

/** `annuaire init`. */
export async function init(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, file } = parse(args)
  const { out, force = false } = values
  if (!force && (await nodeEffects.exists(out))) {
    throw new UsageError(`${out} exists already; name another file with --out, or replace it with --force`)
  }
  const proposal = await proposeConfiguration(file, {
    configurationPath: out,
    ...(values.language === undefined ? {} : { language: values.language as Language }),
    ...(values.date === undefined ? {} : { date: values.date }),
  })
  await write(out, proposal.yaml)
  terminal.err(formatGuesses(proposal))
  terminal.err(nextCommands(out, proposal.language))
  terminal.out(`${out}\n`)
  return EXIT.conforms
}

function parse(args: readonly string[]) {
  const { values, positionals } = parseCommand(() =>
    parseArgs({
      args: [...args],
      options: {
        out: { type: 'string', default: 'annuaire.yaml' },
        force: { type: 'boolean' },
        language: { type: 'string' },
        date: { type: 'string' },
      },
      allowPositionals: true,
    }),
  )
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new UsageError('init takes one file of records')
  if (values.language !== undefined && !['fr', 'en'].includes(values.language))
    throw new UsageError('--language is fr or en')
  if (values.date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(values.date))
    throw new UsageError('--date is a day, YYYY-MM-DD')
  if (!/\.ya?ml$/i.test(values.out)) throw new UsageError('--out is a file that ends in .yaml')
  return { values, file }
}

/** Under another name first: a configuration that is there is replaced by a whole one or not at all. */
async function write(path: string, text: string): Promise<void> {
  await nodeEffects.makeDirectory(dirname(resolve(path)))
  const part = `${path}.part`
  await nodeEffects.remove(part)
  await nodeEffects.writeFile(part, [new TextEncoder().encode(text)])
  await nodeEffects.rename(part, path)
}

const WORDS = {
  fr: {
    looked: (rows: number) => `${rows} ${rows > 1 ? 'lignes regardées' : 'ligne regardée'}.`,
    header: ['colonne', 'champ', 'sûreté', 'raison'],
    'own field': 'champ propre',
    ignore: 'laissée de côté',
    key: 'clé',
    next: 'Relisez le fichier, puis\u00a0:',
  },
  en: {
    looked: (rows: number) => `${rows} ${rows === 1 ? 'row' : 'rows'} looked at.`,
    header: ['column', 'field', 'confidence', 'reason'],
    'own field': 'own field',
    ignore: 'left out',
    key: 'key',
    next: 'Read the file over, then:',
  },
} as const

const WIDEST = 32

/** A table of what was guessed: a line per column. */
function formatGuesses({ guesses, language, rows }: Proposal): string {
  const words = WORDS[language]
  const lines = [
    [...words.header],
    ...guesses.map(guess => [
      oneLine(guess.column),
      fieldName(guess, language),
      language === 'fr' ? `${percent(guess)}\u00a0%` : `${percent(guess)}%`,
      guess.reason[language].replace(/\p{Cc}+/gu, ' '),
    ]),
  ]
  const widths = [0, 1, 2].map(column =>
    Math.min(WIDEST, Math.max(...lines.map(line => line[column]!.length))),
  )
  const shown = lines.map(line =>
    line
      .map((cell, column) => (column < 3 ? cut(cell, widths[column]!).padEnd(widths[column]!) : cell))
      .join('  ')
      .trimEnd(),
  )
  return `${words.looked(rows)}\n${shown.join('\n')}\n`
}

function fieldName({ field, ownField }: Guess, language: Language): string {
  const words = WORDS[language]
  if (field === 'own field') return `${words['own field']} ${ownField ?? ''}`.trim()
  return field === 'ignore' || field === 'key' ? words[field] : field
}

function percent({ confidence }: Guess): number {
  return Math.round(confidence * 100)
}

/** Headers may hold line ends, and what terminals take for commands. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text
}

function nextCommands(out: string, language: Language): string {
  const folder = relative('.', dirname(resolve(out))) || '.'
  const path = /(?:^|[\\/])annuaire\.yaml$/.test(out) ? folder : out
  const argument = path === '.' ? '' : ` ${path}`
  return `${WORDS[language].next}\n  annuaire check${argument}\n  annuaire publish${argument}\n`
}
